import type { Via } from "./signal.ts";

/** Whether a line begins like a line of a log: a time, a level, a program and its process, a file and line. */
export function isLogStart(line: string): boolean {
  return LOG_START.test(line);
}

const LOG_START = new RegExp(
  [
    /^\s*(?:<\d{1,3}>\d?\s?)?\[?(?:\d{4}[-/.]\d\d[-/.]\d\d|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s{1,2}\d{1,2})[T, ]{1,2}\[?\d{1,2}:\d\d/,
    /^\s*\[?\d{1,2}:\d\d:\d\d/,
    /^\s*\[?(?:ERROR|WARN|WARNING|FATAL|INFO|DEBUG|TRACE|CRITICAL|SEVERE|PANIC|DETAIL|HINT|NOTICE|LOG|STOP|BUGCHECK)\]?[:\s]\s{0,4}\S/,
    /^\s*(?:[Ff]atal )?(?:[Ee]rror|[Ww]arning|[Ff]atal|[Ee]xception)(?: [\w'"-]{0,12}\d[\w'"-]{0,12})?:/,
    /^\s*(?:Fatal |Setup |System |Internal |Syntax |Compile )?Error\b[\w '"-]{0,24}:|^\s*Caused by:/,
    /^\s*[\w.$-]{1,60}\[\d{1,7}\]:\s/,
    /^\s*(?:\.{0,2}\/|[A-Za-z]:\\)?[\w.\\/ -]{1,80}\.(?:c|cpp|cxx|h|hpp|rc|idl|py|js|ts|java|go|rs|lib|obj)\b[\w.()]{0,40}(?:\(\d+\)|:\d+)? ?:/,
    /^\s*(?:at|File) ["\w$./<(]{1,80}[("]/,
    /^\s*[\w$]{1,40}(?:\.[\w$]{1,40}){0,10}(?:Exception|Error|Fault|Warning):\s/,
    /^\s*(?:[a-z][\w-]{1,24}): (?:\[?(?:error|fatal|warning|emerg|crit|alert)\b)/,
    /^\s*(?:Warning|Normal)\s{2,}\w/,
    /^\s*\{"/,
    /^\s*Traceback \(/,
  ]
    .map((part) => part.source)
    .join("|"),
);

/** Whether a line reads like the message of a program. In a command people describe, so a description needs more to count. */
export function isErrorLike(line: string, via: Via): boolean {
  if (NARRATIVE.test(line)) return false;
  if (SURE.test(line)) return true;
  const formal = FORMAL.test(line);
  if (via === "command") return formal && ERROR_WORD.test(line) && /[.!)\]"']\s*$|:\s|\d{3}/.test(line);
  return ERROR_WORD.test(line) && (formal || /[.:]\s*$|["'\\]/.test(line));
}

/** How people tell what happens; programs say what happened. */
const NARRATIVE =
  /\b(?:allows? (?:remote |local |malicious )?(?:attackers|users)|this (?:happens|bug|issue|problem|is an error)|however|apparently|very likely|unless|resulting in|results in|causing|caused by an?|due to|workaround|seems? to|you'll|after (?:install|upgrad|mov|apply|remov|restart|reboot)ing|for the time being|even (?:if|though)|in the version|and earlier|instead of|turns out|when (?:trying|using|installing|running|opening|you|users?)|because of|attackers?)\b/i;

/** Begins as programs begin: a capital, a sign, a path, a number. */
const FORMAL = /^[\s>]{0,8}(?:[A-Z\d"'`[({<\\/*%:_-]|\w+\.\w|[a-z]+[A-Z])/;

const SURE =
  /\b0x[0-9a-f]{4,8}\b|\[[0-9A-F]{8}\]|^\s*STOP\b|caused an? (?:invalid|general|exception|stack|divide)|\b(?:run-?time|fatal|internal|system|application|compiler?|link(?:er)?|jet|winsock|i\/o) error\b|error\s?[#(:=']{0,2}\s?-?\d+|\b(?:[A-Z]{1,4}\d{4}):|Exception\b.{0,3}:|\berrno\b/i;

const ERROR_WORD =
  /\b(?:err(?:or)?s?|fail(?:s|ed|ure|ing)?|cannot|can't|cant|can not|could not|couldn't|unable|not (?:be |been )?(?:found|valid|available|supported|accessible|responding|recognized|installed|registered|enough|allowed|permitted|exist|started|open|loaded|respond)|invalid|denied|illegal|fault|exception|fatal|warning|missing|does not|did not|do not|don't|doesn't|didn't|was not|were not|is not|are not|has not|have not|isn't|wasn't|no such|no longer|terminated|timed? ?out|timeout|corrupt(?:ed|ion)?|refused|rejected|aborted|expected|unexpected|unknown|exceeded|insufficient|out of|overflow|mismatch(?:ed)?|already|must|violation|unrecoverable|low on|too (?:long|large|many|complex|few|small|big)|conflict|disabled|stopped|damaged|undefined|unresolved|duplicate|incorrect|improper|bad|please|would you like|do you want|locked|broken|reset by|refus|incompatible|incomplete|will not|requires|there (?:is|are) no|click ok|press any key|insert (?:the|disk)|contact (?:your|the|technical|microsoft|support)|choose (?:the|ok)|verify that|make sure|try again|ensure that)\b/i;
