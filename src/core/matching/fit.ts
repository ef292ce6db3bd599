/** One example: its features, and whether it is right. */
export type Example = { readonly vector: Float64Array; readonly right: boolean; readonly weight: number };

const ROUNDS = 250;
const STEP = 0.1;
/** Pulls weights towards 0, so that what was not seen stays out of the result. */
const RIDGE = 0.0015;

/** Weights to begin with; those that are `fixed` are not fitted. */
export type Beginning = { readonly weights: Float64Array; readonly fixed: readonly boolean[] };

/** Logistic regression: weights such that 1 / (1 + e^-w·x) is the chance that an example is right. */
export function fitLogistic(examples: readonly Example[], beginning: Beginning): Float64Array {
  const size = beginning.weights.length;
  const total = examples.reduce((sum, example) => sum + example.weight, 0) || 1;
  return descend(beginning, (weights, gradient) => {
    for (const { vector, right, weight } of examples) {
      const error = (1 / (1 + Math.exp(-dot(weights, vector))) - (right ? 1 : 0)) * (weight / total);
      for (let at = 0; at < size; at++) gradient[at]! += error * vector[at]!;
    }
  });
}

/** Weights that put a right candidate first within each group: softmax over the candidates of one query. */
export function fitRanking(groups: readonly (readonly Example[])[], beginning: Beginning): Float64Array {
  const useful = groups.filter((group) => group.some((one) => one.right) && group.some((one) => !one.right));
  return descend(beginning, (weights, gradient) => {
    for (const group of useful) addRankingGradient(group, weights, gradient, 1 / useful.length);
  });
}

function addRankingGradient(
  group: readonly Example[],
  weights: Float64Array,
  gradient: Float64Array,
  share: number,
): void {
  const scores = group.map(({ vector }) => dot(weights, vector));
  const top = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const all = odds.reduce((sum, odd) => sum + odd, 0);
  const right = odds.reduce((sum, odd, at) => sum + (group[at]!.right ? odd : 0), 0);
  group.forEach(({ vector, right: isRight }, at) => {
    const error = (odds[at]! / all - (isRight ? odds[at]! / right : 0)) * share;
    for (let feature = 0; feature < vector.length; feature++) gradient[feature]! += error * vector[feature]!;
  });
}

function dot(weights: Float64Array, vector: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at++) sum += weights[at]! * vector[at]!;
  return sum;
}

/** Adam: gradient descent whose steps adapt to each weight. */
function descend(
  beginning: Beginning,
  addGradient: (weights: Float64Array, gradient: Float64Array) => void,
): Float64Array {
  const weights = beginning.weights.slice();
  const size = weights.length;
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = weights.map((weight) => RIDGE * weight);
    addGradient(weights, gradient);
    for (let at = 0; at < size; at++) {
      if (beginning.fixed[at] === true) continue;
      mean[at] = 0.9 * mean[at]! + 0.1 * gradient[at]!;
      square[at] = 0.999 * square[at]! + 0.001 * gradient[at]! ** 2;
      const corrected = mean[at]! / (1 - 0.9 ** round);
      weights[at]! -= (STEP * corrected) / (Math.sqrt(square[at]! / (1 - 0.999 ** round)) + 1e-8);
    }
  }
  return weights;
}
