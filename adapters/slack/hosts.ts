/**
 * Whether an address from a payload is Slack's own. Answers and tokens go nowhere else, whatever a payload says.
 * {@link https://docs.slack.dev/authentication/verifying-requests-from-slack}
 */
export function isOfSlack(address: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, origin } = new URL(address);
  if (apiUrl !== undefined && origin === new URL(apiUrl).origin) return true;
  return protocol === "https:" && SUFFIXES.some((suffix) => hostname.endsWith(suffix));
}

const SUFFIXES = [".slack.com", ".slack-files.com", ".slack-gov.com"] as const;
