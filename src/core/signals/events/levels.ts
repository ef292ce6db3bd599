import { foldLabel } from "./labels.ts";

/** How grave an event is, in English whatever the language of the log; undefined where it is no such word. */
export function levelOf(written: string): string | undefined {
  return written.length > 40 ? undefined : LEVELS.get(foldLabel(written));
}

/** A field that says it is empty: "None", "Keine", "N/A". */
export function isNone(written: string): boolean {
  return NONE.has(foldLabel(written));
}

const WORDS: Readonly<Record<string, string>> = {
  Error: "Error | Err | Fehler | Erreur | Errore | Erro | Fout | エラー | 错误 | 錯誤",
  Warning: "Warning | Warn | Warnung | Avertissement | Advertencia | Avviso | Aviso | Waarschuwing | 警告",
  Information: `Information | Info | Inf | Informational | Informationen | Informations | Información | Informazioni
    Informações | Informação | Informatie | 情報 | 信息 | 資訊`,
  Critical: "Critical | Crit | Kritisch | Critique | Crítico | Critico | Kritiek | 重大 | 关键 | 嚴重",
  Verbose: "Verbose | Ausführlich | Détaillé | Detallado | Dettagliato | Detalhado | Uitgebreid | 詳細 | 详细",
  "Success Audit": `Success Audit | Audit Success | Erfolgsüberwachung | Überwachung erfolgreich | Erfolgsüberw.
    Audit des succès | Succès de l'audit | Auditoría correcta | 成功审核 | 成功稽核 | 成功の監査`,
  "Failure Audit": `Failure Audit | Audit Failure | Fehlerüberwachung | Überwachung gescheitert | Fehlerüberw.
    Audit des échecs | Échec de l'audit | Error de auditoría | 失败审核 | 失敗稽核 | 失敗の監査`,
};

const LEVELS: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([level, words]) =>
    words.split(/\s*[|\n]\s*/).map((word): [string, string] => [foldLabel(word), level]),
  ),
);

/** Empty in the languages of the label table; "%1" is a placeholder that nobody filled. */
const NONE: ReadonlySet<string> = new Set(
  `None|N/A|Keine|Nicht zutreffend|Aucun|Aucune|Ninguno|Ninguna|No disponible|Nessuno|Nessuna|Non disponibile|Nenhum|Nenhuma
   |Geen|N/D|n.v.t.|なし|无|無|-|0|%1`
    .split("|")
    .map(foldLabel),
);
