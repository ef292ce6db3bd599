import { aHost, aName, DIGITS, HEX, type Random, UPPER, WORD } from "./random.ts";

/** A line (or a few) as programs log them, without any secret: nothing of it may be removed. */
export type LineMaker = (r: Random) => string;

const two = (value: number) => String(value).padStart(2, "0");
const time = (r: Random) => `${two(r.int(24))}:${two(r.int(60))}:${two(r.int(60))}`;
const day = (r: Random) => `2026-${two(1 + r.int(12))}-${two(1 + r.int(28))}`;
const stamp = (r: Random) => `${day(r)}T${time(r)}.${r.text(DIGITS, 3)}Z`;
const guid = (r: Random) => [8, 4, 4, 4, 12].map((length) => r.text(HEX, length)).join("-");
const sid = (r: Random) =>
  `S-1-5-21-${r.text("123456789", 10)}-${r.text("123456789", 9)}-${r.text("123456789", 10)}-${1000 + r.int(9000)}`;
const code = (r: Random) => `0x${r.pick(["8", "C"])}${r.text(HEX, 7)}`;
const address = (r: Random) => `${10 + r.int(200)}.${r.int(256)}.${r.int(256)}.${r.int(256)}`;
const pod = (r: Random) =>
  `${r.pick(["api", "web", "worker", "auth-token-service", "password-reset"])}-${r.text(HEX, 10)}-${r.text("bcdfghjklmnpqrstvwxz2456789", 5)}`;
const path = (r: Random) =>
  r.pick([
    "C:\\Program Files\\Exchsrvr\\KMSDATA\\kmsmdb.edb",
    "/var/lib/postgresql/17/main/pg_wal/000000010000000A000000FE",
    "\\\\srv01\\share$\\logs\\app.log",
    "/etc/ssl/private/server.key",
    "D:\\inetpub\\wwwroot\\web.config",
    "/run/secrets/kubernetes.io/serviceaccount/token",
  ]);

const windows: readonly LineMaker[] = [
  (r) =>
    `Event Type: Error\nEvent Source: ${r.pick(["MSExchangeKMS", "W3SVC", "Service Control Manager"])}\nEvent Category: General\nEvent ID: ${1000 + r.int(9000)}\nDate: 11/${1 + r.int(28)}/2026\nTime: ${time(r)}\nUser: N/A\nComputer: ${r.text(UPPER, 6)}01\nDescription:\nThe service could not be started. ${code(r)}`,
  (r) =>
    `An account was successfully logged on. Subject: Security ID: ${sid(r)} Account Name: ${r.text(UPPER, 8)}$ Logon ID: 0x${r.text(HEX, 6)} Logon GUID: {${guid(r)}} Key Length: 0 Package Name (NTLM only): - Transited Services: -`,
  (r) =>
    `4625 Failure Reason: Unknown user name or bad password. Status: ${code(r)} Sub Status: 0xC000006A Caller Process ID: 0x${r.text(HEX, 3)}`,
  (r) =>
    `Token Elevation Type: %%${1936 + r.int(3)} Mandatory Label: ${sid(r)} Process Command Line: C:\\Windows\\System32\\svchost.exe -k netsvcs -p -s Schedule`,
  (r) =>
    `The password for the account CN=${r.text(WORD, 6)},OU=Users,DC=example,DC=org has expired. Password Last Set: ${day(r)} PasswordNeverExpires: False`,
  (r) => `0000: ${Array.from({ length: 16 }, () => r.text(HEX, 2)).join(" ")}   ${r.text(WORD, 8)}`,
  (r) => `Data (words): 0000: ${Array.from({ length: 4 }, () => r.text(HEX, 8)).join(" ")}`,
  (r) =>
    `0x${r.text(HEX, 16)} : Could not load file or assembly 'System.Data, Version=4.0.0.0, Culture=neutral, PublicKeyToken=${r.text(HEX, 16)}' or one of its dependencies. (${code(r)})`,
  (r) =>
    `Faulting application name: w3wp.exe, version: 10.0.${r.text("123456789", 5)}.${r.int(9999)}, time stamp: 0x${r.text(HEX, 8)} Exception code: 0xc0000005 Fault offset: 0x${r.text(HEX, 16)} Report Id: ${guid(r)}`,
  (r) =>
    `KRB_AP_ERR_MODIFIED: the ticket was encrypted with a password unknown to the target server host/${aHost(r)}. Ticket Options: 0x40810000 Ticket Encryption Type: 0x${r.text(HEX, 2)}`,
  (r) => `wuauserv ${time(r)} ${r.int(9999)} WARNING: SyncUpdates failed, error = ${code(r)}, SID = ${sid(r)}`,
];

const unix: readonly LineMaker[] = [
  (r) =>
    `Nov ${1 + r.int(28)} ${time(r)} ${aHost(r)} sshd[${r.int(30000)}]: Failed password for invalid user ${r.pick(["oracle", "admin", "test1"])} from ${address(r)} port ${1024 + r.int(60000)} ssh2`,
  (r) =>
    `Nov ${1 + r.int(28)} ${time(r)} host sshd[${r.int(30000)}]: Accepted publickey for root from ${address(r)} port 22 ssh2: RSA SHA256:${r.text(WORD, 43)}`,
  (r) =>
    `kernel: [${r.text(DIGITS, 6)}.${r.text(DIGITS, 6)}] BUG: unable to handle kernel paging request at ffff${r.text(HEX, 12)}`,
  (r) =>
    `pam_unix(sudo:auth): authentication failure; logname= uid=${r.int(2000)} euid=0 tty=/dev/pts/${r.int(9)} ruser=${r.text("abcdef", 5)} rhost=  user=root`,
  (r) =>
    `systemd[1]: ${r.pick(["nginx", "systemd-ask-password-wall", "postgresql"])}.service: Main process exited, code=exited, status=${r.int(200)}/FAILURE`,
  (r) => `CRON[${r.int(30000)}]: (root) CMD (cd / && run-parts --report /etc/cron.hourly) PWD=/root`,
  (r) =>
    `postfix/smtpd[${r.int(30000)}]: ${r.text(UPPER + DIGITS, 10)}: client=mail.example.org[${address(r)}], sasl_method=LOGIN, sasl_username=${aName(r)}`,
  (r) =>
    `audit: type=1400 audit(${r.text("123456789", 10)}.${r.text(DIGITS, 3)}:${r.int(9999)}): apparmor="DENIED" operation="open" profile="x" name="${path(r)}" pid=${r.int(30000)} comm="app" requested_mask="r"`,
  (r) =>
    `${day(r)} ${time(r)}.${r.text(DIGITS, 3)} UTC [${r.int(30000)}] FATAL:  password authentication failed for user "${aName(r)}"`,
  (r) =>
    `${day(r)} ${time(r)} UTC [${r.int(30000)}] ERROR:  duplicate key value violates unique constraint "api_key_pkey" DETAIL:  Key (id)=(${r.text("123456789", 16)}) already exists.`,
];

const cluster: readonly LineMaker[] = [
  (r) =>
    `Warning  FailedMount  kubelet  MountVolume.SetUp failed for volume "creds" : secret "${r.pick(["db-password", "api-key", "tls-secret"])}" not found`,
  (r) =>
    `${stamp(r)} Error from server (Forbidden): secrets is forbidden: User "system:serviceaccount:prod:${r.text("abcdef", 6)}" cannot list resource "secrets" in API group ""`,
  (r) => `${pod(r)}   0/1   CrashLoopBackOff   ${r.int(99)} (${r.int(59)}s ago)   ${r.int(20)}h`,
  (r) =>
    `E1120 ${time(r)}.${r.text(DIGITS, 6)}       1 reflector.go:${r.int(999)}] k8s.io/client-go: Failed to watch *v1.Secret: Unauthorized`,
  (r) =>
    `Failed to pull image "registry.example.com/team/${r.pick(["api", "token-service"])}@sha256:${r.text(HEX, 64)}": unexpected status code 401 Unauthorized`,
  (r) =>
    `level=error ts=${stamp(r)} caller=auth.go:${r.int(999)} msg="token has expired" trace_id=${r.text(HEX, 32)} span_id=${r.text(HEX, 16)}`,
  (r) =>
    `{"timestamp":"${stamp(r)}","level":"WARN","logger":"o.s.s.a.AuthenticationManager","message":"Bad credentials for user ${aName(r).replace("\\", "\\\\")}","requestId":"${guid(r)}","duration_ms":${r.int(9000)}}`,
  (r) => `container ${r.text(HEX, 64)} exited with code ${r.int(255)}; OOMKilled=${r.pick(["true", "false"])}`,
  (r) =>
    `uid: ${guid(r)} resourceVersion: "${r.text("123456789", 9)}" token: <nil> secretName: ${r.pick(["web-tls", "web-cert"])}`,
  (r) =>
    `helm upgrade failed: secret "sh.helm.release.v1.${r.text("abcdef", 5)}.v${r.int(99)}" exists, imagePullSecrets: [{name: regcred}]`,
];

const programs: readonly LineMaker[] = [
  (r) =>
    `java.lang.IllegalStateException: KMSInvalidStateException: key is pending deletion\n\tat com.example.Token.get(Token.java:${r.int(999)})\n\tat sun.reflect.NativeMethodAccessorImpl.invoke0(Native Method)\nCaused by: java.sql.SQLException: Login failed for user '${r.pick(["sa", "app"])}'. ClientConnectionId:${guid(r)}`,
  (r) =>
    `Traceback (most recent call last):\n  File "/srv/app/auth.py", line ${r.int(999)}, in check_password\n    raise InvalidToken(token_type)\nKeyError: 'password'`,
  (r) => `SyntaxError: Unexpected token ${r.pick(["<", "}", "o"])} in JSON at position ${r.int(9999)}`,
  (r) =>
    `TypeError: Cannot read properties of undefined (reading 'token') at Object.<anonymous> (/srv/app/dist/auth.js:${r.int(999)}:${r.int(99)})`,
  (r) => `error C${2000 + r.int(999)}: syntax error : missing ';' before identifier 'pass'`,
  (r) => `ORA-0${1000 + r.int(8999)}: invalid username/password; logon denied`,
  (r) =>
    `System.Security.Cryptography.CryptographicException: Key not valid for use in specified state. HResult=${code(r)} Source=mscorlib`,
  (r) =>
    `panic: runtime error: invalid memory address or nil pointer dereference [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x${r.text(HEX, 7)}]`,
  (r) => `commit ${r.text(HEX, 40)} Author: Ana <ana@example.org> fix: rotate token cache`,
  (r) => `npm error integrity sha512-${r.text(WORD, 86)}== checksum failed`,
  (r) =>
    `ERROR ${stamp(r)} [http-nio-8080-exec-${r.int(99)}] c.e.TokenFilter - token validation failed: exp=${r.text("123456789", 10)} kid=${r.text(HEX, 8)}`,
  (r) => `tokens=${r.int(9999)} max_tokens=4096 prompt_tokens: ${r.int(4000)} total_tokens: ${r.int(9000)}`,
  (r) => `if (password == null || password.length() < ${8 + r.int(9)}) throw new WeakPasswordException(policy);`,
  (r) => `Password must be at least ${8 + r.int(9)} characters long and contain a digit. password: required`,
  (r) => `-----BEGIN CERTIFICATE-----\nMIID${r.text(WORD, 60)}\n${r.text(WORD, 64)}\n-----END CERTIFICATE-----`,
  (r) =>
    `verify error:num=20:unable to get local issuer certificate sha256 Fingerprint=${Array.from({ length: 32 }, () =>
      r.text(HEX, 2),
    )
      .join(":")
      .toUpperCase()}`,
];

const network: readonly LineMaker[] = [
  (r) =>
    `${address(r)} - ${r.pick(["-", "ana"])} [20/Nov/2026:${time(r)} +0000] "GET /${r.pick(["login", "reset-password", "api/token"])}?page=${r.int(99)}&sort=name HTTP/1.1" ${r.pick([200, 401, 404, 502])} ${r.int(99999)} "https://www.example.org:8443/a/b?x=${r.text(WORD, 5)}" "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"`,
  (r) =>
    `upstream timed out (110: Connection timed out) while connecting to upstream, client: ${address(r)}, server: www.example.org, request: "POST /oauth/token HTTP/2.0", upstream: "http://${address(r)}:8080/oauth/token", host: "www.example.org"`,
  (r) =>
    `haproxy[${r.int(9999)}]: ${address(r)}:${r.int(60000)} [20/Nov/2026:${time(r)}.${r.text(DIGITS, 3)}] https~ app/web1 0/0/1/${r.int(900)}/${r.int(900)} 503 213 - - SC-- 12/12/0/0/3 0/0 "GET /health HTTP/1.1"`,
  (r) =>
    `curl: (35) error:0A000126:SSL routines::unexpected eof while reading https://${aHost(r)}:443/v1/pods?limit=${r.int(500)}`,
  (r) =>
    `ssh: connect to host git@${aHost(r)} port 22: Connection refused; remote: https://github.com/example/token-service.git/info/refs`,
  (r) =>
    `arn:aws:iam::${r.text("123456789", 12)}:role/${r.pick(["deploy", "secret-reader"])} is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:${r.text("123456789", 12)}:secret:prod/db-${r.text(WORD, 6)}`,
  (r) =>
    `WWW-Authenticate: Basic realm="${r.pick(["Restricted", "Exchange"])}" X-Request-Id: ${guid(r)} CF-RAY: ${r.text(HEX, 16)}-FRA`,
  (r) =>
    `mysql: [Warning] Using a password on the command line interface can be insecure. ERROR 1045 (28000): Access denied for user 'root'@'${address(r)}' (using password: ${r.pick(["YES", "NO"])})`,
  (r) =>
    `psql: error: connection to server at "${aHost(r)}" (${address(r)}), port 5432 failed: FATAL: no pg_hba.conf entry for host`,
  (r) =>
    `offset=${r.text("123456789", 16)} partition=${r.int(99)} trace_id=${r.text("123456789", 16)} epoch: ${r.text("123456789", 13)} file=${path(r)}`,
  (r) =>
    `docker run -d -p ${8000 + r.int(999)}:80 --name web nginx:1.27; mkdir -p /srv/data/${r.text("abcdef", 4)}; git push -u origin main`,
  (r) =>
    `net use Z: \\\\srv01\\share /persistent:yes  System error ${r.int(1400)} has occurred. The specified network password is not correct.`,
  (r) =>
    `Order ${r.text("123456789", 10)} invoice 2026-${r.text(DIGITS, 6)} phone +49 261 ${r.text("123456789", 6)} isbn 978-3-16-148410-0 amount 1,234.56 EUR`,
];

/** Lines of many kinds by kind. */
export const LINES: Readonly<Record<string, readonly LineMaker[]>> = { windows, unix, cluster, programs, network };
