import { MEMBER } from "../../../src/core/authorization/role.ts";
import { asMember } from "../as-member.ts";
import * as fc from "fast-check";
import { type Bot, createBot } from "../../../src/app/bot.ts";
import { conversation } from "../../../src/app/conversation.ts";
import { inMemoryCases } from "../../../src/app/in-memory-cases.ts";
import { caseAt } from "../../../src/app/names.ts";
import type { Delivery, PlatformEvent } from "../../../src/app/platform.ts";
import { type Action, withInput } from "../../../src/core/resolution/action.ts";
import type { CaseId } from "../../../src/core/resolution/case.ts";
import { type Instant, instant, type Responder } from "../../../src/core/resolution/responder.ts";
import type { Via } from "../../../src/core/signals/signal.ts";
import type { Store } from "../../../src/app/store.ts";
import { viewText } from "../../core/view/view-text.ts";
import { threeErrors } from "../three-errors.ts";
import { type Fault, fakePlatform } from "./fake-platform.ts";
import { seeded } from "./seed.ts";
import { settleAll } from "./settle.ts";
import type { Visible } from "./visible.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** One thing that happens in one of a few channels. */
export type Move =
  | { readonly kind: "say"; readonly channel: number; readonly text: string; readonly who: number }
  /** Presses the how-manieth button of what can be seen now, which may be out of date. */
  | { readonly kind: "press"; readonly channel: number; readonly button: number; readonly who: number }
  /** An earlier delivery comes again. */
  | { readonly kind: "again"; readonly which: number }
  | { readonly kind: "settle" }
  | { readonly kind: "another replica" }
  | { readonly kind: "fault"; readonly fault: Fault };

const CHANNELS = 3;

const channel = fc.nat(CHANNELS - 1);
const who = fc.nat(3);
const text = fc.constantFrom("error 1", "error 2", "error 3", "error 9", "hm", "it says 4");
const FAULTS: readonly Fault[] = [
  { kind: "later", after: 2_000 },
  { kind: "later", after: undefined },
  { kind: "doubtful", when: "before" },
  { kind: "doubtful", when: "after" },
  { kind: "throws", when: "after" },
  { kind: "hangs", when: "before" },
];

export const anyHistory: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("say" as const), channel, text, who }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("press" as const), channel, button: fc.nat(9), who }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("again" as const), which: fc.nat(30) }) },
    { weight: 4, arbitrary: fc.constant({ kind: "settle" as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: "another replica" as const }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("fault" as const), fault: fc.constantFrom(...FAULTS) }) },
  ),
  { minLength: 5, maxLength: 40, size: "max" },
);

/** What the bot shows in each channel at the end, and what a model without store, queues and faults would show. */
export type Ending = {
  readonly shown: readonly (readonly string[])[];
  readonly promised: readonly (readonly string[])[];
};

/** Plays a history in a workspace of its own. */
export async function playHistory(
  moves: readonly Move[],
  { store, clock, tenant }: { readonly store: Store; readonly clock: VirtualClock; readonly tenant: string },
): Promise<Ending> {
  const fake = fakePlatform();
  const faults: Fault[] = [];
  fake.misbehave((post) => (post.kind === "aside" ? undefined : faults.shift()));
  const aReplica = () =>
    createBot({
      store,
      platforms: [fake.platform],
      clock,
      // Names must not meet: as in earnest, every replica draws its own.
      random: seeded(bots.length + 1),
      times: { poll: 3_600_000 },
      ...threeErrors,
    });
  const bots: Bot[] = [];
  bots.push(aReplica());
  await bots[0]?.start();
  const model = aModel(clock.now());
  const delivered: Delivery[] = [];
  const settle = async () => {
    for (let round = 0; round < 2; round++) await settleAll(bots, fake);
  };
  const shownIn = (number: number): readonly Visible[] =>
    [...fake.wall.messages.values()].filter(
      (one) => one.channel === `C${number}` && one.key !== undefined && !one.isRemoved,
    );
  const deliver = async (delivery: Delivery, promised: () => Promise<void>) => {
    const bot = bots[delivered.length % bots.length];
    if ((await bot?.intake.accept(delivery)) === "stored") await promised();
  };
  const send = async (
    number: number,
    person: number,
    event: PlatformEvent,
    thread: string | undefined,
    promised: () => Promise<void>,
  ) => {
    const place = { platform: "slack" as const, tenant, channel: `C${number}`, thread, kind: "channel" as const };
    const delivery = {
      id: `D${delivered.length}`,
      at: clock.now(),
      place,
      by: by(person),
      standing: MEMBER,
      event,
    };
    delivered.push(delivery);
    await deliver(delivery, promised);
  };
  const begun = new Set<number>();
  const said = async (number: number, person: number, words: string) => {
    const thread = begun.has(number) ? `root${number}` : undefined;
    begun.add(number);
    const message = thread === undefined ? `root${number}` : `M${delivered.length}`;
    const promised = () => model.hear(number, words, thread === undefined ? "channel" : "thread", person);
    await send(number, person, { kind: "said", message, text: words, addressed: false }, thread, promised);
  };
  const press = async (number: number, person: number, button: number) => {
    const [message] = shownIn(number);
    const labels = Object.keys(message?.sight.tokens ?? {});
    const label = labels[button % Math.max(1, labels.length)];
    const action = message?.sight.actions?.[label ?? ""];
    if (message === undefined || label === undefined || action === undefined) return;
    const typed = "typed";
    const event = {
      kind: "clicked",
      message: { channel: message.channel, message: message.id },
      token: message.sight.tokens[label] ?? "",
      typed,
      answer: undefined,
    } as const;
    await send(number, person, event, message.thread, () => model.act(number, withInput(action, typed), person));
  };
  for (const move of moves) {
    if (move.kind === "say") await said(move.channel, move.who, move.text);
    else if (move.kind === "press") await press(move.channel, move.who, move.button);
    else if (move.kind === "settle") await settle();
    else if (move.kind === "fault") faults.push(move.fault);
    else if (move.kind === "again") {
      const earlier = delivered[move.which];
      if (earlier !== undefined) await deliver(earlier, async () => undefined);
    } else if (bots.length < 3) {
      bots.push(aReplica());
      await bots.at(-1)?.start();
    }
  }
  const until = instant(clock.now() + 120_000);
  await settle();
  while (clock.step(until)) await settle();
  await Promise.all(bots.map((bot) => bot.stop()));
  const numbers = Array.from({ length: CHANNELS }, (_, index) => index);
  return {
    shown: numbers.map((number) => caseMessagesOf(shownIn(number))),
    promised: numbers.map((number) => model.shown(number).map(timeless)),
  };
}

/** The messages of cases; what calls a person is a word of its own. */
function caseMessagesOf(shown: readonly Visible[]): readonly string[] {
  return shown.map(({ sight }) => timeless(sight.text)).filter((said) => !said.includes("asks you to see to this"));
}

/** The model knows no queue, so what happens to it happens at once. */
function timeless(shown: string): string {
  return shown.replaceAll(/\d\d:\d\d UTC/g, "then");
}

/** The conversation alone: everything at once, in memory, one after the other. */
function aModel(at: Instant) {
  const talk = conversation({
    clock: { now: () => at },
    cases: inMemoryCases(),
    may: asMember,
    prefix: "/kms ",
    ...threeErrors,
  });
  const views = new Map<number, string>();
  const note = (number: number, reply: Awaited<ReturnType<typeof talk.hear>>) => {
    if (reply.kind === "message") views.set(number, viewText(reply.view));
  };
  return {
    hear: async (number: number, words: string, via: Via, person: number) =>
      note(number, await talk.hear({ case: idOf(number), text: words, via, by: by(person) })),
    act: async (number: number, action: Action, person: number) =>
      note(number, await talk.act({ case: idOf(number), action, by: by(person) })),
    shown: (number: number): readonly string[] => [...views].filter(([one]) => one === number).map(([, view]) => view),
  };
}

function by(person: number): Responder {
  return { id: `U${person}`, name: `P${person}` };
}

function idOf(number: number): CaseId {
  return caseAt(`C${number}`, `root${number}`);
}
