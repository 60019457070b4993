import type { ConfirmedDecision } from "../hooks/PrivacyContext.ts";
import type { Policy } from "../policy/policy.ts";
import { LanguageElement } from "./LanguageElement.ts";
import type { Mounted } from "./mountCenter.tsx";
import { showFailure } from "./showFailure.ts";

type Headers = Readonly<Record<string, string>>;

/**
 * `<klartext-privacy base-url="/api/privacy" heading-level="1">`: the privacy centre, in
 * the language of the closest `lang`. What stands inside shows until it is loaded.
 *
 * Dispatches `klartext-decision`, which bubbles, for what the panel has confirmed.
 */
export class KlartextPrivacyElement extends LanguageElement {
  static readonly observedAttributes = ["base-url", "heading-level"];

  #policy: Policy | undefined;
  #headers: Headers | undefined;
  #mounted: Mounted | undefined;
  #isLoading = false;

  /** Where the panel API lies, on the page's own origin. @default "/api/privacy" */
  get baseUrl(): string {
    return this.getAttribute("base-url") ?? "/api/privacy";
  }

  set baseUrl(url: string) {
    this.setAttribute("base-url", url);
  }

  /** A policy of the host's. @default the built-in policy of LiveConfig® */
  get policy(): Policy | undefined {
    return this.#policy;
  }

  set policy(policy: Policy | undefined) {
    this.#policy = policy;
    this.attributeChangedCallback();
  }

  /** Headers that the host's panel wants with each request, such as a CSRF token. */
  get headers(): Headers | undefined {
    return this.#headers;
  }

  set headers(headers: Headers | undefined) {
    this.#headers = headers;
    this.attributeChangedCallback();
  }

  override connectedCallback(): void {
    this.takeEarly("policy", "headers", "baseUrl", "headingLevel");
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved comes back at once, and keeps what it shows.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#mounted?.unmount();
      this.#mounted = undefined;
    });
  }

  protected override update(): void {
    if (this.#mounted) this.#show(this.#mounted);
    else void this.#mount();
  }

  async #mount(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      const { mountCenter } = await import("./mountCenter.tsx");
      if (!this.isConnected) return;
      this.#mounted = mountCenter(this);
      this.#show(this.#mounted);
    } catch {
      showFailure(this, this.language, () => this.update());
    } finally {
      this.#isLoading = false;
    }
  }

  #show(mounted: Mounted): void {
    mounted.show({
      baseUrl: this.baseUrl,
      headingLevel: this.headingLevel,
      policy: this.#policy,
      headers: this.#headers,
      onDecision: (detail: ConfirmedDecision) =>
        this.dispatchEvent(
          new CustomEvent("klartext-decision", { detail, bubbles: true, composed: true }),
        ),
    });
  }
}
