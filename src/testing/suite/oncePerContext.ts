/** Does something once for each context, whoever asks. */
export function oncePerContext<Context extends object, Result>(
  work: (context: Context) => Promise<Result>,
): (context: Context) => Promise<Result> {
  const done = new WeakMap<Context, Promise<Result>>();
  return (context) => {
    const found = done.get(context) ?? work(context);
    done.set(context, found);
    return found;
  };
}
