import { redact } from "../core/redaction/redact.ts";
import { withoutSecrets } from "./without-secrets.ts";
import { withinTime } from "./clock.ts";
import { firstSweep } from "./inbox/ring.ts";
import { clerk } from "./inbox/clerk.ts";
import { nameMentions } from "./directory/name-mentions.ts";
import { nameKeeper } from "./directory/name-keeper.ts";
import { namingStore } from "./directory/naming.ts";
import { eyed } from "./eyes.ts";
import { courier } from "./outbox/courier.ts";
import { pageCourier } from "./paging/page-courier.ts";
import { mayFillIn } from "./may-fill-in.ts";
import { type BotParts, timesOf } from "./parts.ts";
import type { Delivery, Intake } from "./platform.ts";

/** A bot that is put together: platforms hand their deliveries to its intake, and it answers through them. */
export type Bot = {
  /** Refuses everything before the start and after the stop, so that nothing is acknowledged that is not kept. */
  readonly intake: Intake;
  readonly start: () => Promise<void>;
  /** Takes nothing more in, and finishes what is under way; what is left waits in the store. */
  readonly stop: () => Promise<void>;
  /** Resolves when everything that is due is worked off and in the platforms' hands, and their answers are written down. */
  readonly settled: () => Promise<void>;
};

/** Nothing reaches the store or the log before recognised secrets were taken out, whoever puts a bot together. */
export function createBot(given: BotParts): Bot {
  const { parts: bare, look } = withEyes({ ...given, warn: (problem: string) => given.warn?.(redact(problem).text) });
  const failed = (error: unknown) => bare.warn?.(`Cannot go on: ${reasonOf(error)}. It is tried again.`);
  const names = nameKeeper(bare, failed);
  const parts = { ...bare, store: namingStore(bare.store, names.want), wantName: names.want };
  const { store, platforms, clock } = parts;
  const couriers = platforms.map((platform) => courier(parts, platform, failed));
  const senders = [...couriers, pageCourier(parts, failed), names.loop];
  const send = () => senders.forEach((sender) => sender.wake());
  const inbox = clerk(parts, send, failed);
  const wake = () => [inbox, ...senders].forEach((loop) => loop.wake());
  let isOpen = false;
  let unlisten: (() => void) | undefined;
  const accept: Intake["accept"] = async (delivery) => {
    if (!isOpen) throw new Error("Cannot take the delivery: the bot is not running. Deliver it again in a moment.");
    const accepted = await keep(parts, withoutSecrets(await nameMentions(parts, delivery)));
    if (accepted === "stored") look(delivery);
    inbox.wake();
    return accepted;
  };
  return {
    intake: { accept, mayFillIn: (press) => mayFillIn(parts, press) },
    start: async () => {
      await store.transaction((tx) => firstSweep(tx, clock.now()));
      unlisten = store.onWork(wake);
      isOpen = true;
      wake();
    },
    stop: async () => {
      isOpen = false;
      unlisten?.();
      // What hangs when we have to go is left: the store knows about it.
      await withinTime(clock, timesOf(parts).drain, Promise.all([inbox, ...senders].map((one) => one.stop())));
    },
    settled: async () => {
      await inbox.idle();
      send();
      await Promise.all(senders.map((loop) => loop.idle()));
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The parts with platforms that look up when they are spoken to. */
function withEyes(given: BotParts): { readonly parts: BotParts; readonly look: (delivery: Delivery) => void } {
  const watchers = given.platforms.map(eyed);
  const parts = { ...given, platforms: watchers.map(({ platform }) => platform) };
  const look = (delivery: Delivery) =>
    watchers.find(({ platform }) => platform.name === delivery.place.platform)?.look(delivery);
  return { parts, look };
}

/** Resolves once it is kept; whoever watches hears what became of it. */
async function keep({ store, meter }: BotParts, delivery: Delivery): Promise<"stored" | "known"> {
  const { platform } = delivery.place;
  try {
    const accepted = await store.accept(delivery);
    meter?.came(platform, accepted);
    return accepted;
  } catch (error) {
    meter?.came(platform, "refused");
    throw error;
  }
}
