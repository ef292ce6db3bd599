import { SP4, UPGRADE } from "../../support/pastes.ts";
import { type Scenario, scenario } from "../scenario.ts";

/** The bot among people who talk to each other. */
export const channelScenarios: readonly Scenario[] = [
  scenario(
    "people talk about lunch, and the bot is silent",
    async ({ ana, ben, posts }) => {
      await ana.says("lunch at 12? the KMS team is paying");
      await ben.says("invoice 5389 is still open, can finance look?");
      await ben.misses("Q", "article");
      posts(0);
    },
    "overhearing",
  ),

  scenario(
    "Ana pastes an error in passing, and everybody reads the answer",
    async ({ ana, ben, posts }) => {
      await ana.says(SP4);
      await ben.sees("Q818952", "Cause");
      posts(1);
    },
    "overhearing",
  ),

  scenario(
    "Ana corrects her paste and the answer follows; she deletes it, and it is taken back",
    async ({ ana, posts }) => {
      const said = await ana.says(SP4);
      await ana.sees("Q818952");
      await ana.edits(said, UPGRADE);
      await ana.sees("Q274321");
      await ana.deletes(said);
      await ana.misses("Q274321", "Q818952");
      posts(0);
    },
    "overhearing",
    "editing",
  ),

  scenario(
    "Ana tidies her paste away after the error was fixed, and what was done about it still stands there",
    async ({ ana, ben }) => {
      const paste = await ana.says(SP4);
      await ana.presses("Start");
      await ana.presses("Yes");
      await ana.presses("The error is gone");
      await ben.sees("Fixed: KMS cannot mount its key database", "Read event 5085");
      await ana.edits(paste, "never mind");
      await ana.deletes(paste);
      await ben.sees("Fixed: KMS cannot mount its key database", "Read event 5085");
      await ben.misses("No article fits");
    },
    "editing",
    "company",
  ),

  scenario(
    "Ana mends a message that meant nothing, and is answered",
    async ({ ana }) => {
      const said = await ana.says("hm, what is this");
      await ana.edits(said, SP4);
      await ana.sees("Q818952");
    },
    "overhearing",
    "editing",
  ),

  scenario(
    "Ben pastes the same error again, and is shown where Ana works on it",
    async ({ ana, ben, cem }) => {
      await ana.says(SP4);
      await ana.presses("Start");
      await cem.says("lunch?");
      await ben.says(SP4);
      await ben.sees("This error is being worked on", "2 times");
    },
    "overhearing",
    "company",
  ),

  scenario(
    "a second error in the thread sharpens the answer",
    async ({ ana, ben, posts }) => {
      const said = await ana.says("Event ID: 5389\nSource: MSExchangeKMS");
      await ana.sees("Which of these is true?");
      await ben.says("also seeing Event ID: 5015 now: service failed logging on as a MAPI client", { under: said });
      await ana.sees("Q274321", "Almost certain");
      posts(1);
    },
    "overhearing",
    "company",
  ),

  scenario(
    "Ana calls the bot by its name, and it answers everybody; a miss is for her alone",
    async ({ ana, ben }) => {
      await ana.says("5085", { addressed: true });
      await ben.sees("Q818952");
      await ana.says("9999", { addressed: true });
      await ana.sees("No article fits");
      await ben.misses("No article fits");
    },
    "privacy",
  ),

  scenario(
    "Ana only says its name, and is told what it can do",
    async ({ ana }) => {
      await ana.says("", { addressed: true });
      await ana.sees("What I can do");
    },
    "privacy",
  ),

  scenario(
    "Ana attaches the log that some Windows wrote",
    async ({ ana }) => {
      await ana.says("", { file: { name: "message.txt", content: Buffer.from(`\uFEFF${SP4}`, "utf16le") } });
      await ana.sees("Q818952");
    },
    "files",
  ),

  scenario(
    "Ana mutes the channel and the bot is silent, until she lets it speak again",
    async ({ ana, ben, posts }) => {
      await ana.asks("mute");
      await ana.sees("I am silent in this channel");
      await ben.says(SP4);
      await ben.misses("Q818952");
      posts(0);
      await ana.asks("unmute");
      await ana.sees("I listen in this channel again");
      await ben.says(UPGRADE);
      await ben.sees("Q274321");
    },
    "overhearing",
  ),

  scenario(
    "Ana sets the channel to mentions, then off, and it keeps to that",
    async ({ ana, ben, posts }) => {
      await ana.asks("channel mention");
      await ana.sees("mention", "I look only at messages that mention me");
      await ben.says(SP4);
      await ben.misses("Q818952");
      await ben.says("5015", { addressed: true });
      await ben.sees("Q274321");
      await ana.asks("channel off");
      await ben.says("5085", { addressed: true });
      await ben.misses("Q818952");
      await ben.asks("5085");
      await ben.sees("Q818952");
      posts(1);
    },
    "overhearing",
  ),

  scenario(
    "Ana says a setting that there is not, and is told which there are",
    async ({ ana }) => {
      await ana.says("channel all", { addressed: true });
      await ana.sees("There is no setting", "channel watch", "channel alerts on");
      await ana.misses("No article fits");
      await ana.asks("channel");
      await ana.sees("This channel is set to", "I look at what monitors and other bots post, too");
    },
    "privacy",
  ),

  scenario(
    "Ana pastes with a password and marks that would call everybody, and neither works",
    async ({ ana, ben }) => {
      await ana.says(`${SP4}\nPassword=hunter2hunter2; @everyone <!channel> <!subteam^S1>`);
      await ben.sees("Q818952");
      await ben.misses("hunter2hunter2");
    },
    "overhearing",
  ),
];
