/**
 * Slack's markup: `<@U1>`, `<#C1|name>`, `<!here>`, `<!subteam^S1>`, `<!date^…>`, `<https://x|label>`. `&`, `<` and `>`
 * are written `&amp;`, `&lt;` and `&gt;` when they mean themselves.
 * {@link https://docs.slack.dev/messaging/formatting-message-text}
 */
export type Mark = { readonly raw: string; readonly target: string; readonly label: string | undefined };

export function marksIn(text: string): readonly Mark[] {
  return [...text.matchAll(MARK)].map(([raw, target = "", label]) => ({ raw, target, label }));
}

export function replaceMarks(text: string, by: (mark: Mark) => string): string {
  return text.replaceAll(MARK, (raw: string, target: string, label: string | undefined) => by({ raw, target, label }));
}

const MARK = /<([@#!]?[^<>|\n]+)(?:\|([^<>]*))?>/g;

export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

export function unescape(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
