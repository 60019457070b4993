/** Does one thing after the other, in the order in which they were asked for. */
export function createSerialQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(action: () => Promise<Result>): Promise<Result> => {
    const own = last.then(action);
    last = own.catch(() => undefined);
    return own;
  };
}
