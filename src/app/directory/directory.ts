import type { Instant } from "../../core/resolution/responder.ts";
import { later } from "../clock.ts";
import type { Values } from "../values.ts";

/** Somebody or a channel, by the platform's id. */
export type Named = { readonly kind: "person" | "channel"; readonly id: string };

/** What people call persons and channels of one workspace, as the platform told it last: `Ana López`, `#ops`. */
export type Directory = {
  readonly nameOf: (named: Named) => Promise<string | undefined>;
  readonly note: (named: Named, name: string, now: Instant) => Promise<void>;
};

const DAY = 86_400_000;

/** Milliseconds: how long a name is kept, which is longer than any case, and how old it may be before it is written anew. */
const [KEPT, OLD] = [120 * DAY, 7 * DAY];

/** Longer names are cut (UTF-16 units). */
const LONGEST = 100;

export function directory(values: Values): Directory {
  const rowOf = async (named: Named): Promise<Row | undefined> => {
    const row = await values.get(keyOf(named));
    return isRow(row) ? row : undefined;
  };
  return {
    nameOf: async (named) => (await rowOf(named))?.name,
    note: async (named, written, now) => {
      const name = written.replaceAll(UNSEEN, " ").trim().slice(0, LONGEST);
      const before = await rowOf(named);
      if (name === "" || (before?.name === name && now - before.at < OLD)) return;
      await values.set(keyOf(named), { name, at: now }, later(now, KEPT));
    },
  };
}

/** Control, format and line-separating characters: a name is one line. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]+/gu;

function keyOf({ kind, id }: Named): string {
  return `name ${kind} ${id}`;
}

type Row = { readonly name: string; readonly at: Instant };

/** We wrote it ourselves; only whether it is there has to be asked. */
function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && "name" in value;
}
