/** A drawing, as nested elements. */
export type Drawing = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Drawing | string)[];
};

export function draw(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Drawing | string)[]
): Drawing {
  return { name, attributes, children };
}

/** The drawing as SVG text; numbers with one decimal place. */
export function svgText(drawing: Drawing, indent = ""): string {
  const { name, attributes, children } = drawing;
  const opening = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(shown(value))}"`)].join(
    " ",
  );
  if (children.length === 0) return `${indent}<${opening}/>\n`;
  if (children.every((child) => typeof child === "string"))
    return `${indent}<${opening}>${children.map(escaped).join("")}</${name}>\n`;
  const inner = children.map((child) => (typeof child === "string" ? escaped(child) : svgText(child, `${indent}  `)));
  return `${indent}<${opening}>\n${inner.join("")}${indent}</${name}>\n`;
}

function shown(value: string | number): string {
  return typeof value === "number" ? String(Math.round(value * 10) / 10) : value;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
