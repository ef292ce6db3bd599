import type { Ability, Room } from "./seat.ts";

/** A conversation as people have it, the same on every platform. */
export type Scenario = {
  /** A sentence about a person. */
  readonly name: string;
  readonly needs: readonly Ability[];
  readonly play: (room: Room) => Promise<void>;
};

/** `scenario("Ana is answered", async ({ ana }) => …, "company")` */
export function scenario(name: string, play: Scenario["play"], ...needs: readonly Ability[]): Scenario {
  return { name, needs, play };
}
