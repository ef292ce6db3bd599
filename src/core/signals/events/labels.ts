/** What a label of an event record introduces. */
export type Field = "log" | "source" | "id" | "instance" | "level" | "category" | "message" | "data" | "xml" | "other";

export type LabelMeaning = {
  readonly field: Field;
  /** Says "event" by itself, so that it may stand anywhere; the others count only at the start of a line or beside one. */
  readonly telling: boolean;
};

/** What this label means in any of the languages Windows speaks, or undefined. */
export function meaningOf(label: string): LabelMeaning | undefined {
  return MEANINGS.get(foldLabel(label));
}

/** Labels are compared without case, accents, spaces and punctuation: `ID de l'événement` is `iddelevenement`. */
export function foldLabel(label: string): string {
  const lower = label.toLowerCase();
  if (ASCII_WORD.test(lower)) return lower;
  return lower.normalize("NFD").replace(/[^\p{L}\p{N}]+/gu, "");
}

const ASCII_WORD = /^[a-z0-9]+$/;

/** One line a language, in the order English, German, French, Spanish, Italian, Portuguese, Dutch, Japanese, Chinese; tools last. */
const TELLING: Readonly<Partial<Record<Field, string>>> = {
  id: `Event ID | Event Id. | Event Identifier | Event Number
    Ereignis-ID | Ereigniskennung | Ereignis-Kennung
    ID de l'événement | ID d'événement | ID événement | N° de l'événement | Numéro de l'événement
    Id. suceso | Id. del suceso | Id. de suceso | Id. del evento | Id. de evento | Id. evento | Identificador de evento
    ID evento | ID dell'evento
    ID do Evento | ID de evento | Identificação do evento
    Gebeurtenis-id | Gebeurtenisnummer
    イベント ID | イベントの ID
    事件 ID | 事件标识 | 事件标识符 | 事件識別碼 | 事件識別元
    EventCode | EvtID | event.code | winlog.event_id`,
  source: `Event Source
    Ereignisquelle
    Source de l'événement
    Origen del suceso | Origen del evento
    Origine evento | Origine dell'evento
    Fonte do evento | Origem do evento
    Bron van gebeurtenis | Gebeurtenisbron
    イベント ソース | イベントのソース
    事件来源 | 事件來源
    SourceName | EventSourceName | ProviderName | PublisherName | Event Provider | winlog.provider_name | event.provider`,
  level: `Event Type
    Ereignistyp
    Type de l'événement | Type d'événement
    Tipo de suceso | Tipo de evento
    Tipo evento | Tipo di evento
    Type gebeurtenis | Gebeurtenistype
    イベントの種類 | イベント タイプ
    事件类型 | 事件類型
    EntryType | LevelDisplayName | EventType`,
  category: `Event Category
    Ereigniskategorie
    Catégorie de l'événement
    Categoría del suceso | Categoría de suceso
    Categoria evento
    Categoria do evento
    Gebeurteniscategorie | Categorie van gebeurtenis
    イベント カテゴリ | イベントの分類
    事件种类 | 事件类别 | 事件類別目錄 | 事件類別`,
  log: `Log Name
    Protokollname
    Nom du journal
    Nombre de registro | Nombre del registro
    Nome registro
    Nome do Log
    Logboeknaam
    ログの名前
    日志名称 | 記錄檔名稱
    LogName`,
  xml: `Event Xml
    Ereignis-XML
    XML de l'événement
    XML de evento
    XML evento
    Gebeurtenis-XML
    イベント XML
    事件 Xml`,
};

const PLAIN: Readonly<Partial<Record<Field, string>>> = {
  id: "ID | Kennung | Event",
  log: "Log",
  instance: "InstanceId",
  source: "Source | Quelle | Origen | Origine | Fonte | Origem | Bron | ソース | 来源 | 來源 | Provider | Src",
  level:
    "Type | Level | Severity | Typ | Ebene | Niveau | Nivel | Tipo | Livello | Nível | レベル | 種類 | 级别 | 等級 | 層級 | 类型 | 類型",
  category: `Category | Task Category | Task
    Kategorie | Aufgabenkategorie
    Catégorie | Catégorie de la tâche
    Categoría | Categoría de la tarea
    Categoria attività
    Categoria da Tarefa
    Categorie | Taakcategorie
    分類 | タスクのカテゴリ
    类别 | 類別 | 任务类别 | 工作類別
    TaskDisplayName`,
  message: `Description | Message | Event Description | Event Message
    Beschreibung | Nachricht
    Descripción | Mensaje
    Descrizione | Messaggio
    Descrição | Mensagem
    Beschrijving | Bericht
    説明 | メッセージ
    描述 | 说明 | 消息 | 訊息
    msg | RenderedDescription`,
  data: "Data | Daten | Données | Datos | Dati | Dados | Gegevens | データ | 数据 | 資料 | Binary Data",
  other: `Date | Time | User | User Name | Computer | Keywords | Keyword | OpCode | Record Number | Machine Name
    Datum | Zeit | Uhrzeit | Benutzer | Schlüsselwörter | Stichwörter
    Heure | Utilisateur | Ordinateur | Mots clés
    Fecha | Hora | Usuario | Equipo | Palabras clave | Código de operación | Código Op
    Ora | Utente | Parole chiave | Codice operativo
    Usuário | Utilizador | Computador | Palavras-chave
    Tijd | Gebruiker | Trefwoorden
    日付 | 時刻 | ユーザー | ユーザ | キーワード | コンピューター | コンピュータ | オペコード
    日期 | 时间 | 時間 | 用户 | 使用者 | 计算机 | 電腦 | 关键字 | 關鍵字 | 操作代码 | 作業碼
    EventDisplayNumber | TimeCreated | TimeGenerated | TimeWritten | Index | CategoryNumber | ReplacementStrings | UserId | Qualifiers | Version
    ProviderId | ProviderGuid | ProcessId | ThreadId | RecordId | ActivityId | RelatedActivityId | Properties | Bookmark
    KeywordsDisplayNames | OpcodeDisplayName | OpcodeValue | ContainerLog | Container | Site | MatchedQueryIds | Channel
    EventTime | EventReceivedTime | Hostname | Host | ComputerName | SourceModuleName | SourceModuleType | SeverityValue
    Domain | AccountName | AccountType | Sid | SidType`,
};

const FIELDS: readonly Field[] = [
  "log",
  "source",
  "id",
  "instance",
  "level",
  "category",
  "message",
  "data",
  "xml",
  "other",
];

const MEANINGS: ReadonlyMap<string, LabelMeaning> = new Map([...entries(PLAIN, false), ...entries(TELLING, true)]);

function entries(table: Readonly<Partial<Record<Field, string>>>, telling: boolean): [string, LabelMeaning][] {
  return FIELDS.flatMap((field) =>
    labelsIn(table[field]).map((label): [string, LabelMeaning] => [foldLabel(label), { field, telling }]),
  );
}

function labelsIn(lines: string | undefined): readonly string[] {
  return (lines ?? "").split(/\s*[|\n]\s*/).filter((label) => label !== "");
}

/** Longest label, in words: `Categoría de la tarea`. */
export const LABEL_WORDS = 4;

/** The labels of event ids, as they may stand in a sentence too: "Ereignis-ID 5389". */
export const ID_LABELS: readonly string[] = labelsIn(TELLING.id);
