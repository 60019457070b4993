// Vitest setup file. FC_SEED repeats the run that a failure printed the seed of;
// KLARTEXT_DEEP=1 (npm run test:deep) looks through many more cases.
export {};

const seed = process.env.FC_SEED;
const deep = process.env.KLARTEXT_DEEP === "1";

if (seed || deep) {
  const { configureGlobal } = await import("fast-check");
  configureGlobal({
    ...(seed && { seed: Number(seed) }),
    ...(deep && { numRuns: 5_000 }),
  });
}
