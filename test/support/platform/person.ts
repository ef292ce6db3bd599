import { MEMBER, type Standing } from "../../../src/core/authorization/role.ts";
import type { Delivery, Place, PlatformEvent } from "../../../src/app/platform.ts";
import type { Responder } from "../../../src/core/resolution/responder.ts";
import type { FakePlatform } from "./fake-platform.ts";
import type { Visible, VisibleAside } from "./visible.ts";

/** Where somebody talks: a channel, or a thread in it. */
export type Spot = {
  readonly channel?: string;
  readonly thread?: string;
  readonly direct?: boolean;
  readonly addressed?: boolean;
};

/** Somebody at a fake platform. Everything resolves when the bot has acknowledged it. */
export type Person = {
  readonly who: Responder;
  /** Returns the id of the message. */
  readonly says: (text: string, spot?: Spot) => Promise<string>;
  /** What a monitor posts that is called so. */
  readonly alerts: (text: string, spot?: Spot) => Promise<string>;
  /** A monitor writes anew what it had posted. */
  readonly alertsAnew: (message: string, text: string) => Promise<void>;
  readonly edits: (message: string, text: string) => Promise<void>;
  readonly deletes: (message: string) => Promise<void>;
  readonly asks: (text: string, spot?: Spot & { readonly about?: string }) => Promise<void>;
  /** Presses a button of a message or of an aside, as it stands there now. */
  readonly presses: (label: string, on: Visible | VisibleAside, typed?: string) => Promise<void>;
  /** "Add to timeline" on a message, or 📌 put on it. */
  readonly pins: (message: string, by?: "menu" | "sign") => Promise<void>;
  /** What this person alone was told, oldest first. */
  readonly told: () => readonly VisibleAside[];
};

let deliveries = 0;

export function aPerson(fake: FakePlatform, name: string, tenant = "T1", standing: Standing = MEMBER): Person {
  const who = { id: /^\d/.test(name) ? name : `U${name}`, name };
  const placeOf = ({ channel = "C1", thread, direct = channel.startsWith("D") }: Spot): Place => {
    return { platform: fake.platform.name, tenant, channel, thread, kind: direct ? "direct" : "channel" };
  };
  const deliver = async (spot: Spot, event: PlatformEvent) => {
    const delivery: Delivery = {
      id: `D${++deliveries}`,
      at: fake.now(),
      place: placeOf(spot),
      by: who,
      standing,
      event,
    };
    await fake.intake().accept(delivery);
  };
  const spotOf = (message: string): Spot => {
    const { channel = "C1", thread } = fake.wall.messages.get(message) ?? {};
    return { channel, ...(thread === undefined ? {} : { thread }) };
  };
  return {
    who,
    says: async (text, spot = {}) => {
      const { channel, thread } = placeOf(spot);
      const message = fake.wall.write({ channel, thread, key: undefined, sight: { text, tokens: {} } });
      await deliver(spot, { kind: "said", message, text, addressed: spot.addressed ?? spot.direct ?? false });
      return message;
    },
    alerts: async (text, spot = {}) => {
      const { channel, thread } = placeOf(spot);
      const message = fake.wall.write({ channel, thread, key: undefined, sight: { text, tokens: {} } });
      await deliver(spot, { kind: "alerted", message, text });
      return message;
    },
    alertsAnew: (message, text) => deliver(spotOf(message), { kind: "alerted", message, text, isEdit: true }),
    edits: (message, text) => deliver(spotOf(message), { kind: "edited", message, text }),
    deletes: (message) => deliver(spotOf(message), { kind: "deleted", message }),
    asks: (text, spot = {}) => {
      const about = spot.about === undefined ? undefined : { channel: placeOf(spot).channel, message: spot.about };
      return deliver(spot, { kind: "asked", text, about, answer: undefined });
    },
    presses: async (label, on, typed) => {
      const token = on.sight.tokens[label];
      if (token === undefined) throw new Error(`Expected a button "${label}", but there is:\n${on.sight.text}`);
      const { channel } = on;
      const thread = "thread" in on ? on.thread : undefined;
      const spot = { channel, ...(thread === undefined ? {} : { thread }) };
      await deliver(spot, { kind: "clicked", message: { channel, message: on.id }, token, typed, answer: undefined });
    },
    pins: (message, by = "menu") => {
      const { channel = "C1" } = spotOf(message);
      const text = fake.wall.messages.get(message)?.sight.text ?? "";
      const ref = { channel, message };
      const author = { id: "Uother", name: "other" };
      return deliver(spotOf(message), { kind: "remembered", message: ref, text, author, by, answer: undefined });
    },
    told: () => fake.wall.asides.filter(({ to }) => to === who.id),
  };
}
