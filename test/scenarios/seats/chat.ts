import type { Said, Seat } from "../seat.ts";

/** What somebody's hands and eyes can do on a chat system; what is the same on all of them is `chatSeat`. */
export type Hands<Message> = Pick<Seat, "name" | "says" | "asks" | "points" | "fillsBox" | "edits" | "deletes"> & {
  /** The bot's messages that everybody sees, and those that only this person sees; oldest first. */
  readonly publicly: () => readonly Message[];
  readonly privately: () => readonly Message[];
  readonly idOf: (message: Message) => string;
  /** As a person reads it. */
  readonly read: (message: Message) => string;
  /** What is written on its buttons and on the entries of its menus. */
  readonly labels: (message: Message) => readonly string[];
  /** Answers what is asked first, and fills in the form that opens. */
  readonly press: (message: Message, label: string, typing: string | undefined) => Promise<void>;
};

/** How a test waits for the bot. */
export type Patience = {
  /** Resolves once the bot has heard of what the act did, and has said what it has to say. */
  readonly after: <Done>(act: () => Promise<Done>) => Promise<Done>;
  /** Resolves once nothing is under way any more, between the bot and its platform neither. */
  readonly quiet: () => Promise<void>;
  readonly until: <Seen>(look: () => Seen | undefined | false, what: string) => Promise<Seen>;
};

/** Somebody on a chat system. What the bot told them alone counts until they do the next thing. */
export function chatSeat<Message>(hands: Hands<Message>, { after, quiet, until }: Patience): Seat {
  let told = new Map<string, string>();
  const acts = <Done>(act: () => Promise<Done>): Promise<Done> => {
    told = new Map(hands.privately().map((message) => [hands.idOf(message), hands.read(message)]));
    return after(act);
  };
  const isNews = (message: Message): boolean => told.get(hands.idOf(message)) !== hands.read(message);
  const screen = (): string => textOf([...hands.publicly(), ...hands.privately().filter(isNews)].map(hands.read));
  const everything = () => [...hands.publicly(), ...hands.privately()];
  const seen = async (look: () => boolean, what: string): Promise<void> => {
    await until(look, what).catch((error: unknown) => {
      throw new Error(`${hands.name} does not see ${what}. What is there:\n${screen()}`, { cause: error });
    });
  };
  const pressesOn =
    (messages: () => readonly Message[]): Seat["presses"] =>
    async (label, typing) => {
      await seen(() => offered(hands, messages(), label) !== undefined, `[${label}]`);
      const offer = offered(hands, messages(), label);
      if (offer !== undefined) await acts(() => hands.press(offer.message, offer.label, typing));
    };
  return {
    name: hands.name,
    says: (text, how) => acts(() => hands.says(text, how)),
    asks: (words, how) => acts(() => hands.asks(words, how)),
    startsAnew: async () => {},
    points: (at: Said) => acts(() => hands.points(at)),
    fillsBox: (text) => acts(() => hands.fillsBox(text)),
    edits: (said, text) => acts(() => hands.edits(said, text)),
    deletes: (said) => acts(() => hands.deletes(said)),
    presses: pressesOn(everything),
    screen,
    glances: () => {
      const then = everything();
      return { presses: pressesOn(() => then) };
    },
    sees: async (...words) => {
      for (const word of words) await seen(() => screen().includes(word), `“${word}”`);
    },
    misses: async (...words) => {
      await quiet();
      const word = words.find((one) => screen().includes(one));
      if (word !== undefined) throw new Error(`${hands.name} sees “${word}”. What is there:\n${screen()}`);
    },
  };
}

/** Runs of blanks and line breaks are one blank. */
function textOf(parts: readonly string[]): string {
  return parts.join("\n").replaceAll(/\s+/g, " ");
}

/** The latest message that offers it; a label that is too long for a platform is known by its beginning. */
function offered<Message>({ labels }: Hands<Message>, messages: readonly Message[], wanted: string) {
  for (const message of messages.toReversed()) {
    const label = labels(message).find(
      (one) => one === wanted || (one.endsWith("…") && wanted.startsWith(one.slice(0, -1).trimEnd())),
    );
    if (label !== undefined) return { message, label };
  }
  return undefined;
}

/** Fails unless the wall has so many messages. */
export function expectPosts(wall: readonly string[], count: number): void {
  if (wall.length === count) return;
  throw new Error(
    `Everybody sees ${wall.length} messages of the bot, and ${count} were expected:\n${wall.join("\n---\n")}`,
  );
}
