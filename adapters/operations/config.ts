/** Where the operations server listens. */
export type OperationsConfig = { readonly host: string; readonly port: number };

/** Nobody but this machine reaches it unless somebody says so. */
const OWN_HOST = "127.0.0.1";

/** What `KMS_PORT` and `KMS_HOST` say; undefined where no port is set, a sentence where it is none. */
export function readOperationsConfig(
  env: Readonly<Record<string, string | undefined>>,
): OperationsConfig | undefined | string {
  const [written = "", host = ""] = [env["KMS_PORT"], env["KMS_HOST"]];
  if (written === "") return undefined;
  const port = Number(written);
  if (!/^\d{1,5}$/.test(written) || port > 65_535)
    return `Cannot serve /healthz: KMS_PORT is "${written}". Set a port between 0 and 65535, such as 8080, or leave it out.`;
  return { host: host === "" ? OWN_HOST : host, port };
}
