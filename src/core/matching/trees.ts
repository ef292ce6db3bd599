import { FEATURES } from "./features.ts";

/**
 * Small decision trees that refine what a sum says: the order of the closest candidates, and how sure the first is. Each is written in the order in which it is
 * read: `chain<0.52` and then the tree for less, the tree for as much or more; a number is a leaf, what it adds.
 */
export type Trees = readonly string[];

/** All trees together never weigh as much as an identifier. */
const MOST_ADDED = 3;

/** What the trees add for a candidate with these features. */
export function scoreOfTrees(trees: Trees, vector: Float64Array): number {
  const { roots, feature, cut, right } = forestOf(trees);
  let sum = 0;
  for (const root of roots) {
    let node = root;
    while (feature[node] !== LEAF) node = vector[feature[node]!]! < cut[node]! ? node + 1 : right[node]!;
    sum += cut[node]!;
  }
  return Math.max(-MOST_ADDED, Math.min(MOST_ADDED, sum));
}

const LEAF = 255;

/** All trees in flat arrays: the left branch of a node is the next one; `cut` of a leaf is its value. */
type Forest = {
  readonly roots: readonly number[];
  readonly feature: Uint8Array;
  readonly cut: Float64Array;
  readonly right: Uint16Array;
};

const forests = new WeakMap<Trees, Forest>();

function forestOf(trees: Trees): Forest {
  const known = forests.get(trees);
  if (known !== undefined) return known;
  const forest = plant(trees.map((tree) => tree.split(" ")));
  forests.set(trees, forest);
  return forest;
}

function plant(trees: readonly (readonly string[])[]): Forest {
  const size = trees.reduce((sum, tree) => sum + tree.length, 0);
  const forest = {
    roots: [] as number[],
    feature: new Uint8Array(size),
    cut: new Float64Array(size),
    right: new Uint16Array(size),
  };
  let at = 0;
  const branch = (words: Iterator<string>): void => {
    const word: string = words.next().value ?? "0";
    const node = at++;
    const [name = "", cut] = word.split("<");
    forest.feature[node] = cut === undefined ? LEAF : FEATURES.findIndex((feature) => feature === name);
    forest.cut[node] = Number(cut ?? word);
    if (cut === undefined) return;
    branch(words);
    forest.right[node] = at;
    branch(words);
  };
  for (const tree of trees) {
    forest.roots.push(at);
    branch(tree.values());
  }
  return forest;
}
