import { LogLevel, webApi } from "@slack/bolt";

/**
 * Two clients, because a rate limit or a slow answer holds back everything that goes through the same one: `posts` for
 * messages, `clicks` for what somebody waits for in front of the screen. Neither repeats a call; the outbox does that.
 */
export type Clients = { readonly posts: webApi.WebClient; readonly clicks: webApi.WebClient };

/** Milliseconds. A form has to be open within three seconds, or it never opens. */
const PATIENCE = { posts: 10_000, clicks: 2_900 } as const;

export function slackClients(apiUrl: string | undefined): Clients {
  return { posts: client(apiUrl, PATIENCE.posts), clicks: client(apiUrl, PATIENCE.clicks) };
}

function client(apiUrl: string | undefined, timeout: number): webApi.WebClient {
  return new webApi.WebClient(undefined, { ...clientOptions(apiUrl), timeout, logger: SILENT });
}

/** A new object for each client: the SDK writes into what it is given. */
export function clientOptions(apiUrl: string | undefined) {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
}

/** The SDK's own log holds payloads and addresses with secrets in them; what matters is in the errors. */
export const SILENT = {
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
