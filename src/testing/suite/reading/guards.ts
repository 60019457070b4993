import { type ContractPromise, NotTried } from "../contractPromise.ts";
import { expectProblem } from "../expectations.ts";
import { jsonOf } from "../jsonOf.ts";
import { purposePath } from "../panelReading.ts";

export const guardPromises: readonly ContractPromise[] = [
  {
    id: "session-needed",
    title: "Everything but the policy needs a session",
    needs: ["read"],
    async check({ get, activities }) {
      const own = activities.flatMap(({ id }) => [
        purposePath(id, "decision"),
        purposePath(id, "payload"),
      ]);
      for (const path of ["/purposes", "/decisions", "/no-such-thing", ...own]) {
        expectProblem(await get(path, { session: "none" }), "not-signed-in");
      }
    },
  },
  {
    id: "unknown-purpose",
    title: "A purpose that the policy does not have is not found",
    needs: ["read"],
    async check({ send }) {
      for (const method of ["GET", "HEAD"]) {
        for (const part of ["decision", "payload"] as const) {
          expectProblem(await send(method, purposePath("no-such", part)), "not-found");
        }
      }
    },
  },
  {
    id: "errors-are-problems",
    title: "An error is a problem document, never a page",
    needs: ["read"],
    async check({ get }) {
      const headers = { Accept: "text/html" };
      for (const path of ["/no-such-thing", "/policy/texts/no-such-text"]) {
        expectProblem(await get(path, { headers }), "not-found");
      }
    },
  },
  {
    id: "own-host",
    title: "A host that is not the panel's is not served (DNS rebinding)",
    needs: ["read"],
    async check({ get, canNameHost }) {
      if (!canNameHost) throw new NotTried("This fetch cannot name another host.");
      const exchange = await get("/purposes", { host: "attacker.invalid" });
      const type = exchange.headers.get("Content-Type") ?? "";
      const isTold = exchange.status < 300 && jsonOf(exchange) !== undefined;
      if (!isTold && !type.startsWith("application/problem+json")) {
        throw new NotTried(
          `Something before the panel answered ${exchange.status} to another host.`,
        );
      }
      expectProblem(exchange, "host-not-served");
    },
  },
];
