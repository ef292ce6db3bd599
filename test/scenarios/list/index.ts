import type { Scenario } from "../scenario.ts";
import { alertScenarios } from "./alerts.ts";
import { answerScenarios } from "./answers.ts";
import { channelScenarios } from "./channel.ts";
import { companyScenarios } from "./company.ts";
import { dutyScenarios } from "./duty.ts";
import { goldenScenarios } from "./golden.ts";
import { runScenarios } from "./runs.ts";

/** Every conversation that the bot owes on every platform. Add yours here: a file a subject. */
export const scenarios: readonly Scenario[] = [
  ...answerScenarios,
  ...runScenarios,
  ...channelScenarios,
  ...alertScenarios,
  ...companyScenarios,
  ...dutyScenarios,
  ...goldenScenarios,
];
