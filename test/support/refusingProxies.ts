import { type Intermediary, page } from "./intermediaries.ts";

export function noAnswer(): never {
  throw new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") });
}

export function moved(): Response {
  return page(301, "Moved", { Location: "https://panel.test/api/privacy/policy" });
}

export function signIn(): Response {
  return page(302, "Sign in", { Location: "/login?next=/api/privacy/purposes" });
}

export function isStranger({ headers }: { readonly headers: Headers }): boolean {
  return !headers.has("Cookie");
}

export function isPut({ method }: { readonly method: string }): boolean {
  return method === "PUT";
}

export function isPrivate({ path }: { readonly path: string }): boolean {
  return !path.startsWith("/policy");
}

export function byPath({ pathname }: URL): string {
  return pathname;
}

export const renamingHost: Intermediary = ({ pass }) => pass({ Host: "panel.test:8080" });

/** Each answer says when it was made; those that are read were made before the others. */
export function frozenDate(): Intermediary {
  return async ({ method, pass }) => {
    const response = await pass();
    const second = method === "GET" ? "00" : "40";
    const headers = new Headers(response.headers);
    headers.set("Date", `Thu, 15 Jan 2026 09:30:${second} GMT`);
    const body = response.status === 304 ? null : response.body;
    return new Response(body, { status: response.status, headers });
  };
}
