import { passesLuhn } from "../../../src/core/redaction/card.ts";
import { passesMod97 } from "../../../src/core/redaction/iban.ts";
import { base64, leak, type LeakMaker } from "./leak.ts";
import { aPassword, DIGITS, HEX, type Random, UPPER, WORD } from "./random.ts";

function card(r: Random): string {
  const start = r.pick(["4", "51", "55", "2221", "34", "37", "6011", "3530"]);
  const length = /^3[47]/.test(start) ? 15 : 16;
  const body = start + r.text(DIGITS, length - start.length - 1);
  const digits = Array.from({ length: 10 }, (_, last) => `${body}${last}`).find(passesLuhn)!;
  const groups = length === 15 ? [digits.slice(0, 4), digits.slice(4, 10), digits.slice(10)] : digits.match(/.{4}/g)!;
  return r.pick([digits, groups.join(" "), groups.join("-")]);
}

function iban(r: Random): string {
  const [country, length, letters] = r.pick([
    ["DE", 22, false],
    ["GB", 22, true],
    ["FR", 27, false],
    ["NL", 18, true],
    ["ES", 24, false],
    ["NO", 15, false],
    ["MT", 31, true],
    ["CH", 21, false],
  ] as const);
  const body = (letters ? r.text(UPPER, 4) : "") + r.text(DIGITS, length - 4 - (letters ? 4 : 0));
  const check = Array.from({ length: 97 }, (_, number) => String(number + 2).padStart(2, "0")).find((digits) =>
    passesMod97(country + digits + body),
  )!;
  const compact = country + check + body;
  return r.pick([compact, compact.replace(/(.{4})(?=.)/g, "$1 ")]);
}

/** Passwords in files and on command lines, and numbers with check digits. */
export const OTHER_LEAKS: Readonly<Record<string, LeakMaker>> = {
  kubeconfig: leak(
    (r) => base64(r.text(WORD, 90)),
    (s) => `    client-key-data: ${s}`,
    (s) => `- name: admin\n  user:\n    token: ${s.replaceAll("=", "")}1a`,
  ),
  "Docker config": leak(
    (r) => base64(`u:${r.text(WORD, 16)}`),
    (s) => `{"auths":{"https://index.docker.io/v1/":{"auth":"${s}"}}}`,
  ),
  npmrc: leak(
    (r) => base64(r.text(WORD, 20)),
    (s) => `//registry.example.com/:_auth=${s}`,
    (s) => `//registry.example.com/:_authToken=${s}`,
  ),
  netrc: leak(
    aPassword,
    (s) => `machine api.example.com login ana password ${s}`,
    (s) => `machine api.example.com\n  login ana\n  password ${s}`,
  ),
  pgpass: leak(
    (r) => r.text(WORD, 12),
    (s) => `db1:5432:app:sa:${s}`,
    (s) => `*:*:*:postgres:${s}`,
  ),
  "password hash": leak(
    (r) => r.text(`${WORD}./`, 40),
    (s) => `root:$6$rounds=5000$${s}:19000:0:99999:7:::`,
    (s) => `ana:$apr1$abcd1234$${s}`,
    (s) => `$2b$12$${s}`,
    (s) => `userPassword: {SSHA}${s.replaceAll(".", "A")}`.replace(/[.]/g, "A"),
  ),
  "NT hash": leak(
    (r) => r.text(HEX, 32),
    (s, r) => `Administrator:500:${r.text(HEX, 32)}:${s}:::`,
  ),
  "net use": leak(
    aPassword,
    (s) => `net use * /user:x ${s}`,
    (s) => `net use Z: \\\\srv\\share /user:CONTOSO\\ana ${s}`,
    (s) => `net use Z: \\\\srv\\share ${s} /user:ana`,
    (s) => `C:\\> net use \\\\srv\\ipc$ /u:ana "${s}"`,
    (s) => `NET USER ana ${s} /add`,
    (s) => `net user ana ${s}`,
  ),
  "password option": leak(
    aPassword,
    (s) => `tool --password ${s} --verbose`,
    (s) => `tool --password=${s}`,
    (s) => `tool -password "${s}"`,
    (s) => `keytool -storepass ${s} -alias x`,
    (s) => `netdom join pc /domain:x /userd:ana /passwordd:${s}`,
    (s) => `dcpromo /password:${s}`,
    (s) => `Connect-Server -Password '${s}'`,
  ),
  "-p option": leak(
    aPassword,
    (s) => `mysql -u root -p${s} app`,
    (s) => `mysqldump -h db1 -uroot -p'${s}' app`,
    (s) => `sshpass -p ${s} ssh root@host`,
    (s) => `docker login -u ana -p ${s} registry.example.com`,
    (s) => `psexec \\\\srv -u ana -p ${s} cmd`,
    (s) => `mongodump -u a -p "${s}"`,
  ),
  "SQL tool option": leak(
    aPassword,
    (s) => `sqlcmd -S srv -U sa -P ${s} -Q "select 1"`,
    (s) => `osql -Usa -P${s} -i x.sql`,
    (s) => `bcp db..t out f -S srv -U sa -P ${s}`,
    (s) => `isql /U sa /P ${s}`,
  ),
  "curl user": leak(
    aPassword,
    (s) => `curl -u ana:${s} https://x.example.com/`,
    (s) => `curl -s --user "ana:${s}" https://x`,
    (s) => `curl -k -uana:${s} https://x`,
  ),
  "other options": leak(
    aPassword,
    (s) => `plink -ssh root@h -pw ${s}`,
    (s) => `redis-cli -h r -a ${s} ping`,
    (s) => `ldapsearch -x -D cn=a -w ${s} -b dc=x`,
    (s) => `smbclient //srv/x -U ana%${s}`,
    (s) => `openssl rsa -passin pass:${s} -in k`,
    (s) => `schtasks /create /ru ana /rp ${s} /tn x`,
  ),
  "SQL statement": leak(
    aPassword,
    (s) => `CREATE USER app IDENTIFIED BY '${s}';`,
    (s) => `ALTER LOGIN sa WITH PASSWORD = '${s}'`,
    (s) => `ALTER USER x PASSWORD '${s}'`,
    (s) => `CREATE ROLE x LOGIN PASSWORD '${s}'`,
    (s) => `EXEC sp_addlogin 'ana', '${s}'`,
  ),
  "piped password": leak(
    aPassword,
    (s) => `echo ${s} | sudo -S reboot`,
    (s) => `echo "root:${s}" | chpasswd`,
    (s) => `echo '${s}' | docker login -u x --password-stdin`,
  ),
  "spoken password": leak(
    aPassword,
    (s) => `the password is ${s} by the way`,
    (s) => `das Kennwort lautet ${s}`,
    (s) => `password for sa: ${s} and then retry`,
    (s) => `The admin password was set to "${s}".`,
    (s) => `pw: ${s}`,
  ),
  "network device": leak(
    (r) => r.text(WORD, 14) + "7",
    (s) => `snmp-server community ${s} RO`,
    (s) => `enable secret 5 ${s}`,
    (s) => `username admin password 7 ${s}`,
    (s) => `wpa_passphrase=${s}`,
    (s) => `psk="${s}"`,
  ),
  "card number": leak(
    card,
    (s) => `payment failed for ${s}: declined`,
    (s) => `"pan":"${s}"`,
    (s) => `card=${s} exp=12/29`,
    (s) => s,
  ),
  IBAN: leak(
    iban,
    (s) => `transfer to ${s} failed`,
    (s) => `"iban":"${s}"`,
    (s) => `IBAN: ${s}`,
    (s) => `${s}\n`,
  ),
  "group policy and machine keys": leak(
    (r) => r.text(HEX, 64),
    (s) => `<Properties cpassword="${s}" />`,
    (s) => `<machineKey validationKey="${s}" />`,
    (s) => `password 51:b:${s}`,
  ),
};
