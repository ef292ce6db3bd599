import { z } from "zod";
import { FEATURES } from "./features.ts";
import { formatModel, parseModel } from "./model-text.ts";
import type { Model } from "./model.ts";

/** What a model was fitted on. */
export type Fitted = {
  /** ISO 8601 date. */
  readonly on: string;
  readonly articles: number;
  readonly queries: number;
  /** Of the queries, those that people labelled. */
  readonly labelled: number;
  readonly seed: number;
};

/** One line of a reliability table: of the queries answered with about this confidence, the share that was right. */
export type Reliability = {
  readonly from: number;
  readonly to: number;
  readonly queries: number;
  readonly said: number;
  readonly right: number;
};

/** A model with what is to be known of it, as `kms calibrate` writes it. */
export type FittedModel = {
  readonly model: Model;
  readonly fitted: Fitted;
  readonly reliability: readonly Reliability[];
};

export type ParsedModelFile =
  | { readonly kind: "model"; readonly fitted: FittedModel }
  /** `why` is a fact and the way out. */
  | { readonly kind: "unusable"; readonly why: string };

/** What the weights mean by themselves; they are of no use to a program that reads them otherwise. */
const FORMAT = 1;

export function formatModelFile({ model, fitted, reliability }: FittedModel): string {
  const file = { kind: KIND, format: FORMAT, fitted, features: FEATURES, reliability, weights: formatModel(model) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const KIND = "kms model";

/** Reads a model that was fitted by this version of kms, or by one that looks at the same features. */
export function parseModelFile(text: string): ParsedModelFile {
  const head = HEAD.safeParse(jsonIn(text));
  if (!head.success) return unusable("it is not a model of kms", ANEW);
  if (head.data.format !== FORMAT)
    return unusable(`it has format ${head.data.format}, and this version of kms reads format ${FORMAT}`, ANEW);
  const file = FILE.safeParse(head.data);
  if (!file.success) return unusable(`it is damaged (${firstIssue(file.error)})`, ANEW);
  const { weights, features, fitted, reliability } = file.data;
  const strange = differenceIn(features) ?? damageIn(weights);
  if (strange !== undefined) return unusable(strange, ANEW);
  return { kind: "model", fitted: { model: parseModel(weights), fitted, reliability } };
}

const ANEW = "Make one with this version: kms calibrate --into FILE";

function unusable(fact: string, wayOut: string): ParsedModelFile {
  return { kind: "unusable", why: `${fact}. ${wayOut}.` };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const HEAD = z.looseObject({ kind: z.literal(KIND), format: z.number() });

const COUNT = z.int().nonnegative();
const SHARE = z.number().min(0).max(1);

const FILE = z.object({
  fitted: z.object({ on: z.iso.date(), articles: COUNT, queries: COUNT, labelled: COUNT, seed: z.number() }),
  features: z.array(z.string()),
  reliability: z.array(z.object({ from: SHARE, to: SHARE, queries: COUNT, said: SHARE, right: SHARE })),
  weights: z.array(z.string()),
});

function firstIssue({ issues }: z.ZodError): string {
  const [issue] = issues;
  return issue === undefined ? "nothing fits" : `${issue.path.join(".")}: ${issue.message}`;
}

/** A feature that one of both does not have: then the others hardly mean the same either. */
function differenceIn(features: readonly string[]): string | undefined {
  const own: ReadonlySet<string> = new Set(FEATURES);
  const theirs = new Set(features);
  const unknown = features.filter((name) => !own.has(name));
  const missing = FEATURES.filter((name) => !theirs.has(name));
  if (unknown.length + missing.length === 0) return undefined;
  const facts = [
    ...(unknown.length === 0 ? [] : [`on features that this version does not know (${unknown.join(", ")})`]),
    ...(missing.length === 0 ? [] : [`without some that it looks at (${missing.join(", ")})`]),
  ];
  return `it was fitted for another version of kms, ${facts.join(" and ")}`;
}

/** Lines that say something else to this program than they do to a reader. */
function damageIn(weights: readonly string[]): string | undefined {
  const line = weights.find((one) => !isSound(one));
  if (line !== undefined) return `it is damaged (weights: "${line.slice(0, 60)}")`;
  const read = new Set(formatModel(parseModel(weights)));
  const lost = weights.find((one) => !read.has(one));
  if (lost !== undefined) return `it is damaged (weights: "${lost.slice(0, 60)}")`;
  return read.size === new Set(weights).size ? undefined : "it is damaged (weights: some are missing)";
}

const NAMES: ReadonlySet<string> = new Set([...FEATURES, "lead", "rank"]);

function isSound(line: string): boolean {
  const [, part, ...words] = line.split(" ");
  const pairs = words.map((word) => word.split(/[=<]/)).filter((pair) => pair.length > 1);
  return pairs.every(isPair) && ((part !== "tree" && part !== "doubt") || isTree(words));
}

function isPair([name = "", number = "", ...rest]: readonly string[]): boolean {
  return NAMES.has(name) && isNumber(number) && rest.length === 0;
}

function isNumber(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}

/** Read from the front, each branch opens one place more and each leaf closes one; none is open only at the end. */
function isTree(words: readonly string[]): boolean {
  let open = 1;
  for (const word of words) {
    if (open === 0) return false;
    if (word.includes("<")) open++;
    else if (isNumber(word)) open--;
    else return false;
  }
  return open === 0;
}
