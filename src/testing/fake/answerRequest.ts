import { answerDecision } from "./answerDecision.ts";
import { answerHistory } from "./answerHistory.ts";
import { answerPayload } from "./answerPayload.ts";
import { answerPolicy, answerPolicyText } from "./answerPolicy.ts";
import { answerPurposes } from "./answerPurposes.ts";
import { firstProblem, problemAnswer, unlessKnown } from "./fakeAnswer.ts";
import type { FakeState, Outside } from "./fakeState.ts";
import { isCrossSite, isOwnHost, viewerOf } from "./guard.ts";
import type { FakeRequest } from "./readRequest.ts";
import type { Turn } from "./turn.ts";

/** The whole panel as one pure step. `origin` is the one that it is served under. */
export function answerRequest(
  state: FakeState,
  request: FakeRequest,
  origin: string,
  outside: Outside,
): Turn {
  const [first, second, third, ...rest] = segments(request.path);
  const open = first === "policy";
  const viewer = viewerOf(state, request);
  const problem = firstProblem([
    !isOwnHost(request, origin) && "host-not-served",
    isCrossSite(request, origin) && "cross-site",
    !open && !viewer && "not-signed-in",
  ]);
  if (problem) return { state, answer: problemAnswer(problem) };

  const isRead = request.method === "GET" || request.method === "HEAD";
  if (first === "purposes" && third === "decision" && rest.length === 0 && viewer) {
    const turn = answerDecision(state, request, second ?? "", viewer, outside);
    return { ...turn, answer: isRead ? unlessKnown(request, turn.answer) : turn.answer };
  }
  const read = () => {
    if (!isRead || rest.length > 0) return undefined;
    if (first === "policy" && second === undefined) return answerPolicy(state);
    if (first === "policy" && second === "texts") return answerPolicyText(state, third);
    if (!viewer) return undefined;
    if (first === "purposes" && second === undefined) {
      return answerPurposes(state, viewer);
    }
    if (first === "purposes" && third === "payload") return answerPayload(state, second);
    return answerHistory(state, [first, second, third], request.url.searchParams);
  };
  const answer = read() ?? problemAnswer("not-found");
  return { state, answer: unlessKnown(request, answer) };
}

function segments(path: string | undefined): readonly (string | undefined)[] {
  return (path ?? "/").split("/").slice(1).map(decode);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
