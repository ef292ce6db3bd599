/** One promise in code: what it is made of, and the tests that are asked whether they would notice a mistake in it. */
export type Module = { readonly name: string; readonly sources: readonly string[]; readonly tests: readonly string[] };

/** As globs from the root. The tests need no sockets and no servers, as each of them is run hundreds of times. */
export const MODULES: readonly Module[] = [
  {
    name: "state",
    sources: ["src/core/{resolution,escalation}/**/*.ts"],
    tests: ["test/core/{resolution,escalation}/**/*.test.ts"],
  },
  {
    name: "authorization",
    sources: ["src/core/authorization/**/*.ts"],
    tests: ["test/core/authorization/**/*.test.ts"],
  },
  {
    name: "redaction",
    sources: ["src/core/redaction/**/*.ts"],
    // Without the one that reads the whole knowledge base anew for each mistake.
    tests: ["test/core/redaction/**/!(articles).test.ts"],
  },
  {
    name: "escaping",
    sources: ["adapters/{slack,discord}/{text,links,render-text}.ts"],
    tests: ["test/adapters/{slack,discord}/text.test.ts"],
  },
];
