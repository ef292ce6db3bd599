import { type Stages, stagesOn } from "../../adapters/commands/stages.ts";

/** How far a command has come, on this terminal; what it says goes to the standard output all the same. */
export function stagesHere(): Stages {
  const { stderr } = process;
  const screen = { write: (text: string) => void stderr.write(text), isTTY: stderr.isTTY, columns: stderr.columns };
  return stagesOn(screen, () => performance.now());
}
