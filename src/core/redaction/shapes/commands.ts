import { byPattern, type Shape, type Take } from "../shape.ts";
import { aPassword, isPlaceholder } from "../value.ts";

/** An argument: in quotes, or up to the next blank. */
const ARGUMENT = String.raw`(?:"([^"\r\n]{1,200})"|'([^'\r\n]{1,200})'|([^\s"'|;]{1,200}))`;

/** `*` asks for the password at the prompt, and an option is none. */
const argument: Take = (found) => (/^(?:\*|[-/]\w.*)$/.test(found.value) ? "" : aPassword(found));

/** What merely looks like an option's value. */
const typed: Take = (found) =>
  /^(?:-|\d{1,5}$|[\w.-]*\/$|\d+:\d+)/.test(found.value) || isPlaceholder(found.value) ? "" : found.value;

const command = (name: string, source: string, take: Take = argument) =>
  byPattern(name, "password", new RegExp(source, "im"), { take });

/** Passwords on command lines, option by option. */
export const COMMAND_SHAPES: readonly Shape[] = [
  command(
    "net-use",
    String.raw`net1?(?:\.exe)?[ \t]+use[ \t]+(?:[A-Z]:|\*|lpt\d)?[ \t]*(?:\\\\[^\s]{1,200}[ \t]+)?${ARGUMENT}[ \t]+/u(?:ser)?:`,
    (found) => (/^(?:\\\\|\*$|[A-Z]:$|\/)/i.test(found.value) ? "" : argument(found)),
  ),
  command(
    "net-use-after-user",
    String.raw`net1?(?:\.exe)?[ \t]+use[ \t][^\r\n]{0,200}?/u(?:ser)?:(?:"[^"\r\n]{1,80}"|[^\s"]{1,80})[ \t]+${ARGUMENT}`,
  ),
  command(
    "net-user",
    String.raw`net1?(?:\.exe)?[ \t]+user[ \t]+(?:"[^"\r\n]{1,80}"|[^\s"/]{1,80})[ \t]+${ARGUMENT}[ \t]*(?:/|$)`,
  ),
  command(
    "password-option",
    String.raw`(?<![\w-])--?(?:[\w-]{0,24}(?:password|passwd|passphrase|passcode)|pass|pwd|pw|kennwort|passwort|storepass|keypass|srcstorepass|deststorepass)(?:=|[ \t]+|:)${ARGUMENT}`,
  ),
  command(
    "slash-option",
    String.raw`(?<![\w/])/(?:p|pw|pwd|pass|password|passwordd|passwordo|rp|ru?p|userd?pass|pd|po|adminpassword|sapassword|sapwd):${ARGUMENT}`,
  ),
  command("slash-rp", String.raw`schtasks(?:\.exe)?[ \t][^\r\n]{0,300}?/rp[ \t]+${ARGUMENT}`),
  command(
    "secret-option",
    String.raw`(?<![\w-])--?(?:[\w-]{0,24}(?:token|secret|api-?key|access-?key|secret-?key)|apikey)(?:=|[ \t]+)${ARGUMENT}`,
    (found) => (/\d/.test(found.value) && found.value.length >= 8 ? argument(found) : ""),
  ),
  command(
    "mysql-password",
    String.raw`(?<![\w-])(?:mysql\w*|mariadb[\w-]*|mysqldump|mysqladmin)(?:\.exe)?[ \t](?:[^\r\n|;]{0,300}?[ \t])?-p(?![\w-]*[ \t]*=)${ARGUMENT}`,
    typed,
  ),
  command(
    "p-option",
    String.raw`(?<![\w-])(?:sshpass|mongo\w*|docker[ \t]+login|podman[ \t]+login|helm[ \t]+registry[ \t]+login|oc[ \t]+login|az[ \t]+login|crictl|htpasswd|psexec\w*|winexe|ldifde|csvde|repadmin|wmic|netdom|ipmitool|nxc|crackmapexec|evil-winrm|tsm|tabcmd|dcdiag|psql|lftp|smbmap|xfreerdp|vncviewer|appcmd)(?:\.exe)?[ \t](?:[^\r\n|;]{0,300}?[ \t])?-p[ \t]*${ARGUMENT}`,
    typed,
  ),
  command(
    "sql-tool-password",
    String.raw`(?<![\w-])(?:osql|isql|isqlw|sqlcmd|bcp|dtsrun|dtexec|sqlmaint|ocs?ql)(?:\.exe)?[ \t](?:[^\r\n|;]{0,300}?[ \t])?[-/]P[ \t]*${ARGUMENT}`,
    typed,
  ),
  command(
    "curl-user",
    String.raw`(?<![\w-])(?:curl|wget|http|xh)(?:\.exe)?[ \t](?:[^\r\n]{0,300}?[ \t])?(?:-u|--user|--proxy-user|-U|-a|--auth)(?:=|[ \t]*)["']?[^\s:"'/]{1,80}:([^\s"']{1,200})`,
    typed,
  ),
  command(
    "plink-password",
    String.raw`(?<![\w-])(?:plink|pscp|psftp|putty|klink|winscp)(?:\.exe)?[ \t](?:[^\r\n]{0,300}?[ \t])?-pw[ \t]+${ARGUMENT}`,
  ),
  command(
    "redis-password",
    String.raw`(?<![\w-])(?:redis-cli|valkey-cli)[ \t](?:[^\r\n]{0,300}?[ \t])?-a[ \t]*${ARGUMENT}`,
  ),
  command(
    "ldap-password",
    String.raw`(?<![\w-])ldap(?:search|modify|add|delete|passwd|whoami|compare)[ \t](?:[^\r\n]{0,400}?[ \t])?-w[ \t]*${ARGUMENT}`,
  ),
  command(
    "smb-user",
    String.raw`(?<![\w-])(?:smbclient|rpcclient|smbget|mount\.cifs|wmic|winexe|net)[ \t](?:[^\r\n]{0,300}?[ \t])?(?:-U|--user)(?:=|[ \t]*)["']?[^\s%"']{1,80}%([^\s"']{1,200})`,
  ),
  command("openssl-password", String.raw`-pass(?:in|out|wd)?[ \t]+["']?pass:([^\s"']{1,200})`),
  command(
    "secure-string",
    String.raw`ConvertTo-SecureString(?:[ \t]+-String)?[ \t]+(?:-AsPlainText[ \t]+)?(?:-Force[ \t]+)?["']?([^\s"']{2,200})["']?(?=[^\r\n]{0,80}-AsPlainText|[ \t]+-Force|["')])`,
  ),
  command(
    "piped-password",
    String.raw`echo[ \t]+["']?([^\s"'|]{2,200})["']?[ \t]*\|[ \t]*(?:sudo[ \t]+(?:-\S+[ \t]+){0,3}-S|passwd[ \t]+--stdin|docker[ \t]+login|chpasswd|kinit|cryptsetup|gpg|openssl)`,
    typed,
  ),
  command(
    "chpasswd",
    String.raw`echo[ \t]+["']?[\w.-]{1,40}:([^\s"'|]{2,200})["']?[ \t]*\|[ \t]*(?:sudo[ \t]+)?chpasswd`,
  ),
  command("ftp-script", String.raw`^[ \t]*(?:quote[ \t]+)?PASS[ \t]+([^\s]{3,200})[ \t]*$`, ({ value }) =>
    /\d/.test(value) ? value : "",
  ),
  command(
    "runas-credential",
    String.raw`(?:PSCredential|NetworkCredential|createUser|CREATE USER|login)\(\s{0,4}["'][^"'\r\n]{1,80}["'][ \t]{0,4},[ \t]{0,4}["']([^"'\r\n]{2,200})["']`,
  ),
  command(
    "logon-argument",
    String.raw`(?:sp_addlogin|sp_password|sp_addlinkedsrvlogin)[ \t]+(?:N?'[^'\r\n]{0,80}'[ \t]*,[ \t]*)N?'([^'\r\n]{2,200})'`,
  ),
  command(
    "sudo-env",
    String.raw`(?:PGPASSWORD|MYSQL_PWD|SSHPASS|RSYNC_PASSWORD|VAGRANT_PASS|LDAP_PASS|SUDO_PASS|REDISCLI_AUTH|RESTIC_PASSWORD|BORG_PASSPHRASE)=${ARGUMENT}`,
  ),
];
