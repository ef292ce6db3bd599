import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Whole conversations over real sockets: patience for a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "threads",
    globalSetup: ["test/support/postgres-for-tests.ts"],
  },
});
