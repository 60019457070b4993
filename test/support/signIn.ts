import type { PersonId } from "../../panel/src/people.ts";
import { send, type TestPerson } from "./startTestPanel.ts";

/** Signs a person in at a panel's address, and sends as a browser on its page would. */
export async function signIn(address: string, person: PersonId): Promise<TestPerson> {
  const own = { "Sec-Fetch-Site": "same-origin" };
  const answer = await send(address, "POST", "/demo/session", {
    headers: { ...own, "Content-Type": "application/json" },
    body: JSON.stringify({ person }),
  });
  const [cookie = ""] = answer.headers["set-cookie"] ?? [];
  const headers = { ...own, Cookie: cookie.split(";")[0] ?? "" };
  return personAt(() => address, headers);
}

/** Somebody who is signed in, at an address that may change. */
export function personAt(
  address: () => string,
  headers: TestPerson["headers"],
): TestPerson {
  return {
    headers,
    send: (method, path, options = {}) =>
      send(address(), method, `/api/privacy${path}`, {
        ...options,
        headers: { ...headers, ...options.headers },
      }),
  };
}
