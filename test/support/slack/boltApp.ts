import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";
import type { FakeSlack } from "./fakeSlack.ts";

export type RunningApp = { readonly app: App; readonly stop: () => Promise<void> };

/**
 * A real Bolt app on the fake, over Socket Mode. Its clients don't retry, as ours don't. After a lost socket Bolt waits for
 * `clientPingTimeout` (milliseconds) before it comes back.
 */
export async function socketApp(
  slack: FakeSlack,
  listen: (app: App) => void,
  clientPingTimeout = 5_000,
): Promise<RunningApp> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: SILENT,
    clientPingTimeout,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const app = new App({
    receiver,
    token: slack.botToken(),
    logLevel: LogLevel.ERROR,
    clientOptions: clientOptions(slack),
  });
  listen(app);
  await app.start();
  await slack.until(() => slack.sockets.count > 0, "a socket");
  const gone = (): boolean => slack.sockets.count === 0;
  return {
    app,
    stop: () =>
      app
        .stop()
        .then(() => slack.until(gone, "the socket closed"))
        .then(nothing),
  };
}

/** A real Bolt app on the fake, over HTTP; the fake still has to be told its address. */
export async function httpApp(
  slack: FakeSlack,
  listen: (app: App) => void,
): Promise<RunningApp & { readonly url: string }> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logLevel: LogLevel.ERROR, logger: SILENT });
  const app = new App({
    receiver,
    token: slack.botToken(),
    logLevel: LogLevel.ERROR,
    clientOptions: clientOptions(slack),
  });
  listen(app);
  const server = await receiver.start(0);
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { app, url: `http://127.0.0.1:${port}/slack/events`, stop: () => stopped(app) };
}

function clientOptions(slack: FakeSlack): {
  slackApiUrl: string;
  retryConfig: { retries: number };
  rejectRateLimitedCalls: boolean;
} {
  return { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
}

async function stopped(app: App): Promise<void> {
  await app.stop();
}

/** Broken sockets and refused signatures are what the tests are about; no report needs them. */
const SILENT = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

function nothing(): void {
  // Says nothing.
}
