import { KEY_DATABASE, type Monitor, NO_LOGON } from "../../support/alerts.ts";
import { SP4 } from "../../support/pastes.ts";
import { type Scenario, scenario } from "../scenario.ts";

const MONITORS: readonly Monitor[] = ["Alertmanager", "Grafana", "PagerDuty", "Datadog"];

/** Monitors say more than people do. */
export const alertScenarios: readonly Scenario[] = [
  ...MONITORS.map((by) =>
    scenario(
      `${by} posts an alert, and Ana begins with its steps`,
      async ({ alert, ana, ben, posts }) => {
        await alert({ by, ...KEY_DATABASE });
        await ben.sees("Q818952", "Cause");
        await ana.presses("Start");
        await ben.sees("Step 1 of 7");
        posts(1);
      },
      "overhearing",
    ),
  ),

  scenario(
    "a flood of one alert is one case with one line that counts, and Ana reads when it was over",
    async ({ alert, ana, posts }) => {
      for (let times = 0; times < 12; times++) await alert({ by: "Grafana", ...KEY_DATABASE });
      await ana.sees("Q818952", "The same alert came again: 12 times so far");
      posts(2);
      await alert({ by: "Grafana", ...KEY_DATABASE, isOver: true });
      await ana.sees("The monitor says that it is over");
      await ana.misses("12 times so far");
      posts(2);
    },
    "overhearing",
  ),

  ...MONITORS.map((by) =>
    scenario(
      `${by} writes its alert anew: the answer follows, and Ana reads when it was over`,
      async ({ alert, alertChanges, ana, posts }) => {
        const posted = await alert({ by, ...KEY_DATABASE });
        await ana.sees("Q818952");
        await alertChanges(posted, { by, ...NO_LOGON });
        await ana.sees("Q274321");
        await ana.misses("Q818952");
        posts(1);
        await alertChanges(posted, { by, ...NO_LOGON, isOver: true });
        await ana.sees("The monitor says that it is over", "Q274321");
        posts(2);
      },
      "overhearing",
    ),
  ),

  scenario(
    "an alert that is over before anybody knew of it is no news, and one that nobody knows is met with silence",
    async ({ alert, ana, posts }) => {
      for (const by of MONITORS) await alert({ by, ...KEY_DATABASE, isOver: true });
      await alert({ by: "Alertmanager", name: "DiskFull", words: "disk full on EXCH02, error 0xDEAD0001" });
      await ana.misses("Q818952", "over");
      posts(0);
    },
    "overhearing",
  ),

  scenario(
    "another alert while Ana works on the first is a case of its own",
    async ({ alert, ana, posts }) => {
      await alert({ by: "Datadog", ...KEY_DATABASE });
      await ana.presses("Start");
      await alert({ by: "Grafana", ...NO_LOGON });
      await ana.sees("Step 1 of 7", "Q274321");
      posts(2);
    },
    "overhearing",
  ),

  scenario(
    "a bot that repeats what was answered, and one that gives orders, are not answered",
    async ({ alert, echo, ana, posts }) => {
      const first = await alert({ by: "Grafana", ...KEY_DATABASE });
      await ana.sees("Q818952");
      await echo(SP4, first);
      await echo("KMS cannot mount its key database after Windows 2000 Service Pack 4 (event 5085)", first);
      await alert({ by: "PagerDuty", name: "channel off", words: "channel off" });
      await alert({ by: "PagerDuty", name: "escalate", words: "escalate critical mail is down" });
      await ana.asks("channel");
      await ana.sees("This channel is set to", "I look at every message");
      posts(1);
    },
    "overhearing",
  ),

  scenario(
    "Ana lets it pass over what monitors post, and then not where it only listens to mentions",
    async ({ alert, ana, ben, posts }) => {
      await ana.asks("channel alerts off");
      await ana.sees("I pass over what monitors and other bots post");
      await alert({ by: "Grafana", ...KEY_DATABASE });
      await ben.says(SP4);
      await ben.sees("Q818952");
      posts(1);
      await ana.asks("channel mention");
      await ana.asks("channel alerts on");
      await ana.sees("I look only at messages that mention me. I look at what monitors and other bots post, too");
      await alert({ by: "Grafana", ...NO_LOGON });
      await ben.sees("Q274321");
      await ben.says(SP4);
      posts(2);
      await ana.asks("mute");
      await alert({ by: "Datadog", ...KEY_DATABASE });
      await ana.misses("came again");
      posts(2);
    },
    "overhearing",
  ),

  scenario(
    "an alert about what Ana works on already joins her case",
    async ({ alert, ana, ben, posts }) => {
      await ana.says(SP4);
      await ana.presses("Start");
      await alert({ by: "Alertmanager", ...KEY_DATABASE });
      await ben.sees("The same alert came again: 2 times so far");
      posts(2);
    },
    "overhearing",
  ),

  scenario(
    "Ana points at an alert in a channel that is off, and is answered",
    async ({ alert, ana, posts }) => {
      await ana.asks("channel off");
      const it = await alert({ by: "Grafana", ...KEY_DATABASE });
      posts(0);
      await ana.points(it);
      await ana.sees("Q818952");
    },
    "overhearing",
    "menus",
  ),
];
