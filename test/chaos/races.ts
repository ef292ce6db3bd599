import { aChatRoom, aClick, aPaste, type ChatRoom, pause } from "./chat-room.ts";
import { type Replica, startReplica } from "./replica.ts";
import { type Engine, expectAtMost, expectCount, type Finding, percentile, round, type Scenario } from "./scenario.ts";

/** How many people press the same button at once. */
const PEOPLE = 20;

export const races: Scenario = {
  name: "races",
  promise: "the same button pressed by 20 people on two processes: one wins, and every other one is told who",
  run: async ({ engines, seed, isFull, count }) => {
    const findings: Finding[] = [];
    for (const engine of engines) findings.push(await raceOn(engine, seed, count ?? (isFull ? 10_000 : 8)));
    return findings;
  },
};

async function raceOn(engine: Engine, seed: number, number: number): Promise<Finding> {
  const room = aChatRoom();
  const setup = { store: await engine.fresh(), times: { poll: 100 }, knowledge: "three-errors", seed } as const;
  const replicas = [await startReplica(setup, room), await startReplica(setup, room)];
  const told = { winners: 0, losers: 0, misled: 0 };
  const times: number[] = [];
  for (let race = 0; race < number; race++) {
    const { winner, losers, took } = await oneRace(room, replicas, `C${race}`);
    told.winners += winner === undefined ? 0 : 1;
    told.losers += losers.length;
    told.misled += losers.filter(({ text }) => winner === undefined || !text.includes(`${winner} marked`)).length;
    times.push(...took);
  }
  await Promise.all(replicas.map((replica) => replica.stop()));
  const [p50, p99] = [percentile(times, 50), percentile(times, 99)];
  const counts = {
    races: number,
    clicks: number * PEOPLE,
    winners: told.winners,
    "losers told who won": told.losers - told.misled,
    "p50 ms": round(p50),
    "p99 ms": round(p99),
  };
  const broken = [
    ...expectCount("winners", told.winners, number),
    ...expectCount("losers told", told.losers - told.misled, number * (PEOPLE - 1)),
    ...expectAtMost("p99 of an answer in ms", p99, 1_000),
  ];
  return { engine: engine.name, counts, broken };
}

type Outcome = {
  readonly winner: string | undefined;
  readonly losers: readonly { readonly to: string; readonly text: string }[];
  readonly took: readonly number[];
};

async function oneRace(room: ChatRoom, replicas: readonly Replica[], channel: string): Promise<Outcome> {
  const [one] = replicas;
  await one?.deliver(aPaste(channel, "error 1"));
  const answer = await room.until(channel, "The store does not mount");
  if (answer === undefined) return { winner: undefined, losers: [], took: [] };
  await one?.deliver(aClick(answer, "Start"));
  const started = await room.until(channel, "Step 1 of 4");
  if (started === undefined) return { winner: undefined, losers: [], took: [] };
  const begun = performance.now();
  const before = room.wall.asides.length;
  const people = Array.from({ length: PEOPLE }, (_, index) => `${channel}P${index}`);
  const clicks = people.flatMap((person, index) => {
    const replica = replicas[index % replicas.length];
    return replica === undefined ? [] : [replica.deliver(aClick(started, "Done", { person }))];
  });
  await Promise.all(clicks);
  const took = await untilTold(room, channel, before, begun);
  const losers = room.wall.asides.slice(before).map(({ to, sight }) => ({ to, text: sight.text }));
  const winners = people.filter((person) => losers.every(({ to }) => to !== `U${person}`));
  return { winner: winners.length === 1 ? winners[0] : undefined, losers, took };
}

/** When each of the answers could be seen, counted from the first click (milliseconds). */
async function untilTold(room: ChatRoom, channel: string, before: number, begun: number): Promise<number[]> {
  const took: number[] = [];
  while (performance.now() - begun < 10_000) {
    const moved = room.inChannel(channel)[0]?.sight.text.includes("Step 2 of 4") === true ? 1 : 0;
    while (took.length < room.wall.asides.length - before + moved) took.push(performance.now() - begun);
    if (took.length >= PEOPLE) return took;
    await pause(2);
  }
  return took;
}
