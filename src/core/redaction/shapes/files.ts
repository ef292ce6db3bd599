import { byPattern, type Shape } from "../shape.ts";
import { aKey, aPassword } from "../value.ts";

/** Secrets that a file's format gives away: netrc, shadow, kubeconfig, Docker's and npm's configuration. */
export const FILE_SHAPES: readonly Shape[] = [
  byPattern(
    "netrc",
    "password",
    /machine[ \t]+\S{1,200}\s{1,20}login[ \t]+\S{1,100}\s{1,20}password[ \t]+(\S{1,200})/i,
    { take: aPassword },
  ),
  byPattern("pgpass", "password", /^[\w.*-]{1,100}:(?:\d{2,5}|\*):[\w.*-]{1,64}:[\w.*@-]{1,64}:([^\s:]{2,200})$/m, {
    take: ({ value }) => (/^\d+$/.test(value) ? "" : value),
  }),
  byPattern(
    "crypt-hash",
    "password hash",
    /\$(?:1|2[abxy]?|5|6|y|7|apr1|argon2(?:id?|d)|pbkdf2(?:-sha\d+)?|scrypt|P|H|S)\$[\w./$,=+-]{16,300}/,
  ),
  byPattern(
    "ldap-hash",
    "password hash",
    /\{(?:SSHA|SHA|SMD5|MD5|CRYPT|SSHA512|SSHA256|PBKDF2)\}[A-Za-z0-9+/=.$]{16,200}/,
  ),
  byPattern("nt-hash", "password hash", /:(?:[a-f0-9]{32}):([a-f0-9]{32}):::/i),
  byPattern("cisco-hash", "password hash", /(?:secret|password)[ \t]+[5789][ \t]+(\S{8,120})/i, {
    take: ({ value }) => (/\d/.test(value) ? value : ""),
  }),
  byPattern("kubeconfig-key", "private key", /client-key-data:[ \t]{0,8}["']?([A-Za-z0-9+/=]{20,20000})/),
  byPattern(
    "kubeconfig-token",
    "token",
    /^[ \t-]{0,20}(?:id-token|access-token|refresh-token|token):[ \t]{1,8}["']?([\w.~+/=-]{16,8000})/m,
    { take: aKey },
  ),
  byPattern(
    "docker-auth",
    "credentials",
    /\\?["'](?:auth|identitytoken|registrytoken)\\?["'][ \t]{0,4}:[ \t]{0,4}\\?["']([A-Za-z0-9+/=._-]{8,4000})/,
  ),
  byPattern("npmrc", "token", /_(?:auth|authToken|password)[ \t]{0,4}=[ \t]{0,4}["']?([\w+/=.-]{8,400})/),
  byPattern(
    "wifi-key",
    "password",
    /(?<![A-Za-z])(?:psk|wpa_passphrase|wep_key\d?|keyMaterial|preshared-key|pre-shared-key|sharedkey)["']?[ \t]{0,4}(?:=|:|>)[ \t]{0,4}["']?([^\s"'<>]{8,80})/i,
    { take: aPassword },
  ),
  byPattern("group-policy-password", "password", /cpassword=["']([A-Za-z0-9+/=]{8,400})["']/i),
  byPattern("machine-key", "key", /(?:validationKey|decryptionKey)=["']([A-Fa-f0-9]{32,128})/),
  byPattern("rdp-file-password", "password", /password 51:b:([A-Fa-f0-9]{16,4000})/),
  byPattern("seed-secret", "one-time secret", /otpauth:\/\/[^\s"']{0,200}?secret=([A-Z2-7]{16,128})/i),
];
