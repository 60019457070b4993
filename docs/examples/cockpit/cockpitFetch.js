const withoutBody = [204, 205, 304];

/**
 * A `fetch` that asks a panel over Cockpit's bridge, which runs on the panel's server.
 *
 * `http` is what `cockpit.http(port, { binary: true })` gives: digests are of bytes. `origin` is
 * the panel's own. The bridge names no page that asks, so the panel's guards hear it from here.
 */
export function createCockpitFetch(http, origin) {
  const page = { Host: new URL(origin).host, Origin: origin };

  return async (input, { method = "GET", headers, body, signal } = {}) => {
    signal?.throwIfAborted();
    const { pathname, search } = new URL(input, location.href);
    const request = http.request({
      method,
      path: pathname.replace(/^\/@[^/]+/, "") + search,
      headers: { ...Object.fromEntries(new Headers(headers)), ...page },
      body: new TextEncoder().encode(body ?? ""),
    });
    const { status, bytes, ...answer } = await answered(request, signal);
    const content = withoutBody.includes(status) ? null : bytes;
    return new Response(content, { ...answer, status });
  };
}

/** Whatever has a status is an answer, though Cockpit rejects with all but 2xx. */
function answered(request, signal) {
  return new Promise((resolve, reject) => {
    let head;
    request.response((status, headers) => {
      head = { status, headers };
    });
    const end = (bytes) =>
      head
        ? resolve({ ...head, bytes })
        : reject(new TypeError("The panel gave no answer."));
    // `await` would lose the body of an error: it is a second value.
    request.then(end, (error, bytes) =>
      error.problem ? reject(new TypeError(error.message)) : end(bytes),
    );
    signal?.addEventListener("abort", () => {
      reject(signal.reason);
      request.close("cancelled");
    });
  });
}
