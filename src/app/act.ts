import { assertNever } from "../core/brand.ts";
import type { Action } from "../core/resolution/action.ts";
import { advance } from "../core/resolution/advance.ts";
import type { CaseId } from "../core/resolution/case.ts";
import type { Advance } from "../core/resolution/outcome.ts";
import type { Responder } from "../core/resolution/responder.ts";
import { caseView, wholeView } from "../core/view/case-view.ts";
import { refusedView, staleView } from "../core/view/notice-view.ts";
import { change } from "./change.ts";
import type { Ports } from "./ports.ts";
import { aside, type Reply } from "./reply.ts";
import { showArticle } from "./show-article.ts";

/** A button that was pressed, or its word typed. */
export type Acted = { readonly case: CaseId; readonly action: Action; readonly by: Responder };

/** What the bot says to a click. One click wins; everybody else is told who was faster. */
export async function act(ports: Ports, { case: id, action, by }: Acted): Promise<Reply> {
  const { decision } = await change(ports, id, (known) =>
    advance(known, action, { articles: ports.articles, by, at: ports.clock.now(), from: ports.from }),
  );
  return replyTo(ports, decision);
}

function replyTo(ports: Ports, advanced: Advance): Reply {
  switch (advanced.kind) {
    case "moved": {
      const { case: after, effects } = advanced;
      return { kind: "message", view: caseView(after, ports.articles), case: after, found: true, effects };
    }
    case "stale":
      return aside(staleView(advanced.overtakenBy, ports.clock.now()), false);
    case "refused":
      return aside(refusedView(advanced.why), false);
    case "shown-all":
      return aside(wholeView(advanced.case, ports.articles));
    case "shown":
      return showArticle(ports.articles, advanced.article, advanced.case);
  }
  return assertNever(advanced);
}
