import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Whole conversations over real sockets: patience for a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Processes, not threads: WebAssembly that several threads of one process let go of at once ends Node 24 with a fatal error.
    pool: "forks",
    globalSetup: ["test/support/postgres-for-tests.ts"],
  },
});
