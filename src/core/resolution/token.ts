import type { ArticleId, StepId } from "../kb/article.ts";
import { articleId, isArticleId, isStepId, stepId } from "../kb/ids.ts";
import { type Action, INCIDENT_ACTS, type IncidentAct } from "./action.ts";
import { escapeField, unescapeField } from "./token-field.ts";

/** Buttons outlive releases: a token of another version is not understood rather than misunderstood. */
const VERSION = "1";

/** What a button says, in a compact form: at most 100 characters for usual ids, all of them letters, digits and `._~+-`. */
export function writeAction(action: Action): string {
  return [VERSION, CODES[action.kind], ...fieldsOf(action).map(escapeField)].join(".");
}

/** The action that the token was written for, or undefined when `writeAction` would not have written it so. */
export function readAction(token: string): Action | undefined {
  const [version, code, ...fields] = token.split(".");
  if (version !== VERSION || !isCode(code)) return undefined;
  const action = READERS[code](fieldsReader(fields.map(unescapeField)));
  return writeAction(action) === token ? action : undefined;
}

const CODES = {
  done: "dn",
  failed: "fl",
  skip: "sk",
  "not-applicable": "na",
  back: "bk",
  check: "ck",
  confirm: "cf",
  cancel: "cn",
  fill: "fi",
  open: "op",
  fixed: "fx",
  "not-fixed": "nf",
  abandon: "ab",
  answer: "an",
  none: "no",
  escalate: "es",
  assign: "as",
  share: "sh",
  show: "sw",
  "show-all": "sa",
  incident: "in",
} as const satisfies Readonly<Record<Action["kind"], string>>;

type Code = (typeof CODES)[Action["kind"]];

/** In the order in which `READERS` takes them. */
function fieldsOf(action: Action): readonly string[] {
  return [
    ...("revision" in action ? [action.revision.toString(36)] : []),
    ...("article" in action ? [action.article] : []),
    ...("step" in action ? [action.step] : []),
    ...("to" in action ? [action.to] : []),
    ...("answer" in action ? [action.answer.toString(36)] : []),
    ...("act" in action ? [action.act] : []),
    ...("reason" in action ? [action.reason] : []),
    ...("person" in action ? [action.person, action.of ?? ""] : []),
    ...("name" in action ? [action.name, action.value] : []),
  ];
}

type Fields = {
  readonly text: () => string;
  readonly number: () => number;
  readonly article: () => ArticleId;
  readonly step: () => StepId;
};

const READERS: Readonly<Record<Code, (fields: Fields) => Action>> = {
  dn: (fields) => ({ kind: "done", ...onStep(fields) }),
  fl: (fields) => ({ kind: "failed", ...onStep(fields) }),
  sk: (fields) => ({ kind: "skip", ...onStep(fields), reason: fields.text() }),
  na: (fields) => ({ kind: "not-applicable", ...onStep(fields) }),
  bk: (fields) => ({ kind: "back", ...onStep(fields), to: fields.step() }),
  ck: (fields) => ({ kind: "check", ...onStep(fields), answer: fields.number() }),
  cf: (fields) => ({ kind: "confirm", ...onStep(fields) }),
  cn: (fields) => ({ kind: "cancel", ...onStep(fields) }),
  fi: (fields) => ({ kind: "fill", ...onStep(fields), name: fields.text(), value: fields.text() }),
  op: (fields) => ({ kind: "open", ...onArticle(fields) }),
  fx: (fields) => ({ kind: "fixed", ...onArticle(fields) }),
  nf: (fields) => ({ kind: "not-fixed", ...onArticle(fields) }),
  ab: (fields) => ({ kind: "abandon", ...onArticle(fields) }),
  an: (fields) => ({ kind: "answer", ...onArticle(fields) }),
  no: (fields) => ({ kind: "none", revision: fields.number() }),
  es: (fields) => ({ kind: "escalate", revision: fields.number(), reason: fields.text() }),
  as: (fields) => ({ kind: "assign", revision: fields.number(), person: fields.text(), ...stepIn(fields.text()) }),
  sh: (fields) => ({ kind: "share", revision: fields.number() }),
  in: (fields) => ({
    kind: "incident",
    revision: fields.number(),
    act: incidentAct(fields.text()),
    reason: fields.text(),
  }),
  sw: (fields) => ({ kind: "show", article: fields.article() }),
  sa: () => ({ kind: "show-all" }),
};

function stepIn(text: string): { readonly of?: StepId } {
  return isStepId(text) ? { of: text } : {};
}

/** Nonsense is then not written back the same. */
function incidentAct(text: string): IncidentAct {
  return INCIDENT_ACTS.find((act) => act === text) ?? "note";
}

function isCode(code: string | undefined): code is Code {
  return code !== undefined && Object.hasOwn(READERS, code);
}

function onArticle(fields: Fields): { readonly revision: number; readonly article: ArticleId } {
  return { revision: fields.number(), article: fields.article() };
}

function onStep(fields: Fields): { readonly revision: number; readonly article: ArticleId; readonly step: StepId } {
  return { ...onArticle(fields), step: fields.step() };
}

/** Stand in for what is missing or no id; the token is then not written back the same. */
const [SOME_ARTICLE, SOME_STEP] = [articleId("article"), stepId("step")];

/** Hands out one field after the other. */
function fieldsReader(fields: readonly string[]): Fields {
  const left = fields.values();
  const text = () => left.next().value ?? "";
  const article = (id = text()) => (isArticleId(id) ? id : SOME_ARTICLE);
  const step = (id = text()) => (isStepId(id) ? id : SOME_STEP);
  return { text, number: () => Number.parseInt(text(), 36), article, step };
}
