import { conversation } from "../../../src/app/conversation.ts";
import { mayOf } from "../../../src/app/may.ts";
import { tenantKey } from "../../../src/app/names.ts";
import { takeSeat } from "../../../src/app/seat.ts";
import { safeReader } from "../../../src/compose/safe-reader.ts";
import { MEMBER } from "../../../src/core/authorization/role.ts";
import { decide } from "../../../src/core/matching/decide.ts";
import { caseView } from "../../../src/core/view/case-view.ts";
import type { Shelf } from "../../support/a-store.ts";
import { ownArticleMap, ownIndex } from "../../support/knowledge.ts";
import { virtualClock } from "../../support/platform/virtual-clock.ts";
import type { Lacks, Room, Seat } from "../seat.ts";
import { aTerminalSeat, type TerminalSeat } from "../terminal-seat.ts";

/** Why a terminal is not like a chat. */
export const TERMINAL_LACKS: Lacks = {
  company: "One person sits at a terminal.",
  overhearing: "Whatever is typed into a terminal is meant for the bot.",
  editing: "What was said at a terminal cannot be changed; one says something else.",
  privacy: "Nobody else looks at a terminal.",
  files: "A terminal takes a file through a pipe, and then there is no conversation.",
  duty: "In the terminal nobody is paged: it says who is on call.",
  menus: "A terminal has one line to type on, and takes a paste of any length there.",
};

/** A terminal whose cases are kept. */
export async function terminalRoom(shelf: Shelf): Promise<Room> {
  const store = await shelf.open(virtualClock());
  let windows = 0;
  const sit = async (): Promise<TerminalSeat> => {
    const { cases, nextCase, left, beginAnew } = await takeSeat(store, TENANT, {
      name: `window${++windows}`,
      holder: `${windows}`,
      isThere: () => false,
    });
    const talk = conversation({
      clock: virtualClock(),
      cases,
      prefix: "",
      may: mayOf({ ...MEMBER, platform: "terminal", id: "Ana" }, undefined),
      articles: ownArticleMap,
      read: safeReader,
      decide: (inquiry) => decide(ownIndex, inquiry),
    });
    const leftOpen = left === undefined ? {} : { left: { case: left, view: caseView(left, ownArticleMap) } };
    return aTerminalSeat(talk, { nextCase, beginAnew, ...leftOpen });
  };
  let keyboard = await sit();
  const ana = atKeyboard(() => keyboard);
  return {
    alert: () => cannot("overhearing"),
    alertChanges: () => cannot("overhearing"),
    echo: () => cannot("overhearing"),
    ana,
    ben: ana,
    cem: ana,
    restart: async () => {
      await keyboard.leave();
      keyboard = await sit();
    },
    posts: () => cannot("company"),
    pings: () => [],
    pages: () => cannot("duty"),
    complaints: () => [],
    leave: () => keyboard.leave(),
  };
}

const TENANT = tenantKey({ platform: "terminal", tenant: "ana@here" });

function atKeyboard(keyboard: () => TerminalSeat): Seat {
  const presses: Seat["presses"] = (label, typing) => keyboard().press(label, typing);
  return {
    name: "Ana",
    says: async (text) => {
      await keyboard().say(text);
      return { channel: "", message: "" };
    },
    asks: (words) => keyboard().say(words),
    startsAnew: () => keyboard().say("new"),
    points: () => cannot("menus"),
    fillsBox: () => cannot("menus"),
    edits: () => cannot("editing"),
    deletes: () => cannot("editing"),
    presses,
    screen: () => keyboard().visible(),
    glances: () => ({ presses }),
    sees: async (...words) => words.forEach((word) => expectThere(keyboard().visible(), word, true)),
    misses: async (...words) => words.forEach((word) => expectThere(keyboard().visible(), word, false)),
  };
}

function expectThere(screen: string, word: string, isThere: boolean): void {
  if (screen.includes(word) === isThere) return;
  throw new Error(`Ana ${isThere ? "does not see" : "sees"} “${word}”. What is there:\n${screen}`);
}

function cannot(ability: keyof Lacks): never {
  throw new Error(
    `Cannot do that: ${TERMINAL_LACKS[ability] ?? "a terminal has no such thing."} Say that it is needed.`,
  );
}
