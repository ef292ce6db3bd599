/** Two replicas stood in each other's way: {@link https://www.postgresql.org/docs/current/errcodes-appendix.html} */
const IN_THE_WAY = ["40001", "40P01"];

const MOST_TRIES = 5;

/** Does a transaction anew when the server undid it only because of another one. */
export async function again<Result>(work: () => Promise<Result>, tries = MOST_TRIES): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (tries <= 1 || !isInTheWay(error)) throw error;
    return again(work, tries - 1);
  }
}

function isInTheWay(error: unknown): boolean {
  return error instanceof Error && "code" in error && IN_THE_WAY.some((code) => code === error.code);
}
