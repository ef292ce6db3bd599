/**
 * Slack in this process: the Web API, Socket Mode and signed HTTP deliveries as the SDK sees them, on virtual time, with people
 * to act with. It refuses what Slack refuses; a test of an adapter ends with `expect(slack.rejections).toEqual([])`.
 *
 * @example
 * const slack = await startFakeSlack({ channels: [{ id: "C1" }] });
 * const adapter = startSlack({ slackApiUrl: slack.apiUrl, appToken: slack.appToken, botToken: slack.botToken() });
 * const paste = slack.user("U1").says("C1", "Event ID 5389");
 * const answer = await slack.until(() => slack.channel("C1").thread(paste.ts)[1]);
 * expect(slack.visibleText(answer)).toContain("[Done]");
 * await slack.user("U2").clicks(answer, "Done");
 */
export { FakeSlack, type FakeSlackOptions, startFakeSlack } from "./fakeSlack.ts";
export type { Json } from "./json.ts";
export type { Message } from "./world/world.ts";
