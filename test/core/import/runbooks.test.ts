import { describe, expect, it } from "vitest";
import { sectionRole } from "../../../src/core/import/section-role.ts";
import { imported } from "./support.ts";

const RUNBOOK = `+++
title = "etcd has no leader"
tags = ["etcd"]
date = 2024-05-02
[extra]
owner = "platform"
+++

# EtcdNoLeader

## Meaning

The cluster has no leader. The API server answers \`etcdserver: no leader\`.

## Impact

Nothing can be deployed.

## Diagnosis

1. Look at the members:
   \`\`\`sh
   etcdctl member list
   \`\`\`

## Mitigation

1. \`systemctl restart etcd\` on the oldest member.

## Rollback

Start the old members again.
`;

describe("a runbook of operators", () => {
  const { article, modified } = imported(RUNBOOK, "etcd-no-leader.md");

  it("is named, dated and owned by its TOML front matter", () => {
    expect(article).toMatchObject({ title: "etcd has no leader", tags: ["etcd"], owner: "platform" });
    expect(modified).toBe("2024-05-02");
  });

  it("walks people through finding out before mending", () => {
    expect(article.steps.map(({ title }) => title)).toEqual([
      "Look at the members",
      "`systemctl restart etcd` on the oldest member",
    ]);
    expect(article.steps[0]?.commands).toEqual([{ text: "etcdctl member list", language: "sh" }]);
  });

  it("says what is hit, and keeps the way back out of the steps", () => {
    expect(article).toMatchObject({
      symptoms: "Nothing can be deployed.",
      notes: "### Rollback\n\nStart the old members again.",
    });
  });

  it("is found by what it quotes as code", () => {
    expect(article.signals.messages).toEqual(["etcdserver: no leader"]);
  });

  it("keeps an account of what was found as the cause", () => {
    const text = "# Slow\n\n## Diagnosis\n\nThe disk was full.\n\n## Fix\n\n1. Add a disk.\n";
    expect(imported(text, "slow.md").article).toMatchObject({
      cause: "The disk was full.",
      steps: [{ title: "Add a disk" }],
    });
  });

  it("is read even if its TOML is broken", () => {
    expect(imported("+++\ntitle = \n+++\n# Slow\n\nIt is slow.\n", "slow.md").article.title).toBe("Slow");
  });
});

describe("a quotation", () => {
  it("is one piece that a program said", () => {
    const text =
      "# Spooler\n\n## Symptoms\n\nThe error is:\n> Error 1068: The dependency group\n> failed to start.\n\nAgain.\n";
    const { article } = imported(text, "spooler.md");
    expect(article.signals.messages).toEqual(["Error 1068: The dependency group failed to start."]);
    expect(article.symptoms).toBe(
      "The error is:\n\n```\nError 1068: The dependency group\nfailed to start.\n```\n\nAgain.",
    );
  });

  it.each(["> [!WARNING]\n> Make a backup first.", "> **Note** Make a backup first."])(
    "is a note where it says so: %j",
    (note) => {
      expect(imported(`# Disk\n\n## Symptoms\n\nFull.\n\n${note}\n`, "disk.md").article.symptoms).toMatch(
        /^Full\.\n\n(?:\*\*Note\*\* )?Make a backup first\.$/,
      );
    },
  );
});

describe("headings in other languages", () => {
  it.each([
    ["Lösung", "Symptome", "Ursache"],
    ["Résolution", "Symptômes", "Origine"],
    ["Solución", "Síntomas", "Causa"],
    ["Soluzione", "Sintomi", "Causa"],
    ["Solução", "Sintomas", "Causa"],
    ["Oplossing", "Symptomen", "Oorzaak"],
    ["対処方法", "症状", "原因"],
    ["解决方案", "现象", "根本原因"],
  ])("say what to do: %s", (resolution, symptoms, cause) => {
    expect([resolution, symptoms, `${cause}:`].map(sectionRole)).toEqual(["resolution", "symptoms", "cause"]);
  });
});
