import { pageLanguage } from "../hooks/pageLanguage.ts";
import type { Language } from "../policy/language.ts";

/** A server that imports the elements has no `HTMLElement`, and none is made there. */
const Base: typeof HTMLElement =
  globalThis.HTMLElement ?? (class {} as unknown as typeof HTMLElement);

/** An element that speaks the language of the closest `lang`, its own included. */
export abstract class LanguageElement extends Base {
  readonly #page = pageLanguage(() => this);
  #unsubscribe: (() => void) | undefined;
  #shown: Language | undefined;

  /** Shows what the attributes and properties ask for by now. */
  protected abstract update(): void;

  connectedCallback(): void {
    this.#unsubscribe = this.#page.subscribe(() => {
      if (this.language !== this.#shown) this.#update();
    });
    if (document.readyState !== "loading") this.#update();
    else {
      // What a server put inside may not have been parsed yet.
      document.addEventListener(
        "DOMContentLoaded",
        () => this.attributeChangedCallback(),
        {
          once: true,
        },
      );
    }
  }

  disconnectedCallback(): void {
    this.#unsubscribe?.();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#update();
  }

  /** The language of the page around it, its own `lang` included, else English. */
  protected get language(): Language {
    return this.#page.read() ?? "en";
  }

  #update(): void {
    this.#shown = this.language;
    this.update();
  }

  /** The level of the title, 1 to 4; sections are one below. @default 1 */
  get headingLevel(): number {
    const level = Number(this.getAttribute("heading-level"));
    return Number.isInteger(level) && level >= 1 && level <= 4 ? level : 1;
  }

  set headingLevel(level: number) {
    this.setAttribute("heading-level", String(level));
  }

  /** Hands properties that were set before the element was defined to their setters. */
  protected takeEarly(...names: readonly (keyof this & string)[]): void {
    for (const name of names) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      Reflect.deleteProperty(this, name);
      this[name] = value;
    }
  }
}
