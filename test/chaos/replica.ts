import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Delivery, MessageRef, Sent } from "../../src/app/platform.ts";
import type { WirePost } from "../support/platform/visible.ts";
import type { FromReplica, Setup, ToReplica } from "./replica-protocol.ts";

/** The chat system as a replica reaches it. */
export type Chat = {
  readonly send: (post: WirePost, replica: Replica) => Promise<Sent>;
  readonly find: (key: string) => MessageRef | "absent" | "unknown";
};

/** A bot in a process of its own that can be killed. */
export type Replica = {
  /** Resolves when it was acknowledged; rejects when it was refused or nobody is there any more. */
  readonly deliver: (delivery: Delivery) => Promise<"stored" | "known">;
  /** Ends it without any farewell. */
  readonly kill: () => Promise<void>;
  /** Asks it to go, and resolves with the milliseconds it took. */
  readonly stop: () => Promise<number>;
  readonly measure: () => Promise<Extract<FromReplica, { kind: "measured" }>>;
  readonly warnings: readonly string[];
  readonly isAlive: () => boolean;
};

type Waiter = { readonly resolve: (outcome: "stored" | "known") => void; readonly reject: (error: Error) => void };

/** `checkout`: another release whose replica it is; this one where there is none. */
export async function startReplica(setup: Setup, chat: Chat, checkout?: string): Promise<Replica> {
  const folder = checkout === undefined ? import.meta.dirname : join(checkout, "test", "chaos");
  const child = fork(join(folder, "replica-main.ts"), [JSON.stringify(setup)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const waiters = new Map<number, Waiter>();
  const warnings: string[] = [];
  let count = 0;
  let measured: ((figures: Extract<FromReplica, { kind: "measured" }>) => void) | undefined;
  const over = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.once("exit", () => {
    for (const { reject } of waiters.values()) reject(new Error("The replica is gone."));
    waiters.clear();
  });
  const tell = (message: ToReplica) => {
    if (child.connected) child.send(message, () => {});
  };
  const replica: Replica = {
    deliver: (delivery) =>
      new Promise((resolve, reject) => {
        if (!child.connected) return reject(new Error("The replica is gone."));
        const n = ++count;
        waiters.set(n, { resolve, reject });
        tell({ kind: "deliver", n, delivery });
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await over;
    },
    stop: async () => {
      const begun = performance.now();
      tell({ kind: "stop" });
      await over;
      return performance.now() - begun;
    },
    measure: () =>
      new Promise((resolve) => {
        measured = resolve;
        tell({ kind: "measure" });
      }),
    warnings,
    isAlive: () => child.connected,
  };
  const hear = async (message: FromReplica) => {
    if (message.kind === "accepted") waiters.get(message.n)?.resolve(message.outcome);
    if (message.kind === "refused") waiters.get(message.n)?.reject(new Error(message.why));
    if ("n" in message) waiters.delete(message.kind === "accepted" || message.kind === "refused" ? message.n : -1);
    if (message.kind === "warned") warnings.push(message.problem);
    if (message.kind === "measured") measured?.(message);
    if (message.kind === "find") tell({ kind: "found", n: message.n, found: chat.find(message.key) });
    if (message.kind === "send") tell({ kind: "sent", n: message.n, sent: await chat.send(message.post, replica) });
  };
  await untilReady(child, (message) => void hear(message));
  return replica;
}

function untilReady(child: ChildProcess, hear: (message: FromReplica) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The replica ended with ${code} before it was ready.`)));
    child.on("message", (message: FromReplica) => (message.kind === "ready" ? resolve() : hear(message)));
  });
}
