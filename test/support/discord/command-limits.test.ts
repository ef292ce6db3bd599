import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDiscord } from "./index.ts";
import type { FakeDiscord } from "./index.ts";
import { call, objections } from "./raw.ts";

const of = (length: number): string => "x".repeat(length);
const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const command = (more: object = {}) => ({ name: "kms", description: "Known errors", ...more });
const typed = (more: object = {}) => ({ type: 3, name: "query", description: "Words", ...more });

describe("registering a command", () => {
  let discord: FakeDiscord;

  beforeAll(async () => void (discord = await startDiscord({ rates: "off" })));
  afterAll(async () => await discord.stop());

  const register = async (...commands: readonly object[]) =>
    await call(discord, `PUT /applications/${discord.botId}/commands`, commands);

  it.each<{ readonly what: string; readonly commands: readonly object[]; readonly at: string }>([
    { what: "capitals in its name", commands: [command({ name: "KMS" })], at: "0.name" },
    { what: "a space in its name", commands: [command({ name: "k m" })], at: "0.name" },
    { what: "a name over 32", commands: [command({ name: of(33) })], at: "0.name" },
    { what: "a description over 100", commands: [command({ description: of(101) })], at: "0.description" },
    { what: "no description", commands: [{ name: "kms" }], at: "0.description" },
    {
      what: "26 options",
      commands: [command({ options: times(26, (i) => typed({ name: `o${i}` })) })],
      at: "0.options",
    },
    {
      what: "26 choices",
      commands: [command({ options: [typed({ choices: times(26, (i) => ({ name: `${i}`, value: `${i}` })) })] })],
      at: "0.options.0.choices",
    },
    {
      what: "a choice over 100",
      commands: [command({ options: [typed({ choices: [{ name: of(101), value: "x" }] })] })],
      at: "0.options.0.choices.0.name",
    },
    {
      what: "a required option after another",
      commands: [command({ options: [typed(), typed({ name: "b", required: true })] })],
      at: "0.options.1",
    },
    { what: "an option twice", commands: [command({ options: [typed(), typed()] })], at: "0.options.1.name" },
    {
      what: "choices and autocomplete",
      commands: [command({ options: [typed({ autocomplete: true, choices: [{ name: "a", value: "a" }] })] })],
      at: "0.options.0.autocomplete",
    },
    {
      what: "a sub-command beside an option",
      commands: [command({ options: [{ type: 1, name: "a", description: "a" }, typed()] })],
      at: "0.options",
    },
    {
      what: "a menu with a description",
      commands: [{ type: 3, name: "Match", description: "x" }],
      at: "0.description",
    },
    { what: "the same name twice", commands: [command(), command()], at: "1.name" },
    {
      what: "8001 characters in all",
      commands: [
        command({
          options: times(25, (i) =>
            typed({ name: `o${i}`, choices: times(5, (j) => ({ name: `${j}`, value: of(100) })) }),
          ),
        }),
      ],
      at: "0",
    },
  ])("is refused for $what", async ({ commands, at }) => {
    const answer = await register(...commands);

    expect(answer.json["code"]).toBe(50_035);
    expect(objections(answer.json["errors"])).toContain(at);
  });

  it("keeps the id of a command that is registered again, and of others only what was sent", async () => {
    await register(command(), { type: 3, name: "Match this error" });
    const first = discord.world.commands.get("global")?.[0]?.id;
    await register(command({ description: "Better" }));

    expect(discord.world.commands.get("global")).toMatchObject([{ id: first, description: "Better" }]);
  });
});
