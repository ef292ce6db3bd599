import { setImmediate as turn } from "node:timers/promises";
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from "kysely";
import { beginImmediate } from "./begin.ts";
import { turnstile } from "./turnstile.ts";

/** One connection that everybody takes in turn: SQLite has one writer anyway, and reading is quick. */
export function sqliteDriver(database: DatabaseSync): Driver {
  const turns = turnstile();
  const connection = sqliteConnection(database);
  return {
    init: async () => undefined,
    acquireConnection: async () => {
      await turns.enter();
      // SQLite answers at once, so without a pause a backlog would keep everything else from running.
      await turn();
      return connection;
    },
    releaseConnection: async () => turns.leave(),
    beginTransaction: () => beginImmediate(database),
    commitTransaction: async () => database.exec("commit"),
    rollbackTransaction: async () => {
      if (database.isTransaction) database.exec("rollback");
    },
    destroy: async () => database.close(),
  };
}

function sqliteConnection(database: DatabaseSync): DatabaseConnection {
  const prepared = new Map<string, StatementSync>();
  const statementOf = (sql: string) => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    if (prepared.size < MOST_PREPARED) prepared.set(sql, statement);
    return statement;
  };
  return {
    executeQuery: async <Row>(query: CompiledQuery) => run<Row>(statementOf(query.sql), query.parameters),
    streamQuery: () => {
      throw new Error("Cannot stream rows from SQLite: nothing here needs it. Read them in pages.");
    },
  };
}

/** Enough for every statement we write; the cap is for those with a varying number of parameters. */
const MOST_PREPARED = 300;

function run<Row>(statement: StatementSync, parameters: readonly unknown[]): QueryResult<Row> {
  const values = parameters.map(bindable);
  // Kysely promises its callers the rows' type; SQLite knows nothing of it.
  const rows = (): Row[] => Reflect.apply(statement.all.bind(statement), undefined, values);
  if (statement.columns().length > 0) return { rows: rows() };
  const { changes } = statement.run(...values);
  return { rows: [], numAffectedRows: BigInt(changes) };
}

/** A Date or an object would be stored as NULL without a word. */
function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "bigint")
    return value;
  throw new Error(`Cannot store a ${typeof value} in SQLite. Write it as text or as a number.`);
}
