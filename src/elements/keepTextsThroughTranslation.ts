import { options, type VNode } from "preact";

/** A node as Preact has it: with the element that it stands for. */
interface Placed extends VNode {
  readonly __e?: unknown;
}

const told = new WeakMap<Element, string>();

/**
 * Has a text that changes stand in the page, whatever stands in its place by now. Preact
 * writes to the very node that it made, which a machine translation has taken out; React
 * writes to the element.
 */
export function keepTextsThroughTranslation(): void {
  const { diffed } = options;
  options.diffed = (node: Placed) => {
    diffed?.(node);
    const { type, props, __e: element } = node;
    const { children } = props;
    if (typeof type !== "string" || !(element instanceof Element)) return;
    if (typeof children !== "string" && typeof children !== "number") return;
    const text = String(children);
    const last = told.get(element) ?? text;
    told.set(element, text);
    if (last !== text && element.textContent !== text) element.textContent = text;
  };
}
