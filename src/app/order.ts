import type { EscalationId } from "../core/escalation/escalation.ts";
import type { Instant, Responder } from "../core/resolution/responder.ts";
import type { View } from "../core/view/view.ts";
import type { AnswerHandle, MessageRef } from "./platform.ts";

/** What is to be sent. */
export type Order =
  | { readonly kind: "post"; readonly key: string; readonly replyTo: string | undefined; readonly shown: Shown }
  /** A line in the thread of an incident, wherever that is by then. It waits until the incident's message stands. */
  | { readonly kind: "line"; readonly key: string; readonly incident: EscalationId; readonly shown: Shown }
  | { readonly kind: "edit"; readonly key: string; readonly shown: Shown }
  | { readonly kind: "remove"; readonly key: string }
  /** Takes a sign off somebody's message. */
  | { readonly kind: "unsign"; readonly key: string; readonly on: MessageRef; readonly sign: string }
  | ({ readonly kind: "aside"; readonly key: string; readonly shown: Shown } & Asker);

/** Somebody to be told when it cannot be done. */
export type Asker = { readonly to: Responder; readonly answer: AnswerHandle | undefined };

/** A view, and the name under which its buttons were put down. */
export type Shown = {
  readonly view: View;
  readonly offer: string;
  /** When it was said what it answers. */
  readonly said?: Instant | undefined;
  /** The incident that an aside speaks of: the way to it is looked up when it is sent. */
  readonly leadsTo?: EscalationId | undefined;
};
