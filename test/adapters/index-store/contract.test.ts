import { inject } from "vitest";
import { openKnowledge } from "../../../adapters/index-store/index.ts";
import { openPostgresKnowledge } from "../../../adapters/index-store/postgres/index.ts";
import { openPool } from "../../../adapters/store/postgres/pool.ts";
import { findingContract } from "../../contract/knowledge/finding.contract.ts";
import { foldersContract } from "../../contract/knowledge/folders.contract.ts";
import type { IndexPlace } from "../../contract/knowledge/knowledge.ts";
import { aPostgresUrl } from "../../support/a-store.ts";
import { aRoom } from "./room.ts";

const memory: IndexPlace = {
  place: "the memory of a process",
  shelf: async () => {
    const cache = aRoom();
    return { open: (folders, model) => openKnowledge({ folders, cache, ...(model && { model }) }) };
  },
};

const postgres: IndexPlace = {
  place: "PostgreSQL",
  shelf: async () => {
    const url = await aPostgresUrl();
    return {
      open: (folders, model) => openPostgresKnowledge({ folders, pool: openPool(url, 4), ...(model && { model }) }),
    };
  },
};

/** Both, or one where no PostgreSQL can be had; then the run has said so. */
for (const index of [memory, ...(inject("postgres") === "" ? [] : [postgres])]) {
  findingContract(index);
  foldersContract(index);
}
