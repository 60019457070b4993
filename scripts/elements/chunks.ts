interface Context {
  readonly getModuleInfo: (
    id: string,
  ) => { readonly importedIds: readonly string[] } | null;
}

export interface ChunkOptions {
  readonly name: string;
  /** The modules that are loaded together, with all that they need. */
  readonly of: readonly string[];
  /** The page has these already, with all that they need. */
  readonly without: readonly string[];
}

/**
 * One chunk for all that some modules need. By itself the bundler would make two dozen of
 * it, because later parts share some, and small files compress badly.
 */
export function chunk({ name, of, without }: ChunkOptions) {
  let modules: ReadonlySet<string> | undefined;
  return {
    debugName: name,
    name: (id: string, context: Context) => {
      modules ??= needed(of, needed(without, new Set(), context), context);
      return modules.has(id) ? name : null;
    },
  };
}

/** The modules that `roots` import before they run, themselves among them. */
function needed(
  roots: readonly string[],
  without: ReadonlySet<string>,
  context: Context,
): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (id: string) => {
    if (found.has(id) || without.has(id)) return;
    found.add(id);
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) add(next);
  };
  for (const root of roots) add(root);
  return found;
}
