/**
 * The environment of a process that is to know nothing of the machine: where programs are, and
 * where Node keeps the code that it has compiled.
 */
export function bareEnvironment(): Readonly<Record<string, string | undefined>> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  return { PATH, NODE_COMPILE_CACHE };
}
