/** How the languages of the world call a password, as labels and keys have it. */
export const PASSWORD_NAMES: readonly string[] = [
  "pass[-_ ]?words?",
  "passwd",
  "passwort",
  "kennwort",
  "passphrase",
  "pswd",
  "mot de passe",
  "mot_de_passe",
  "motdepasse",
  "contrase[ñn]a",
  "senha",
  "palavra-passe",
  "wachtwoord",
  "has[łl]o",
  "пароль",
  "парола",
  "密码",
  "密碼",
  "口令",
  "パスワード",
  "비밀번호",
  "암호",
  "l[öo]senord",
  "adgangskode",
  "passord",
  "salasana",
  "heslo",
  "jelsz[óo]",
  "[şs]ifre",
  "κωδικός",
  "סיסמה",
  "كلمة المرور",
  "รหัสผ่าน",
  "mật khẩu",
  "kata sandi",
  "lozinka",
  "geslo",
  "slaptažodis",
];

/** Short names that also mean other things. */
export const SHORT_NAMES: readonly string[] = ["pwd", "pass", "psw", "pw", "clave", "parola", "kpw", "passcode"];

/** Names of keys and tokens that leave no doubt. */
export const KEY_NAMES: readonly string[] = [
  "(?:client|app|api|consumer|shared|webhook|signing|jwt|session|cookie|oauth|master|hmac)[-_. ]?secret",
  "secret[-_. ]?(?:access[-_. ]?)?key",
  "api[-_. ]?(?:secret|token|auth)",
  "api[-_. ]?key",
  "(?:access|auth|account|encryption|signing|subscription|license|shared[-_. ]?access|storage|master|primary|secondary|service|ingest|integration|routing|app|application)[-_. ]?key",
  "(?:access|auth|authorization|refresh|bearer|session|api|bot|app|security|csrf|xsrf|private|personal|deploy|registration|vault|id|secret|user|client|github|gitlab|npm|slack|discord)[-_. ]?token",
  "auth[-_. ]?code",
  "private[-_. ]?key",
  "client[-_. ]?key[-_. ]?data",
];

/** Names that say little: what stands there must look like a key. `PublicKeyToken` names an assembly and is public. */
export const WEAK_NAMES: readonly string[] = [
  "secrets?",
  "(?<!publickey)token",
  "credentials?",
  "_auth",
  "auth",
  "sig",
  "signature",
];
