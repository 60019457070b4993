import type { ConfirmedDecision } from "../hooks/PrivacyContext.ts";
import { KlartextPolicyElement } from "./KlartextPolicyElement.ts";
import { KlartextPrivacyElement, type ReportedError } from "./KlartextPrivacyElement.ts";

export type { ConfirmedDecision } from "../hooks/PrivacyContext.ts";
export { KlartextPolicyElement, KlartextPrivacyElement, type ReportedError };

declare global {
  interface HTMLElementTagNameMap {
    "klartext-policy": KlartextPolicyElement;
    "klartext-privacy": KlartextPrivacyElement;
  }

  /** It bubbles: elements, the document and the window hear it. */
  interface GlobalEventHandlersEventMap {
    /** A decision of the person that the panel has confirmed, and never before. */
    "klartext-decision": CustomEvent<ConfirmedDecision>;
    /** What went wrong, for the host's log; the page says it to the person by itself. */
    "klartext-error": CustomEvent<ReportedError>;
  }
}

define("klartext-policy", KlartextPolicyElement);
define("klartext-privacy", KlartextPrivacyElement);

/** A page may load the elements twice, and a server has no registry. */
function define(name: string, element: CustomElementConstructor): void {
  const registry = globalThis.customElements;
  if (registry && !registry.get(name)) registry.define(name, element);
}
