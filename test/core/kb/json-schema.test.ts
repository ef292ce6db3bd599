import { expect, it } from "vitest";
import { frontMatterJsonSchema } from "../../../src/core/kb/front-matter.ts";

it("completes articles in an editor by the schema that the parser uses (renew it with `vitest run -u`)", async () => {
  await expect(`${JSON.stringify(frontMatterJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
    "../../../kb/article.schema.json",
  );
});
