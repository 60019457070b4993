import { problemType } from "../../../contract/problem.ts";
import type { Exchange, RuleViolation } from "../exchange.ts";
import { diagnoseCoding, diagnoseTags } from "./diagnoses.ts";
import type { FindingKind } from "./findingWords.ts";
import { foreignAnswer } from "./foreignAnswer.ts";
import { formatExchange } from "./formatExchange.ts";
import { isChangedTag } from "./isChangedTag.ts";
import { panelProblemType } from "./panelProblemType.ts";

/** What broke a rule, with what shows it, in a line. */
interface Cause {
  readonly kind: FindingKind;
  readonly seen: string;
}

/**
 * Which cause broke a rule: its own exchange shows it, or names what was found before.
 * Undefined when it broke for a reason of its own, whatever else is wrong.
 */
export function causeOf(
  { exchange, header }: RuleViolation,
  found: ReadonlySet<FindingKind>,
): Cause | undefined {
  if (exchange === undefined) return undefined;
  const foreign = foreignAnswer(exchange);
  if (foreign !== undefined) {
    // Where the method passes elsewhere it is this request that something else refused.
    const isMethod = foreign === "blocked" && found.has(foreign);
    const kind = foreign === "blocked" && !isMethod ? "foreign-answer" : foreign;
    return { kind, seen: formatExchange(exchange) };
  }
  if (panelProblemType(exchange) === problemType("store-unavailable")) {
    return { kind: "store-unavailable", seen: formatExchange(exchange) };
  }
  return changeOf(exchange, header) ?? consequenceOf(exchange, found);
}

/** What has happened to the header on which a rule broke. */
function changeOf(exchange: Exchange, header: string | undefined): Cause | undefined {
  if (header === undefined) return undefined;
  const [coded] = header === "Content-Encoding" ? diagnoseCoding([exchange]) : [];
  if (coded !== undefined) return { kind: "payload-coded", seen: coded };
  const [tag] = header === "ETag" ? diagnoseTags([exchange]) : [];
  if (tag !== undefined) return { kind: "tag-changed", seen: tag };
  if (header === "access-control-allow-origin") {
    return { kind: "cors-added", seen: formatExchange(exchange, `with ${header}`) };
  }
  return exchange.headers.has(header)
    ? undefined
    : { kind: "header-missing", seen: formatExchange(exchange, `without ${header}`) };
}

/** What follows from a cause that was found, for a request that depends on it. */
function consequenceOf(
  exchange: Exchange,
  found: ReadonlySet<FindingKind>,
): Cause | undefined {
  const { request, session, headers, status } = exchange;
  const { "If-Match": match, "If-None-Match": noneMatch, Host: host } = request.headers;
  const consequences: Partial<Record<FindingKind, boolean>> = {
    "tag-changed": [match, noneMatch].some((sent) => isChangedTag(sent)),
    "not-revalidated":
      status === 200 && noneMatch !== undefined && noneMatch === headers.get("ETag"),
    "session-ignored":
      status === 200 &&
      (session === "deciding"
        ? isAnsweredByPath(request.url, found)
        : !request.url.includes("/policy")),
    "host-not-checked": host !== undefined,
    // An answer to HEAD shows by its type alone whose it is.
    "foreign-answer": /^text\/html/i.test(headers.get("Content-Type") ?? ""),
  };
  const kind = [...found].find((one) => consequences[one]);
  return kind && { kind, seen: formatExchange(exchange) };
}

/**
 * A page of a list that is not there, told to somebody who may look. A store that goes by the
 * path tells it, and answers for any host too; a panel that forgets sessions alone does not.
 */
function isAnsweredByPath(url: string, found: ReadonlySet<FindingKind>): boolean {
  return found.has("host-not-checked") && new URL(url).searchParams.has("after");
}
