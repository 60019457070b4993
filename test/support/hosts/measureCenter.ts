import type { Page } from "playwright-core";
import type { Measured } from "./measured.ts";

/**
 * Measures a centre that stands in a page. Grants are found by the role of a switch, refusals
 * by the name of their button: not by classes, which may change.
 */
export async function measureCenter(page: Page, refusal: string): Promise<Measured> {
  const grants = await page.getByRole("switch").elementHandles();
  const refusals = await page.getByRole("button", { name: refusal }).elementHandles();
  return page.evaluate<Measured, Choices<(typeof grants)[number]>>(measure, {
    grants,
    refusals,
  });
}

interface Choices<T = Node> {
  readonly grants: T[];
  readonly refusals: T[];
}

/** Runs in the page, so it can name nothing outside of itself. */
function measure({ grants, refusals }: Choices): Measured {
  const root = document.querySelector(".kt-root") ?? document.body;
  const all = [...root.querySelectorAll("*")];
  /** Words for those who do not see the page are cut to nothing by a path. */
  const forReaders = all.filter(
    (element) => getComputedStyle(element).clipPath === "inset(50%)",
  );
  /** What scrolls by itself, so that its text may be longer than the page is wide. */
  const scrollers = all.filter((element) =>
    /auto|scroll/.test(getComputedStyle(element).overflow),
  );
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
    !forReaders.some((hidden) => hidden.contains(element));

  const onPage = ({ left, top, width, height }: DOMRect) => ({
    ...{ left: left + scrollX, top: top + scrollY, width, height },
  });
  const boxOf = (element: Element) => onPage(element.getBoundingClientRect());
  const nameOf = (element: Element) =>
    element.textContent?.trim().slice(0, 60) || element.tagName.toLowerCase();
  const placed = (element: Element) => ({ name: nameOf(element), box: boxOf(element) });

  /** Each line of each text, and the element that it stands in. */
  function linesOf(element: Element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const lines: { name: string; box: Measured["root"]; parent: Element }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: parent, nodeValue } = node;
      const name = (nodeValue ?? "").trim().slice(0, 60);
      if (name === "" || !parent || !isShown(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        lines.push({ name, box: onPage(line), parent });
      }
    }
    return lines;
  }

  /** The nearest element that cuts off what leaves it. */
  function clipOf(element: Element): Element | undefined {
    const { overflow, display } = getComputedStyle(element);
    if (/hidden|clip/.test(overflow) && display !== "inline") return element;
    const { parentElement: parent } = element;
    return element === root || !parent ? undefined : clipOf(parent);
  }

  /** What holds a switch and its label. */
  function holderOf(toggle: Element): Element {
    const [label] = toggle instanceof HTMLInputElement ? (toggle.labels ?? []) : [];
    let holder = toggle;
    while (label && !holder.contains(label) && holder.parentElement) {
      holder = holder.parentElement;
    }
    return holder;
  }

  /** In a line of text a target is as high as the line (WCAG 2.5.8). */
  function isInLine(element: Element): boolean {
    const line = element.closest("p, li");
    return (
      line !== null &&
      line.textContent?.trim() !== element.textContent?.trim() &&
      getComputedStyle(element).display.startsWith("inline")
    );
  }

  const isElement = (node: Node) => node instanceof Element;
  const [toggles, others] = [grants.filter(isElement), refusals.filter(isElement)];
  const controls = [
    ...[...root.querySelectorAll("button, summary")].filter(isShown),
    ...toggles.map(holderOf),
  ];
  const drawings = [...root.querySelectorAll("svg, img, table, input")].filter(isShown);
  const texts = linesOf(root);
  const parents = new Set(texts.map(({ parent }) => parent));
  const { clientWidth, scrollWidth } = document.documentElement;
  return {
    root: boxOf(root),
    page: { width: clientWidth, needed: scrollWidth },
    shown: [...parents, ...controls, ...drawings].map(placed),
    texts: texts
      .filter(({ parent }) => !scrollers.some((scroller) => scroller.contains(parent)))
      .map(({ parent, ...text }) => {
        const clip = clipOf(parent);
        return { ...text, ...(clip && { clip: boxOf(clip) }) };
      }),
    signs: [...root.querySelectorAll("svg")].filter(isShown).map((sign) => ({
      name: nameOf(sign.parentElement ?? sign),
      box: boxOf(sign),
    })),
    targets: controls.filter((element) => !isInLine(element)).map(placed),
    choices: toggles.flatMap((toggle, index) => {
      const refusal = others[index];
      if (!refusal) return [];
      const [grant, other] = [holderOf(toggle), refusal].map((control) => {
        const lines = linesOf(control).map(({ name, box }) => ({ name, box }));
        return { name: lines[0]?.name ?? "", box: boxOf(control), lines };
      });
      if (!grant || !other) return [];
      return [{ grant: { ...grant, track: boxOf(toggle) }, refusal: other }];
    }),
    bare: { x: clientWidth - 2, y: 2 },
  };
}
