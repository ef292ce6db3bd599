import { checkedToken } from "../api/answer.ts";
import { needScope } from "../world/access.ts";
import { Refusal } from "../world/refusal.ts";
import type { Office } from "./office.ts";
import type { Reply } from "./reply.ts";

/** A private file. Without a good token Slack answers with its sign-in page and status 200, not with an error. */
export function fileReply(office: Office, id: string, token: string | undefined): Reply {
  const file = office.desk.world.files.get(id);
  if (file === undefined) return { status: 404, headers: HTML, body: "<html>Not found</html>" };
  const refusal = refusalFor(office, token);
  if (refusal === undefined) return { status: 200, headers: { "Content-Type": file.mimetype }, body: file.content };
  office.record({ method: "files", args: { file: id }, error: refusal, messages: [] });
  return { status: 200, headers: HTML, body: "<!DOCTYPE html><html><title>Sign in | Slack</title></html>" };
}

const HTML = { "Content-Type": "text/html; charset=utf-8" };

function refusalFor(office: Office, value: string | undefined): string | undefined {
  try {
    needScope(checkedToken(office.desk.world, value, office.clock.now()), "files:read");
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
