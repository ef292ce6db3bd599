import type { FakeSlack } from "./fakeSlack.ts";
import { isJson, type Json } from "./json.ts";

/** Calls a method as curl would: a JSON body and a bearer token. Gives the answer's body. */
export async function call(
  slack: FakeSlack,
  method: string,
  args: Json = {},
  token: string | undefined = slack.botToken(),
): Promise<Json> {
  const response = await post(slack, method, args, token);
  const body: unknown = await response.json();
  return isJson(body) ? body : {};
}

export function post(
  slack: FakeSlack,
  method: string,
  args: Json,
  token: string | undefined = slack.botToken(),
): Promise<Response> {
  const headers = { "Content-Type": "application/json", ...(token === "" ? {} : { Authorization: `Bearer ${token}` }) };
  return fetch(`${slack.apiUrl}${method}`, { method: "POST", headers, body: JSON.stringify(args) });
}
