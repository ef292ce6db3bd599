import { describe, expect, it } from "vitest";
import { aBot } from "./bot.ts";
import { play } from "./scenario.ts";
import { aTerminalSeat } from "./terminal-seat.ts";
import { threeErrorScenarios } from "./three-errors.ts";

describe("in a terminal", () => {
  it.each(threeErrorScenarios)("$name", async (scenario) => {
    await expect(play(scenario, await aTerminalSeat(aBot()))).resolves.toBeUndefined();
  });
});
