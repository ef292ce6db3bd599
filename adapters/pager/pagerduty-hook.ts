import { type PagerDutyNews, readPagerDuty } from "./read-pagerduty.ts";

type News = Extract<PagerDutyNews, { kind: "news" }>;

/** Takes the news in: resolves once it is kept, or is about nothing that we know. */
export type TakeNews = (news: News) => Promise<unknown>;

/** Where PagerDuty tells what somebody did there. What could not be kept is answered so that it is told again. */
export function pagerDutyHook(secret: string, take: TakeNews) {
  const handle = async (request: Request): Promise<Response> => {
    const signature = request.headers.get("x-pagerduty-signature") ?? undefined;
    const news = readPagerDuty(await request.text(), signature, secret);
    if (news.kind === "refused") return answer(401, `Refused: ${news.why}.`);
    if (news.kind === "other" || news.delivery === "") return answer(200, "Nothing of ours.");
    try {
      await take(news);
      return answer(200, "Taken.");
    } catch {
      return answer(503, "Cannot take it now. Tell it again.");
    }
  };
  return { path: "/hooks/pagerduty", handle } as const;
}

function answer(status: number, words: string): Response {
  return new Response(`${words}\n`, { status });
}
