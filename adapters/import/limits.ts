/** What one import takes from one source before it stops: generous for archives, firm for bombs. */
export const IMPORT_LIMITS = {
  /** One document. The longest of the Microsoft archive has 0.3 MB. */
  documentBytes: 1_048_576,
  /** A CSV or JSON export, which holds many documents; JSON is read whole. */
  csvBytes: 1_073_741_824,
  jsonBytes: 134_217_728,
  /** Files, entries of an archive, rows of an export. */
  entries: 500_000,
  /** All that an archive unpacks to. */
  unpackedBytes: 8_589_934_592,
  /** Text shrinks to a tenth, rarely to a fiftieth; a bomb to a thousandth. */
  ratio: 200,
  /** Below this an archive may have any ratio. */
  ratioFreeBytes: 16_777_216,
  nameLength: 1_024,
  folderDepth: 32,
} as const;
