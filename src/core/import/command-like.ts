import type { Command } from "../kb/article.ts";
import type { Block } from "./block.ts";

/** The command a set-off piece of text shows; undefined where it shows a message, a table or a listing. */
export function readCommand({ lines, language: said }: Literal): Command | undefined {
  const filled = lines.filter((line) => line.trim() !== "");
  if (filled.length === 0 || filled.length > MOST_LINES || filled.some((line) => line.length > LONGEST_LINE))
    return undefined;
  const shell = SHELLS.get(said?.toLowerCase() ?? "");
  if (shell !== undefined) return { text: lines.join("\n").trim(), language: shell };
  const languages = filled.map(languageOf);
  const language = languages[0];
  if (language === undefined || languages.some((each) => each === undefined)) return undefined;
  return { text: lines.join("\n").trim(), language };
}

type Literal = Extract<Block, { kind: "literal" }>;

/** What is written in one of these is meant to be run; programs and settings are written in the others. */
const SHELLS: ReadonlyMap<string, string> = new Map([
  ...["sh", "bash", "zsh", "shell", "console", "shell-session", "terminal"].map((name) => [name, "sh"] as const),
  ...["powershell", "pwsh", "ps1", "posh"].map((name) => [name, "powershell"] as const),
  ...["bat", "batch", "cmd", "dos"].map((name) => [name, "bat"] as const),
  ...["sql", "psql", "mysql", "plsql", "tsql"].map((name) => [name, "sql"] as const),
]);

const MOST_LINES = 8;

const LONGEST_LINE = 240;

function languageOf(line: string): string | undefined {
  const text = line.trim();
  if (/[.!?]$/.test(text) && text.split(" ").length > 6) return undefined;
  return LANGUAGES.find(({ shape }) => shape.test(text))?.name;
}

/** Names of programs that the archive and today's runbooks tell people to run. Case decides for Unix names only. */
const LANGUAGES: readonly { readonly name: string; readonly shape: RegExp }[] = [
  {
    name: "powershell",
    shape:
      /^(?:PS [^>]*>\s*)?(?:Get|Set|New|Remove|Start|Stop|Restart|Test|Add|Invoke|Import|Export|Enable|Disable)-[A-Z]\w+/,
  },
  {
    name: "sh",
    shape:
      /^(?:[$#] )?(?:sudo|systemctl|service|kubectl|docker|journalctl|apt(?:-get)?|yum|dnf|curl|ssh|chmod|chown|grep|tail|cat|ls|rm|cp|mv|openssl|psql|redis-cli|helm|aws|az|gcloud) [^\s=]/,
  },
  {
    name: "bat",
    shape:
      /^(?:[A-Za-z]:\\[^ >]*>\s*)?"?(?:[A-Za-z]:\\|%\w+%\\|\\\\)?[\w~$.\\-]*\.(?:exe|com|bat|cmd)\b"?\s+(?!\d+\/\d+\/|\d+-\d+-|.*\bbytes\b)["/\-<\w\\.:%[]/i,
  },
  { name: "bat", shape: /^"?(?:[A-Za-z]:\\|%\w+%\\)[\w~$.\\ -]*\.(?:exe|com|bat|cmd)"?$/i },
  {
    name: "bat",
    shape:
      /^(?:[A-Za-z]:\\[^ >]*>\s*)?(?:net (?:start|stop|use|user|accounts|share|view|time|group|localgroup|config|send|session|file)|netsh|regsvr32|regedit|regedt32|rundll32|chkdsk|scandisk|sfc|sc (?:start|stop|query|config|delete)|ipconfig|ping|nslookup|netdiag|dcdiag|ntdsutil|esentutl|eseutil|isinteg|edbutil|attrib|xcopy|copy|ren|rename|del|erase|deltree|md|mkdir|rd|rmdir|cd|chdir|dir|expand|extract|format|fdisk|sys|fixmbr|fixboot|route|arp|nbtstat|netstat|tracert|telnet|ftp|at|cacls|icacls|gpupdate|secedit|reg (?:add|delete|query|import|export)|setup|winnt|winnt32|cscript|wscript|debug|label|subst|type|edit|lodctr|unlodctr|rdisk|ldifde|csvde|repadmin|mstsc|msiexec|convert|diskpart|bcdedit|wevtutil)(?:\s+["/\-<\w\\.:%[*]|\s*$)/i,
  },
];
