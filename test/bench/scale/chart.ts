import { type Drawing, draw, svgText } from "./svg.ts";

/** What was measured at one size; milliseconds and bytes over bare Node. */
export type Point = {
  readonly articles: number;
  readonly synthetic: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly opening: number;
  readonly resident: number;
  readonly arrayBuffers: number;
};

const WIDTH = 990;
const HEIGHT = 440;
const PANEL = { width: 360, height: 270, top: 60 } as const;

/** Latency and memory by the number of articles, both axes logarithmic. Hollow points have synthetic articles. */
export function scaleChart(points: readonly Point[], ended: string): string {
  const latency = panel(points, { left: 70, title: "From text to verdict", unit: "ms" }, [
    { name: "p99", colour: "#b3261e", value: ({ p99 }) => p99 },
    { name: "p95", colour: "#a15c00", value: ({ p95 }) => p95 },
    { name: "p50", colour: "#00658f", value: ({ p50 }) => p50 },
  ]);
  const memory = panel(points, { left: 540, title: "Memory over bare Node", unit: "MB" }, [
    { name: "resident", colour: "#5b3f8f", value: ({ resident }) => megabytesOf(resident) },
    { name: "arrays", colour: "#2e6b2e", value: ({ arrayBuffers }) => megabytesOf(arrayBuffers) },
  ]);
  const attributes = { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" };
  const style = { "font-family": "system-ui, sans-serif", "font-size": 12, fill: "#222" };
  return svgText(
    draw(
      "svg",
      attributes,
      draw("title", {}, "Latency and memory by the number of articles"),
      draw("rect", { width: WIDTH, height: HEIGHT, fill: "#fff" }),
      draw("g", style, latency, memory, ...caption(points, ended)),
    ),
  );
}

function caption(points: readonly Point[], ended: string): readonly Drawing[] {
  const real = Math.max(0, ...points.filter(({ synthetic }) => synthetic === 0).map(({ articles }) => articles));
  return [
    `Filled points: up to ${real.toLocaleString("en-GB")} real articles. Hollow points: the same and synthetic ones, which recombine`,
    "the words, messages, events and codes of the real ones with their real frequencies; their vocabulary does not grow as a real one would.",
    `The queries are the same at every size. ${ended}`.trim(),
  ].map((words, place) => draw("text", { x: 70, y: HEIGHT - 44 + place * 16, fill: "#555" }, words));
}

/** Given from the highest to the lowest. */
type Series = {
  readonly name: string;
  readonly colour: string;
  readonly value: (point: Point) => number;
};

type Panel = { readonly left: number; readonly title: string; readonly unit: "ms" | "MB" };

function panel(points: readonly Point[], { left, title, unit }: Panel, series: readonly Series[]): Drawing {
  const x = logScale(
    points.map(({ articles }) => articles),
    left,
    left + PANEL.width,
  );
  const values = points.flatMap((point) => series.map(({ value }) => value(point)));
  const y = logScale(values, PANEL.top + PANEL.height, PANEL.top);
  return draw(
    "g",
    {},
    draw("text", { x: left, y: PANEL.top - 20, "font-size": 15, "font-weight": 600 }, title),
    ...x.ticks.flatMap((tick) => verticalTick(x.place(tick), tick)),
    ...y.ticks.flatMap((tick) => horizontalTick(left, y.place(tick), `${tick.toLocaleString("en-GB")} ${unit}`)),
    draw("text", { x: left + PANEL.width / 2, y: PANEL.top + PANEL.height + 36, "text-anchor": "middle" }, "articles"),
    ...series.map((one) => line(points, one, x.place, y.place)),
    ...names(points.at(-1), series, x.place, y.place),
  );
}

/** At least 1, because nothing has no place on a logarithmic axis. */
function megabytesOf(bytes: number): number {
  return Math.max(1, bytes / 1024 / 1024);
}

type Scale = { readonly place: (value: number) => number; readonly ticks: readonly number[] };

/** Whole powers of ten around the values, laid out from `from` to `to`. */
function logScale(values: readonly number[], from: number, to: number): Scale {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 0.05));
  const place = (value: number) => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  return { place, ticks: Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step)) };
}

function verticalTick(x: number, articles: number): readonly Drawing[] {
  const bottom = PANEL.top + PANEL.height;
  return [
    draw("line", { x1: x, x2: x, y1: PANEL.top, y2: bottom, stroke: "#ddd" }),
    draw("text", { x, y: bottom + 18, "text-anchor": "middle" }, articles.toLocaleString("en-GB")),
  ];
}

function horizontalTick(left: number, y: number, label: string): readonly Drawing[] {
  return [
    draw("line", { x1: left, x2: left + PANEL.width, y1: y, y2: y, stroke: "#ddd" }),
    draw("text", { x: left - 6, y: y + 4, "text-anchor": "end" }, label),
  ];
}

function line(
  points: readonly Point[],
  { colour, value }: Series,
  x: (value: number) => number,
  y: (value: number) => number,
): Drawing {
  const places = points.map((point) => ({ x: x(point.articles), y: y(value(point)), isReal: point.synthetic === 0 }));
  const path = places.map((one) => `${one.x.toFixed(1)},${one.y.toFixed(1)}`).join(" ");
  return draw(
    "g",
    { stroke: colour, fill: colour },
    draw("polyline", { points: path, fill: "none", "stroke-width": 2 }),
    ...places.map((one) => draw("circle", { cx: one.x, cy: one.y, r: 3.5, fill: one.isReal ? colour : "#fff" })),
  );
}

/** Pixels between the names of two lines. */
const LEADING = 14;

/** At the ends of the lines, from top to bottom, each below the one before. */
function names(
  last: Point | undefined,
  series: readonly Series[],
  x: (value: number) => number,
  y: (value: number) => number,
): readonly Drawing[] {
  if (last === undefined) return [];
  let lowest = Number.NEGATIVE_INFINITY;
  return series.map(({ name, colour, value }) => {
    lowest = Math.max(lowest + LEADING, y(value(last)) + 4);
    return draw("text", { x: x(last.articles) + 8, y: lowest, fill: colour }, name);
  });
}
