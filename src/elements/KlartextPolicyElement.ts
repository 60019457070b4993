import type { Language } from "../policy/language.ts";
import type { Policy } from "../policy/policy.ts";
import { defaultPrefix } from "../policy/render/pageOptions.ts";
import type { ShownDocument } from "./builtInDocument.ts";
import { LanguageElement } from "./LanguageElement.ts";
import { renderDocument } from "./renderDocument.ts";
import { showFailure } from "./showFailure.ts";

const builtIn: Readonly<Record<Language, () => Promise<ShownDocument>>> = {
  de: () => import("./policyInGerman.ts").then((module) => module.document),
  en: () => import("./policyInEnglish.ts").then((module) => module.document),
};

/**
 * `<klartext-policy heading-level="1">`: the privacy policy, in the language of the closest
 * `lang`. Text that a server put inside stays as it is, unless `policy` says otherwise.
 */
export class KlartextPolicyElement extends LanguageElement {
  static readonly observedAttributes = ["heading-level"];

  #policy: Policy | undefined;
  /** Counts the updates; an older one that is loaded late is not shown. */
  #turn = 0;
  #isOwn = false;

  /** A policy of the host's. @default the built-in policy of LiveConfig® */
  get policy(): Policy | undefined {
    return this.#policy;
  }

  set policy(policy: Policy | undefined) {
    this.#policy = policy;
    if (this.isConnected) this.update();
  }

  override connectedCallback(): void {
    this.takeEarly("policy", "headingLevel");
    super.connectedCallback();
  }

  protected override update(): void {
    const isServers = !this.#isOwn && this.childElementCount > 0;
    if (isServers && !this.#policy) return;
    this.#turn += 1;
    void this.#show(this.#turn);
  }

  async #show(turn: number): Promise<void> {
    const { language } = this;
    try {
      const shown = await load(this.#policy, language);
      if (turn !== this.#turn) return;
      const article = this.#render(shown);
      if (!this.#isOwn && saysAllOf(this, article)) return;
      this.#isOwn = true;
      this.replaceChildren(article);
    } catch {
      if (turn !== this.#turn || (this.childElementCount > 0 && !this.#isOwn)) return;
      this.#isOwn = true;
      showFailure(this, language, () => this.update());
    }
  }

  /** The anchors that a server writes, unless they stand elsewhere on the page. */
  #render(shown: ShownDocument, number = 1): HTMLElement {
    const prefix = number === 1 ? defaultPrefix : `${defaultPrefix}${number}-`;
    const article = renderDocument(shown, this.headingLevel, prefix);
    return isApart(this, article) ? article : this.#render(shown, number + 1);
  }
}

/** Whether no id of an article stands on the page outside of the element that it is for. */
function isApart(element: Element, article: Element): boolean {
  const root = element.getRootNode();
  const page = root instanceof ShadowRoot ? root : document;
  return [...article.querySelectorAll("[id]")].every(({ id }) => {
    const found = page.getElementById(id);
    return !found || element.contains(found);
  });
}

async function load(
  policy: Policy | undefined,
  language: Language,
): Promise<ShownDocument> {
  if (!policy) return builtIn[language]();
  const { buildDocument } = await import("../policy/buildDocument.ts");
  return buildDocument(policy, language);
}

/** Whether a server's page tells each sentence of an article; it may tell more. */
function saysAllOf(page: Element, article: Element): boolean {
  const told = new Set(textsIn(page));
  return textsIn(article).every((sentence) => told.has(sentence));
}

function textsIn(root: Element): readonly string[] {
  return [...root.querySelectorAll("[id]")].map(({ textContent }) =>
    (textContent ?? "").replace(/\s+/g, " ").trim(),
  );
}
