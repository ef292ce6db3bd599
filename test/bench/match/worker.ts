import { type ChildProcess, fork } from "node:child_process";
import type { Answer, Order } from "./messages.ts";

/** The process of one engine, seen from outside. */
export type Worker = {
  /** The answer to an order, or undefined when it did not come within `milliseconds`; the process is gone then. */
  readonly ask: <K extends Answer["kind"]>(
    order: Order,
    kind: K,
    milliseconds: number,
  ) => Promise<Extract<Answer, { kind: K }> | undefined>;
  readonly end: () => void;
};

/** An index is allowed more memory than Node's default heap. */
const HEAP_MEGABYTES = 12_000;

const USE_BUILT = new URL("./use-built.ts", import.meta.url).href;

export function startWorker(): Worker {
  const child = fork(new URL("../main.ts", import.meta.url), ["engine-process"], {
    execArgv: ["--expose-gc", `--max-old-space-size=${HEAP_MEGABYTES}`, "--no-warnings", "--import", USE_BUILT],
  });
  return {
    ask: async (order, kind, milliseconds) => {
      const answer = await answerTo(child, order, milliseconds);
      if (answer?.kind === "failed") throw new Error(`Cannot measure the engine: it failed. ${answer.stack}`);
      return isOfKind(answer, kind) ? answer : undefined;
    },
    end: () => void child.kill("SIGKILL"),
  };
}

function answerTo(child: ChildProcess, order: Order, milliseconds: number): Promise<Answer | undefined> {
  const { promise, resolve } = Promise.withResolvers<Answer | undefined>();
  const onGone = () => resolve(undefined);
  const timer = setTimeout(() => {
    child.kill("SIGKILL");
    resolve(undefined);
  }, milliseconds);
  child.once("message", resolve).once("exit", onGone);
  child.send(order, (error) => (error === null ? undefined : resolve(undefined)));
  return promise.finally(() => {
    clearTimeout(timer);
    child.off("message", resolve).off("exit", onGone);
  });
}

function isOfKind<K extends Answer["kind"]>(
  answer: Answer | undefined,
  kind: K,
): answer is Extract<Answer, { kind: K }> {
  return answer?.kind === kind;
}
