import { key, leak, type LeakMaker } from "./leak.ts";
import { aHost, aPassword, aPlainPassword, WORD } from "./random.ts";

const NAMES = [
  "Password",
  "password",
  "PWD",
  "Pwd",
  "Passwort",
  "Kennwort",
  "Mot de passe",
  "Contraseña",
  "Senha",
  "Wachtwoord",
  "Hasło",
  "Пароль",
  "密码",
  "パスワード",
  "비밀번호",
  "Lösenord",
  "Salasana",
  "Jelszó",
  "Şifre",
];

/** Passwords where people and programs write them. */
export const PASSWORD_LEAKS: Readonly<Record<string, LeakMaker>> = {
  "connection string": (r) => {
    const secret = aPlainPassword(r);
    const name = r.pick(NAMES.filter((each) => !/ /.test(each)));
    const text = r.pick([
      `Server=${aHost(r)};Database=app;User Id=sa;${name}=${secret};Encrypt=true`,
      `Provider=SQLOLEDB;Data Source=x;UID=sa;${name}=${secret};`,
      `DSN=x;${name} = ${secret};UID=sa`,
      `connectionString="Data Source=x;User ID=u;${name}=${secret}"`,
      `Driver={SQL Server};Uid=sa;${name}='${secret}';`,
      `jdbc:sqlserver://x:1433;user=sa;${name.toLowerCase()}=${secret};encrypt=true`,
    ]);
    return { text: `ERROR 0x80040E4D: ${text}`, secrets: [secret] };
  },
  "connection string, password with blanks": (r) => {
    const secret = `${r.text(WORD, 5)} ${r.text(WORD, 5)} ${r.text(WORD, 4)}`;
    return { text: `Server=x;Password=${secret};Database=app`, secrets: [secret] };
  },
  "label in many languages": leak(
    aPassword,
    (s, r) => `${r.pick(NAMES)}: ${s}`,
    (s, r) => `${r.pick(NAMES)} = ${s}`,
    (s, r) => `user: ana, ${r.pick(NAMES)}: ${s}`,
    (s, r) => `${r.pick(["密码", "パスワード"])}：${s}`,
  ),
  "environment assignment": leak(
    aPlainPassword,
    (s) => `DB_PASSWORD=${s}`,
    (s) => `export MYSQL_ROOT_PASSWORD="${s}"`,
    (s) => `set APP_PASSWORD=${s}`,
    (s) => `$env:PGPASSWORD = '${s}'`,
    (s) => `-e POSTGRES_PASSWORD=${s} -p 5432:5432`,
    (s) => `ENV ADMIN_PASSWORD ${s}`.replace("PASSWORD ", "PASSWORD="),
  ),
  "secret key assignment": leak(
    key,
    (s) => `CLIENT_SECRET=${s}`,
    (s) => `api_key: ${s}`,
    (s) => `"clientSecret":"${s}"`,
    (s) => `app.secret-key=${s}`,
    (s) => `JWT_SECRET='${s}'`,
    (s) => `apiKey = "${s}"`,
    (s) => `export GITHUB_TOKEN=${s}`,
    (s) => `\\"access_token\\":\\"${s}\\"`,
    (s) => `refresh_token=${s}`,
  ),
  "JSON password": leak(
    aPlainPassword,
    (s) => `{"user":"x","password":"${s}","code":5389}`,
    (s) => `{'password': '${s}'}`,
    (s) => `{\\"password\\":\\"${s}\\"}`,
    (s) => `"dbPassword" : "${s}"`,
    (s) => `:password => "${s}"`,
  ),
  "YAML password": leak(
    aPassword,
    (s) => `user: app\npassword: ${s}\nport: 5432`,
    (s) => `  password: "${s}"`,
    (s) => `- name: DB_PASSWORD\n  value: ${s}`,
    (s) => `  passphrase: '${s}'`,
  ),
  "XML password": leak(
    aPlainPassword,
    (s) => `<password>${s}</password>`,
    (s) => `<add key="DbPassword" value="${s}"/>`,
    (s) => `<AdministratorPassword><Value>${s}</Value>`,
    (s) => `<user name="x" password="${s}" />`,
    (s) => `<ns:Password type="text">${s}</ns:Password>`,
    (s) => `<property name="hibernate.connection.password" value="${s}"/>`,
  ),
  "properties file": leak(
    aPlainPassword,
    (s) => `spring.datasource.password=${s}`,
    (s) => `db.password = ${s}`,
    (s) => `javax.net.ssl.keyStorePassword=${s}`,
    (s) => `requirepass ${s}9`,
    (s) => `db_pass=${s}7`,
  ),
  "program text": leak(
    aPassword,
    (s) => `define('DB_PASSWORD', '${s}');`,
    (s) => `props.setProperty("db.password", "${s}");`,
    (s) => `String password = "${s}";`,
    (s) => `new NetworkCredential("sa", "${s}")`,
    (s) => `conn.Open "DSN=x;PWD=${s};"`,
    (s) => `$password = '${s}'`,
    (s) => `ConvertTo-SecureString "${s}" -AsPlainText -Force`,
  ),
};
