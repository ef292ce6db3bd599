/** How a piece of text looks. A terminal without colours shows it plain. */
export type Style = "plain" | "strong" | "code" | "dim" | "heading" | "primary" | "danger";

/** Select Graphic Rendition: {@link https://www.ecma-international.org/publications-and-standards/standards/ecma-48/} */
const SGR: Readonly<Record<Style, string>> = {
  plain: "",
  strong: "1",
  code: "36",
  dim: "2",
  heading: "1",
  primary: "1;32",
  danger: "1;31",
};

export function paint(text: string, style: Style, isColoured: boolean): string {
  return isColoured && style !== "plain" && text !== "" ? `\u001B[${SGR[style]}m${text}\u001B[0m` : text;
}

/** Colours only where somebody looks, and did not refuse them: {@link https://no-color.org} */
export function wantsColour(isTTY: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  return isTTY && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
}
