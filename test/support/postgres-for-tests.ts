import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of a database, or nothing where no server could be had. */
    postgres: string;
  }
}

/** One server for the whole run; each test file makes databases of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  try {
    const server = await startPostgres();
    const url = await server.database("kms");
    await addExtension(url);
    project.provide("postgres", url);
    return () => server.stop();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (process.env["CI"] === "true") throw error;
    console.warn(`The PostgreSQL half of the tests does not run here. ${why}`);
    project.provide("postgres", "");
    return async () => undefined;
  }
}

/** Once, where every schema sees it: several that add it at once are in each other's way. */
async function addExtension(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("create extension if not exists pg_trgm");
  await client.end();
}
