import type { ClientOptions } from "../client/clientOptions.ts";
import type { KlartextError } from "../client/errors.ts";
import type { HostQueryClient } from "../client/ownQueryClient.ts";
import type { ConfirmedDecision } from "../hooks/PrivacyContext.ts";
import type { Policy } from "../policy/policy.ts";
import { LanguageElement } from "./LanguageElement.ts";
import type { Mounted } from "./mountCenter.tsx";
import { showFailure } from "./showFailure.ts";

/** What the element tells of: what went wrong, and by its `name` of which kind it is. */
export interface ReportedError {
  readonly error: KlartextError;
}

/**
 * `<klartext-privacy base-url="/api/privacy" heading-level="1">`: the privacy centre, in
 * the language of the closest `lang`. What stands inside shows until it is loaded.
 *
 * Dispatches `klartext-decision` for what the panel has confirmed and `klartext-error` for
 * what went wrong; both bubble.
 */
export class KlartextPrivacyElement extends LanguageElement {
  static readonly observedAttributes = ["base-url", "heading-level", "viewer-id"];

  #policy: Policy | undefined;
  #headers: ClientOptions["headers"];
  #fetch: ClientOptions["fetch"];
  #queryClient: HostQueryClient | undefined;
  #mounted: Mounted | undefined;
  #isLoading = false;

  /**
   * Where the panel API lies, on the page's own origin. A relative one is resolved once,
   * against `document.baseURI`. Another one makes another centre. @default "/api/privacy"
   */
  get baseUrl(): string {
    return this.getAttribute("base-url") ?? "/api/privacy";
  }

  set baseUrl(url: string) {
    this.setAttribute("base-url", url);
  }

  /**
   * The id of the person who the host knows is looking, as the panel names people. What was
   * answered for another is then not shown, and said. @default whoever the panel answers for
   */
  get viewerId(): string | undefined {
    return this.getAttribute("viewer-id") ?? undefined;
  }

  set viewerId(id: string | undefined) {
    if (id === undefined) this.removeAttribute("viewer-id");
    else this.setAttribute("viewer-id", id);
  }

  /** A policy of the host's, the one that the panel stands for. @default the built-in policy of LiveConfig® */
  get policy(): Policy | undefined {
    return this.#policy;
  }

  set policy(policy: Policy | undefined) {
    this.#policy = policy;
    this.attributeChangedCallback();
  }

  /**
   * Headers that the host's panel wants with each request, such as a CSRF token; a function
   * is called for each request. Others are sent from then on. @default none
   */
  get headers(): ClientOptions["headers"] {
    return this.#headers;
  }

  set headers(headers: ClientOptions["headers"]) {
    this.#headers = headers ?? undefined;
    this.attributeChangedCallback();
  }

  /** The way to the panel; another one is used from then on. @default the global `fetch` */
  get fetch(): ClientOptions["fetch"] {
    return this.#fetch;
  }

  set fetch(fetch: ClientOptions["fetch"]) {
    this.#fetch = fetch ?? undefined;
    this.attributeChangedCallback();
  }

  /**
   * Elements that are given the same one ask once for all; nothing of theirs lies in it.
   * Another one makes another centre. @default one of its own
   */
  get queryClient(): HostQueryClient | undefined {
    return this.#queryClient;
  }

  set queryClient(queryClient: HostQueryClient | undefined) {
    this.#queryClient = queryClient ?? undefined;
    this.attributeChangedCallback();
  }

  override connectedCallback(): void {
    this.takeEarly("policy", "headers", "fetch", "queryClient");
    this.takeEarly("baseUrl", "headingLevel", "viewerId");
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
    } catch (error) {
      console.error("Klartext: <klartext-privacy> could not be shown.", error);
      showFailure(this, this.language, () => this.update());
    } finally {
      this.#isLoading = false;
    }
  }

  #show(mounted: Mounted): void {
    mounted.show({
      baseUrl: this.baseUrl,
      viewerId: this.viewerId,
      headingLevel: this.headingLevel,
      policy: this.#policy,
      headers: this.#headers,
      fetch: this.#fetch,
      queryClient: this.#queryClient,
      onDecision: (confirmed) => this.#dispatch("klartext-decision", confirmed),
      onError: (error) => this.#dispatch("klartext-error", { error }),
    });
  }

  #dispatch(type: "klartext-decision", detail: ConfirmedDecision): void;
  #dispatch(type: "klartext-error", detail: ReportedError): void;
  #dispatch(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
