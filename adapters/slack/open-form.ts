import type { Place, TokenOf } from "../../src/app/platform.ts";
import { noticeView } from "../../src/core/view/notice-view.ts";
import { rich, strong } from "../../src/core/view/rich.ts";
import type { Fetcher } from "./complete.ts";
import { renderForm, renderPasteBox } from "./form.ts";
import type { Heard } from "./heard.ts";
import type { Json } from "./json.ts";
import { sendAside } from "./aside.ts";
import type { Mail } from "./mail.ts";
import { slackPlace } from "./ref.ts";
import { reasonOf } from "./report.ts";

export type FormOpener = Fetcher & Mail;

/** Asks for the words that a button needs. Where Slack no longer opens the form, a message says what to do. */
export async function openForm(opener: FormOpener, heard: Extract<Heard, { kind: "form" }>): Promise<void> {
  const { form, trigger, by } = heard;
  const token = await opener.tokens.tokenFor(form.place.tenant);
  if (token === undefined) return;
  try {
    await open(opener, token, trigger, renderForm(form, by));
  } catch (error) {
    opener.report({
      level: "warn",
      text: `Cannot open a form: ${reasonOf(error)}. The person is asked to press again.`,
    });
    const view = tooLate(form.title);
    await sendAside(opener, { ...aside(form.place), to: by, answer: form.answer, view }, token);
  }
}

/** The box for a paste; where Slack no longer opens it, a direct message says so, because it was asked for in no channel. */
export async function openPasteBox(
  opener: FormOpener,
  { tenant, trigger, by }: Extract<Heard, { kind: "paste-box" }>,
): Promise<void> {
  const token = await opener.tokens.tokenFor(tenant);
  if (token === undefined) return;
  try {
    await open(opener, token, trigger, renderPasteBox());
  } catch (error) {
    opener.report({ level: "warn", text: `Cannot open the box for a paste: ${reasonOf(error)}. The person is told.` });
    const place = slackPlace(tenant, by.id, undefined, true);
    await sendAside(opener, { ...aside(place), to: by, answer: undefined, view: NO_BOX }, token);
  }
}

const NO_BOX = noticeView(rich("Slack did not open the box in time. Try it again, or paste the error here."));

function aside(place: Place) {
  return { kind: "aside", key: "form", place, tokenOf: noToken } as const;
}

/** What is said here has no buttons. */
const noToken: TokenOf = () => "";

function tooLate(title: string) {
  return noticeView(
    rich("Slack did not open the form in time, so nothing was changed. Press ", strong(title), " again."),
  );
}

/** The SDK's type of a view is narrower than what a plain object proves. */
async function open({ clients }: FormOpener, token: string, trigger: string, view: Json): Promise<void> {
  await clients.clicks.apiCall("views.open", { token, trigger_id: trigger, view });
}
