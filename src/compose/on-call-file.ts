/** The file that says who is on call. */
export function onCallFile(): string {
  return process.env["KMS_ONCALL"] ?? "oncall.yaml";
}
