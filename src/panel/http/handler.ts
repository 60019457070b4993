import type { Viewer } from "../../contract/purposeState.ts";
import type { PanelRequest } from "../panelOptions.ts";
import type { Problem } from "../rules/problem.ts";
import type { Answer } from "./answers.ts";
import type { PanelContext } from "./panelContext.ts";

/** One request to one route, after all guards. An open route has no viewer. */
interface HandlerInput {
  readonly context: PanelContext;
  readonly request: PanelRequest;
  readonly parts: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

export type Handler = (input: HandlerInput) => Promise<Answer | Problem>;

/** A handler of a route that needs somebody who is signed in. */
export type SignedInHandler = (
  input: HandlerInput & { readonly viewer: Viewer },
) => Promise<Answer | Problem>;
