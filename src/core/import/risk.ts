import type { Risk } from "../kb/article.ts";

/**
 * Judges a step by its words; only a person can judge better, so the words err on the careful side.
 * `destructive`: deletes, formats, repartitions, repairs by throwing data away. `changes`: edits the registry or a
 * setting, installs, restarts. `read-only`: everything else, such as opening, clicking and looking.
 */
export function judgeRisk(text: string): Risk {
  const words = text.replace(NO_DELETION, " ");
  if (DESTRUCTIVE.some((shape) => shape.test(words))) return "destructive";
  return CHANGES.test(words) ? "changes" : "read-only";
}

/** Keys, menus and warnings that only sound like deletion. */
const NO_DELETION =
  /\bctrl\+alt\+del(?:ete)?\b|\bdo not (?:delete|remove|format)\b|\bformat (?:menu|tab|toolbar|painter)\b|\bdelete (?:key|button) on\b|\bchange to (?:the|that|this|your)\b|\b(?:control panel|file menu|insert|click|double-click)(?:,)? add\/remove programs\b|\b(?:click|select|choose|press) (?:the )?"?(?:add|edit|modify|save|copy|move|stop|enter|type|set|clear)\b(?= (?:tab|menu|button|key|option))/gi;

const DESTRUCTIVE: readonly RegExp[] = [
  /\b(?:delete|deletes|erase|deltree|purge|wipe|destroy|truncate)\b/i,
  /\b(?:del|rd|rmdir|rm) (?:\/|-|\*|[a-z]:\\|\S+\.\w{3}\b)/i,
  /\b(?:re)?format (?:the |your |a |an )?(?:hard|disk|drive|partition|volume|floppy|[a-z]:)/i,
  /\b(?:fdisk|repartition|low-level format)\b/i,
  /\b(?:eseutil|esentutl|edbutil)(?:\.exe)? .{0,20}\/(?:p|d \/r)\b/i,
  /\bdrop (?:table|database|index)\b/i,
];

const CHANGES =
  /\b(?:regedit|regedt32|registry|install|reinstall|uninstall|upgrade|apply|restart|reboot|shut down|stop|disable|enable|remove|replace|rename|move|copy|change|modify|edit|add|create|set|reset|clear|configure|update|restore|defragment|repair|convert|register|unregister|type|enter|save|assign|grant|overwrite|turn (?:on|off)|unlock|unmount|dismount|remount|import (?:the|a|an|your|this|it)\b|kill|terminate|flush|renew|revoke|rotate|migrate|promote|demote|deploy|redeploy|roll(?:ing)? ?back|fail ?over|recycle|reload|drain|evict|detach|reindex|reinitiali[sz]e|resync(?:hroni[sz]e)?|net (?:stop|start)|increase|decrease|rebuild)\b/i;

/** Whether a text tells people to make a copy first. */
export function isBackup(text: string): boolean {
  return /\b(?:back(?:ing)? ?up|(?:make|create|perform|have) (?:a |an )?(?:full |complete |current |good )?(?:backup|copy of))\b/i.test(
    text,
  );
}
