import { decodeHexDump } from "./dump.ts";
import type { Signal, Span } from "./signal.ts";

type Mark = Extract<Signal, { kind: "position" | "build" | "article" | "file" }>;

/** Articles and files named outright, builds with their label, and places in source code. */
export function readMarks(text: string): readonly Mark[] {
  return [...articles(text), ...files(text), ...builds(text), ...positions(text)];
}

/** What a hex dump says: builds and places in source code. */
export function readDumps(text: string): readonly Mark[] {
  return decodeHexDump(text).flatMap(({ characters, span }) =>
    positions(characters, span).concat(dumpedBuilds(characters, span)),
  );
}

function dumpedBuilds(characters: string, span: Span): readonly Mark[] {
  return [...characters.matchAll(DUMPED_BUILD)].map((match) => ({ kind: "build", build: match[0], span }));
}

const DUMPED_BUILD = /(?<![\d.])\d{1,3}\.\d{1,3}\.\d{3,5}\.\d{1,5}(?![\d.])/g;

function articles(text: string): readonly Mark[] {
  return [...text.matchAll(ARTICLE)].map((match) => ({
    kind: "article",
    id: `Q${match[1] ?? match[2] ?? ""}`,
    span: { start: match.index, end: match.index + match[0].length },
  }));
}

/** `Q259906`, `KB 274321`, a link to either, `Article ID: 274321`. */
const ARTICLE =
  /(?<![\w-])(?:Q|KB)[ -]?(\d{6,7})(?!\w)|(?:\/kb\/|\/help\/|[?;]|\barticle(?: id)?:? )(?:q|kb)?(\d{6,7})(?![\w])/gi;

function files(text: string): readonly Mark[] {
  if (!text.includes(".")) return [];
  return [...text.matchAll(FILE)].map((match) => ({
    kind: "file",
    name: match[0].toLowerCase(),
    span: { start: match.index, end: match.index + match[0].length },
  }));
}

const FILE =
  /(?<![\w.@-])[\w$~!-]{1,40}(?:\.[\w$~-]{1,20}){0,2}(?:(?<=\b(?:command|win|mode|format|keyb|edit|more|netx|doskey|chkdsk|scandisk|sys))\.com|\.(?:dll|exe|sys|ocx|drv|vxd|386|bat|cmd|ini|inf|cpl|msc|msi|cab|hlp|chm|mdb|mde|mda|mdw|ldb|edb|stm|chk|log|dat|tmp|lib|obj|pdb|tlb|olb|reg|pst|ost|pab|nk2|dot|doc|xls|xla|ppt|dsn|udl|asp|asa|htm|html|vbs|js|cpp|hxx|hpp|h|c|rc|idl|def|mak|jar|class|so|ttf|fon|wri|adm|pol|lnk|scr|ax|acm|mib|wll|xll|flt|cnv|mst|msp|rdl|ocm))(?![\w]|\.\w|@\d)/gi;

function builds(text: string): readonly Mark[] {
  return [...text.matchAll(BUILD)].map((match) => {
    const build = match[1] ?? "";
    const end = match.index + match[0].length;
    return { kind: "build", build, span: { start: end - build.length, end } };
  });
}

const BUILD =
  /\b(?:version|build|ver\.?|v\.?)[ :=]{0,3}(\d{1,4}(?:\.\d{1,6}){2,3}|\d{1,2}\.\d{3,6}|(?<=build[ :=]{0,3})\d{3,5})(?![\w]|\.\d)/gi;

function positions(text: string, within?: Span): readonly Mark[] {
  if (!text.includes("@")) return [];
  return [...text.matchAll(POSITION)].map((match) => ({
    kind: "position",
    position: match[0].toLowerCase(),
    span: within ?? { start: match.index, end: match.index + match[0].length },
  }));
}

const POSITION = /(?<![\w.-])[\w-]{1,40}\.(?:cpp|cxx|cc|c|hpp|hxx|h|cs|java|py)@\d{1,6}/gi;
