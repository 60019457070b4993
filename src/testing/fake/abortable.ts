/** The answer, unless the page gives up before; what was sent is sent nevertheless. */
export function abortable(
  answer: Promise<Response>,
  signal: AbortSignal | null,
): Promise<Response> {
  if (!signal) return answer;
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener("abort", giveUp, { once: true });
    answer
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", giveUp));
  });
}
