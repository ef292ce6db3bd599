import type { FakeSlack, Message } from "../../support/slack/index.ts";

/** What the bot said for everybody in the channel and its threads. */
export function botMessages(slack: FakeSlack): readonly Message[] {
  return slack
    .channel("C1")
    .everything()
    .filter(({ author }) => author.botId !== undefined && author.app === undefined);
}
