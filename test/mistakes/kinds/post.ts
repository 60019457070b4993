import {
  altered,
  answers,
  confuses,
  front,
  type Plant,
  problem,
  says,
  takes,
} from "../faultyPanel/faults.ts";
import { jsonNow, payloadDigestNow, tagNow } from "../faultyPanel/readNow.ts";
import { all, asks, is } from "../faultyPanel/requestHop.ts";
import type { KindOfMistakes } from "../mistake.ts";

const withdrawal = all(is.post, asks("withdrawn"));
const takesCurrentTag: Plant = front(async (hop) => {
  if (!is.post(hop) || hop.headers.has("If-Match")) return hop.pass();
  return hop.pass({ headers: { "If-Match": await tagNow(hop) } });
});

export const postMistakes: KindOfMistakes = {
  kind: "POST forms",
  mistakes: [
    {
      id: "no-post",
      sentence: "There is no POST",
      plant: says(is.post, () => problem("not-found")),
    },
    {
      id: "post-not-allowed",
      sentence: "POST is answered 405",
      plant: says(is.post, () => new Response("", { status: 405 })),
    },
    {
      id: "post-without-tag",
      sentence: "A POST of consent needs no If-Match",
      plant: takesCurrentTag,
    },
    {
      id: "post-stale",
      sentence: "A POST of consent with a stale If-Match is taken",
      plant: front(async (hop) => {
        if (!is.post(hop) || !hop.headers.has("If-Match") || !asks("granted")(hop))
          return hop.pass();
        return hop.pass({ headers: { "If-Match": await tagNow(hop) } });
      }),
    },
    {
      id: "post-withdrawal-needs-tag",
      sentence: "A POST that withdraws needs If-Match",
      plant: says(
        all(withdrawal, ({ headers }) => !headers.has("If-Match")),
        () => problem("precondition-required"),
      ),
    },
    {
      id: "post-withdrawal-stale",
      sentence: "A POST that withdraws with a stale If-Match is turned down",
      plant: says(
        all(withdrawal, ({ headers }) => headers.has("If-Match")),
        () => problem("decision-changed"),
      ),
    },
    {
      id: "post-withdrawal-members",
      sentence: "A POST that withdraws may have any member",
      plant: takes(all(withdrawal, is.post), { body: '{"decision":"withdrawn"}' }),
    },
    {
      id: "post-no-withdrawal",
      sentence: "A POST does not withdraw",
      plant: says(withdrawal, () => problem("malformed-body")),
    },
    {
      id: "post-no-refusal",
      sentence: "A POST does not refuse",
      plant: says(all(is.post, asks("refused")), () => problem("malformed-body")),
    },
    {
      id: "post-no-content",
      sentence: "A POST that withdraws answers 204",
      plant: answers(withdrawal, { status: 204 }),
    },
    {
      id: "post-created",
      sentence: "A POST answers 201",
      plant: answers(is.post, { status: 201 }),
    },
    {
      id: "post-withdrawal-once",
      sentence: "A POST that withdraws once more is a conflict",
      plant: front(async (hop) => {
        if (!withdrawal(hop)) return hop.pass();
        const now = await jsonNow(hop);
        return now.status === "withdrawn" ? problem("decision-changed") : hop.pass();
      }),
    },
    {
      id: "post-by-form",
      sentence: "A POST of a form decides, as any site can send it",
      plant: takes(
        all(
          is.post,
          ({ headers }) => !headers.get("Content-Type")?.startsWith("application/json"),
        ),
        { headers: { "Content-Type": "application/json" } },
      ),
    },
    {
      id: "post-withdrawal-by-text",
      sentence: "A POST of text/plain withdraws",
      plant: takes(
        all(
          withdrawal,
          ({ headers }) => headers.get("Content-Type")?.startsWith("text/plain") ?? false,
        ),
        { headers: { "Content-Type": "application/json" } },
      ),
    },
    {
      id: "post-large",
      sentence: "A POST may be of any size",
      plant: confuses("body-too-large", "malformed-body", is.post),
    },
    {
      id: "post-forgets-via",
      sentence: "By which way a POST came is not told",
      plant: takes(is.post, { headers: { "Klartext-Via": null } }),
    },
    {
      id: "post-refusal-instead",
      sentence: "A POST of a refusal withdraws given consent",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        return is.post(hop) && (await answer.clone().text()).includes("withdraw-instead")
          ? hop.pass({ body: '{"decision":"withdrawn"}' })
          : answer;
      }),
    },
    {
      id: "post-tells-nothing",
      sentence: "A POST tells no decision",
      plant: answers(is.post, { text: () => "{}" }),
    },
    {
      id: "post-redirects",
      sentence: "A POST leads to the decision",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        return is.post(hop) && answer.ok
          ? new Response(null, { status: 303, headers: { Location: hop.path } })
          : answer;
      }),
    },
    {
      id: "post-unknown-purpose",
      sentence: "A POST to a purpose that there is not is malformed",
      plant: confuses("not-found", "malformed-body", is.post),
    },
    {
      id: "post-payload-ignored",
      sentence: "A POST of consent does not compare the payload",
      plant: front(async (hop) => {
        if (!all(is.post, asks("granted"))(hop)) return hop.pass();
        const payloadDigest = await payloadDigestNow(hop);
        try {
          const body = JSON.parse(hop.body);
          return body.payloadDigest?.startsWith("sha-256=:")
            ? await hop.pass({ body: JSON.stringify({ ...body, payloadDigest }) })
            : hop.pass();
        } catch {
          return hop.pass();
        }
      }),
    },
    {
      id: "post-text-ignored",
      sentence: "A POST of consent does not compare the text",
      plant: front(async (hop) => {
        if (!all(is.post, asks("granted"))(hop)) return hop.pass();
        const answer = await hop.pass();
        if (!(await answer.clone().text()).includes("policy-changed")) return answer;
        const { texts } = await jsonNow(hop, "/policy");
        const body = JSON.parse(hop.body);
        return hop.pass({
          body: JSON.stringify({
            ...body,
            revision: "2025-07-24",
            textDigest: texts[body.language].digest,
          }),
        });
      }),
    },
    {
      id: "post-stored",
      sentence: "The answer to a POST may be stored",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        return is.post(hop)
          ? altered(answer, { headers: { "Cache-Control": "max-age=60" } })
          : answer;
      }),
    },
  ],
};
