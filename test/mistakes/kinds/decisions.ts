import type { KindOfMistakes } from "../mistake.ts";
import {
  altered,
  answers,
  change,
  front,
  type Loose,
  type Plant,
  problem,
  says,
  takes,
  tells,
  tellsActivity,
  tellsPurpose,
} from "../world/faults.ts";
import { all, any, asks, is, type Where } from "../world/hop.ts";

const written: Where = any(is.put, is.remove, is.post);
const told = any(is.decision, written);

/** Says the same of a decision wherever it is told. */
const everywhere = (to: (decision: Loose) => Loose): Plant =>
  front(async (hop) => {
    const answer = await hop.pass();
    if (answer.status >= 300 || hop.method === "HEAD") return answer;
    const with_ = (decision: Loose) => ({ ...decision, ...to(decision) });
    if (told(hop))
      return altered(answer, { text: (text) => JSON.stringify(with_(JSON.parse(text))) });
    if (!is.purposes(hop)) return answer;
    return altered(answer, {
      text: (text) => {
        const body: Loose = JSON.parse(text);
        for (const one of Object.values<Loose>(body.purposes))
          one.decision = with_(one.decision);
        return JSON.stringify(body);
      },
    });
  });

const state = (to: (after: Loose, before: Loose) => Loose): Plant =>
  change((given, snapshot) =>
    given.state ? { ...given, state: to(given.state, snapshot.state) } : given,
  );

const decided = (to: (after: Loose, before: Loose) => Loose): Plant =>
  state((after, before) =>
    before && after.decision.sequence !== before.decision.sequence
      ? {
          ...after,
          decision: { ...after.decision, ...to(after.decision, before.decision) },
        }
      : after,
  );

const isAgain = (after: Loose, before: Loose) =>
  after.status === "withdrawn" && before.status === "withdrawn" && after.at === before.at;

export const decisionMistakes: KindOfMistakes = {
  kind: "decisions",
  mistakes: [
    {
      id: "withdrawn-too-soon",
      sentence: "A withdrawal answers 200 though the deletion is under way",
      plant: answers(is.remove, { status: 200 }),
    },
    {
      id: "withdrawn-later",
      sentence: "Every withdrawal answers 202",
      plant: answers(is.remove, { status: 202 }),
    },
    {
      id: "withdrawn-without-content",
      sentence: "A withdrawal answers 204",
      plant: answers(is.remove, { status: 204 }),
    },
    {
      id: "granted-created",
      sentence: "A grant answers 201",
      plant: answers(is.put, { status: 201 }),
    },
    {
      id: "granted-accepted",
      sentence: "A grant answers 202",
      plant: answers(all(is.put, asks("granted")), { status: 202 }),
    },
    {
      id: "effective-while-withdrawn",
      sentence: "Reports are said to go out after a withdrawal",
      plant: tellsActivity((activity, { decision }) =>
        decision.status === "withdrawn" ? { effective: true } : activity,
      ),
    },
    {
      id: "effective-while-refused",
      sentence: "Reports are said to go out after a refusal",
      plant: tellsActivity((activity, { decision }) =>
        decision.status === "refused" ? { effective: true } : activity,
      ),
    },
    {
      id: "effective-never",
      sentence: "Reports are said not to go out though consent is given",
      plant: tellsActivity(() => ({ effective: false })),
    },
    {
      id: "next-after-withdrawal",
      sentence: "The next report is told after a withdrawal",
      plant: tellsActivity((activity) => ({
        nextAt: activity.nextAt ?? "2027-01-01T00:00:00.000Z",
      })),
    },
    {
      id: "next-unknown",
      sentence: "The next report is not told though it is due",
      plant: tellsActivity(() => ({ nextAt: null })),
    },
    {
      id: "last-sent-unknown",
      sentence: "When a report was sent last is not told",
      plant: tellsActivity(() => ({ lastSentAt: null })),
    },
    {
      id: "by-nobody",
      sentence: "A decision does not say who decided",
      plant: everywhere(() => ({ by: null })),
    },
    {
      id: "by-another",
      sentence: "A decision says that somebody else decided",
      plant: everywhere(({ by }) => (by ? { by: { id: "root", name: "root" } } : {})),
    },
    {
      id: "by-name-alone",
      sentence: "A decision names the person by her name alone",
      plant: everywhere(({ by }) => (by ? { by: { ...by, id: by.name } } : {})),
    },
    {
      id: "at-of-first",
      sentence: "Consent given again keeps the time of the first",
      plant: decided((after, before) =>
        after.status === "granted" && before.status === "granted"
          ? { at: before.at }
          : {},
      ),
    },
    {
      id: "at-long-ago",
      sentence: "The time of a decision is that of the start of the process",
      plant: everywhere(({ at }) => (at ? { at: "2024-01-01T00:00:00.000Z" } : {})),
    },
    {
      id: "at-local",
      sentence: "The time of a decision is local, and says that it is UTC",
      plant: everywhere(({ at }) =>
        at ? { at: new Date(Date.parse(at) + 7_200_000).toISOString() } : {},
      ),
    },
    {
      id: "at-with-offset",
      sentence: "The time of a decision has an offset",
      plant: everywhere(({ at }) => (at ? { at: at.replace("Z", "+00:00") } : {})),
    },
    {
      id: "language-always-en",
      sentence: "Whatever language was seen, en is told",
      plant: everywhere(({ language }) => (language ? { language: "en" } : {})),
    },
    {
      id: "text-digest-lost",
      sentence: "A grant does not say to which text",
      plant: everywhere(({ status }) =>
        status === "granted" ? { textDigest: null } : {},
      ),
    },
    {
      id: "payload-digest-lost",
      sentence: "A grant does not say to which bytes",
      plant: everywhere(() => ({ payloadDigest: null })),
    },
    {
      id: "payload-digest-of-first",
      sentence: "Consent given again is said to be to the bytes of the first",
      plant: decided((after, before) =>
        after.status === "granted" && before.status === "granted"
          ? { payloadDigest: before.payloadDigest }
          : {},
      ),
    },
    {
      id: "revision-lost",
      sentence: "A refusal does not say of which revision",
      plant: everywhere(({ status }) => (status === "refused" ? { revision: null } : {})),
    },
    {
      id: "current-text-in-refusal",
      sentence: "A refusal is said to be of the current text, whatever was named",
      plant: decided((after) =>
        after.status === "refused" || (after.status === "withdrawn" && after.textDigest)
          ? { revision: "2025-07-24" }
          : {},
      ),
    },
    {
      id: "withdrawal-keeps-binding",
      sentence: "A withdrawn decision still says to what consent was given",
      plant: decided((after, before) =>
        after.status === "withdrawn" && before.status === "granted"
          ? {
              revision: before.revision,
              language: before.language,
              textDigest: before.textDigest,
              payloadDigest: before.payloadDigest,
            }
          : {},
      ),
    },
    {
      id: "refused-as-withdrawn",
      sentence: "A refusal is told as a withdrawal",
      plant: everywhere(({ status }) =>
        status === "refused" ? { status: "withdrawn" } : {},
      ),
    },
    {
      id: "withdrawn-as-undecided",
      sentence: "A withdrawal leads back to undecided",
      plant: everywhere(({ status }) =>
        status === "withdrawn" ? { status: "undecided" } : {},
      ),
    },
    {
      id: "refused-after-withdrawn",
      sentence: "A refusal after a withdrawal makes it refused",
      plant: decided((after, before) =>
        after.status === "withdrawn" &&
        before.status === "withdrawn" &&
        after.at !== before.at
          ? { status: "refused" }
          : {},
      ),
    },
    {
      id: "undecided-withdrawn",
      sentence: "A DELETE of what was never decided makes it withdrawn",
      plant: everywhere(({ status, sequence }) =>
        status === "undecided" && sequence > 0
          ? { status: "withdrawn", at: "2026-01-01T00:00:00.000Z" }
          : {},
      ),
    },
    {
      id: "refused-undone",
      sentence: "A DELETE of a refusal makes it withdrawn",
      plant: decided((after, before) =>
        after.status === "refused" &&
        before.status === "refused" &&
        after.at === before.at
          ? { status: "withdrawn" }
          : {},
      ),
    },
    {
      id: "second-delete-at",
      sentence: "A second DELETE moves the time of the withdrawal",
      plant: () => {
        let times = 0;
        return decided((after, before) => {
          times += 1;
          return isAgain(after, before)
            ? { at: new Date(Date.parse(after.at) + times * 1000).toISOString() }
            : {};
        })();
      },
    },
    {
      id: "second-delete-gone",
      sentence: "A second DELETE is not found",
      plant: front(async (hop) => {
        if (!is.remove(hop)) return hop.pass();
        const now: Loose = await (await hop.pass({ method: "GET" })).json();
        return now.status === "withdrawn" ? problem("not-found") : hop.pass();
      }),
    },
    {
      id: "second-delete-conflict",
      sentence: "A DELETE with nothing to withdraw is a conflict",
      plant: front(async (hop) => {
        if (!is.remove(hop)) return hop.pass();
        const now: Loose = await (await hop.pass({ method: "GET" })).json();
        return now.status === "granted" || now.status === undefined
          ? hop.pass()
          : problem("decision-changed");
      }),
    },
    {
      id: "second-delete-same-tag",
      sentence: "A second DELETE has the same tag",
      plant: change((given, snapshot) => {
        const after: Loose = given.state;
        const before: Loose = snapshot.state;
        return before && after?.decision && isAgain(after.decision, before.decision)
          ? {}
          : given;
      }),
    },
    {
      id: "delete-tells-before",
      sentence: "The answer to a DELETE is the decision before",
      plant: front(async (hop) => {
        if (!is.remove(hop)) return hop.pass();
        const before: Loose = await (
          await hop.pass({ method: "GET", headers: { "If-None-Match": null } })
        ).json();
        const answer = await hop.pass();
        return answer.ok
          ? altered(answer, { text: () => JSON.stringify(before) })
          : answer;
      }),
    },
    {
      id: "put-tells-before",
      sentence: "The answer to a PUT is the decision before",
      plant: front(async (hop) => {
        if (!is.put(hop)) return hop.pass();
        const before: Loose = await (
          await hop.pass({ method: "GET", body: "", headers: { "If-None-Match": null } })
        ).json();
        const answer = await hop.pass();
        return answer.ok
          ? altered(answer, { text: () => JSON.stringify(before) })
          : answer;
      }),
    },
    {
      id: "refusal-withdraws",
      sentence: "A refusal of given consent withdraws it",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        return is.put(hop) && (await answer.clone().text()).includes("withdraw-instead")
          ? hop.pass({ method: "DELETE", body: "" })
          : answer;
      }),
    },
    {
      id: "refusal-ignored",
      sentence: "A refusal of given consent answers 200 and does nothing",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        return is.put(hop) && (await answer.clone().text()).includes("withdraw-instead")
          ? hop.pass({ method: "GET", body: "" })
          : answer;
      }),
    },
    {
      id: "grant-again-conflict",
      sentence: "Consent that is given cannot be given again",
      plant: front(async (hop) => {
        if (!is.put(hop) || !asks("granted")(hop)) return hop.pass();
        const now: Loose = await (
          await hop.pass({ method: "GET", body: "", headers: { "If-None-Match": null } })
        ).json();
        return now.status === "granted" &&
          hop.headers.get("If-Match") === `"${now.sequence}"`
          ? problem("decision-changed")
          : hop.pass();
      }),
    },
    {
      id: "grant-again-same",
      sentence: "Consent given again binds nothing anew",
      plant: change((given, snapshot) => {
        const after: Loose = given.state;
        const before: Loose = snapshot.state;
        return before?.decision?.status === "granted" &&
          after?.decision?.status === "granted" &&
          after.decision.sequence !== before.decision.sequence
          ? {}
          : given;
      }),
    },
    {
      id: "both-decided",
      sentence: "A decision on one purpose withdraws the other",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        if (!is.remove(hop) || !answer.ok) return answer;
        const other = hop.path.includes("crash") ? "server-statistics" : "crash-reports";
        await hop.pass({ path: `/purposes/${other}/decision` });
        return answer;
      }),
    },
    {
      id: "sequence-from-zero",
      sentence: "The sequence begins anew after a withdrawal",
      plant: decided((after, before) =>
        after.status === "withdrawn" && before.status === "granted"
          ? { sequence: 0 }
          : {},
      ),
    },
    {
      id: "sequence-stays-at-refusal",
      sentence: "A refusal does not count",
      plant: decided((after, before) =>
        after.status === "refused" ? { sequence: before.sequence } : {},
      ),
    },
    {
      id: "sequence-behind-in-purposes",
      sentence: "The purposes tell the sequence of before",
      plant: tellsPurpose(({ decision }) => ({
        decision: { ...decision, sequence: Math.max(0, decision.sequence - 1) },
      })),
    },
    {
      id: "get-counts",
      sentence: "Reading a decision counts its sequence",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        const id = hop.path.split("/")[2] ?? "";
        if (is.decision(hop) && answer.status === 200)
          hop.store.changeNow(id, ({ state: now }) => {
            const data: Loose = now;
            return data
              ? {
                  result: undefined,
                  state: {
                    ...data,
                    decision: { ...data.decision, sequence: data.decision.sequence + 1 },
                  },
                }
              : { result: undefined };
          });
        return answer;
      }),
    },
    {
      id: "head-withdraws",
      sentence: "HEAD of a decision withdraws",
      plant: takes(all(is.head, is.decision), {
        method: "DELETE",
        headers: { Origin: "http://panel.test" },
      }),
    },
    {
      id: "overtaken-grant",
      sentence: "A grant that a withdrawal overtook is taken",
      plant: () => {
        const last = new Map<string, string>();
        return {
          front: async (hop) => {
            const id = hop.path;
            if (is.remove(hop)) {
              const before = await hop.pass({
                method: "GET",
                headers: { "If-None-Match": null },
              });
              const answer = await hop.pass();
              if (answer.ok) last.set(id, before.headers.get("ETag") ?? "");
              return answer;
            }
            if (is.put(hop) && hop.headers.get("If-Match") === last.get(id)) {
              const now = await hop.pass({
                method: "GET",
                body: "",
                headers: { "If-None-Match": null },
              });
              return hop.pass({ headers: { "If-Match": now.headers.get("ETag") } });
            }
            return hop.pass();
          },
        };
      },
    },
    {
      id: "withdrawal-needs-tag",
      sentence: "A withdrawal needs If-Match",
      plant: says(
        all(is.remove, ({ headers }) => !headers.has("If-Match")),
        () => problem("precondition-required"),
      ),
    },
    {
      id: "withdrawal-stale",
      sentence: "A withdrawal with a stale If-Match is turned down",
      plant: says(
        all(
          is.remove,
          ({ headers }) => headers.get("If-Match")?.includes("stale") ?? false,
        ),
        () => problem("decision-changed"),
      ),
    },
    {
      id: "withdrawal-needs-body",
      sentence: "A withdrawal needs a body",
      plant: says(
        all(is.remove, ({ body }) => body === ""),
        () => problem("malformed-body"),
      ),
    },
    {
      id: "withdrawal-slow",
      sentence: "A withdrawal waits for the vendor for as long as it takes",
      plant: () => {
        let times = 0;
        return {
          front: async (hop) => {
            times += is.remove(hop) ? 1 : 0;
            if (is.remove(hop) && times === 3)
              await new Promise((resolve) => setTimeout(resolve, 5_400));
            return hop.pass();
          },
        };
      },
    },
    {
      id: "purpose-decided-by-nobody-known",
      sentence: "The decision alone does not tell who decided",
      plant: tells(is.decision, (decision) => ({ ...decision, by: null })),
    },
    {
      id: "suspended-without-why",
      sentence: "Consent is suspended for no reason that the contract has",
      plant: tellsActivity((activity) => ({
        suspended: "paused",
        effective: false,
        lock: activity.lock,
      })),
    },
  ],
};
