/**
 * What `npm run laws` asks for: how many runs of every law, and from which seed; 0 = as the law says itself.
 */
const asked = {
  runs: Number(process.env["LAW_RUNS"] ?? "0"),
  seed: Number(process.env["LAW_SEED"] ?? "0"),
};

/** How long a law may take: minutes in `npm test`, a night where more runs are asked for. Milliseconds. */
export const LAW_TIME = asked.runs > 1_000 ? 86_400_000 : 900_000;

/** How often a law is tried: as it says itself, or as often as is asked for; it ends at its first failure. */
export function lawRuns(usual: number, seed: number) {
  const numRuns = asked.runs > 0 ? asked.runs : usual;
  return { numRuns, seed: asked.seed > 0 ? asked.seed : seed, endOnFailure: true };
}
