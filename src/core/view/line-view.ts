import type { Person } from "../escalation/policy.ts";
import { noticeView } from "./notice-view.ts";
import { plain, rich } from "./rich.ts";
import type { Inline, View } from "./view.ts";

/** How a platform names somebody; undefined where it does not know them. */
export type MentionOf = (person: Person) => { readonly user: string; readonly name: string } | undefined;

/** One line in which people are called: where it says their name, they are mentioned by their id. */
export function lineView(text: string, people: readonly Person[], mentionOf: MentionOf): View {
  return noticeView(people.reduce<readonly Inline[]>((line, person) => calling(line, person, mentionOf), rich(text)));
}

function calling(line: readonly Inline[], person: Person, mentionOf: MentionOf): readonly Inline[] {
  const known = mentionOf(person);
  if (known === undefined) return line;
  const mention: Inline = { kind: "mention", ...known };
  const place = line.findIndex((one) => one.kind === "plain" && one.text.includes(person.name));
  const named = line[place];
  if (named?.kind !== "plain") return [...line, plain(" "), mention];
  const at = named.text.indexOf(person.name);
  const around = [plain(named.text.slice(0, at)), mention, plain(named.text.slice(at + person.name.length))];
  return [...line.slice(0, place), ...rich(...around), ...line.slice(place + 1)];
}
