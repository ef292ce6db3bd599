import { playScenarios } from "./play.ts";
import { TERMINAL_LACKS, terminalRoom } from "./seats/terminal.ts";

playScenarios("The terminal", terminalRoom, { lacks: TERMINAL_LACKS });
