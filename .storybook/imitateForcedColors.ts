import { adoptSheet } from "./adoptSheet.ts";

/** What a browser puts in place of the author's colours, as near as a sheet can say it. */
const forced = `
  html { color-scheme: dark; background: Canvas; }
  .kt-root { color-scheme: dark; }
  .kt-root, .kt-root *, .kt-root ::before, .kt-root ::after {
    color: CanvasText !important;
    border-color: currentColor !important;
    outline-color: currentColor !important;
    box-shadow: none !important;
  }
  .kt-root, .kt-root :not(.kt-switch__input) { background: Canvas !important; }
  .kt-root :any-link { color: LinkText !important; }
  .kt-root button, .kt-root button * {
    color: ButtonText !important;
    background: ButtonFace !important;
  }
`;

const condition = "(forced-colors: active)";

/**
 * Shows a page about as the user's own colours would: a page cannot switch them on, so the
 * rules for them are made to hold always. A browser that forces colours itself is left alone.
 */
export function imitateForcedColors(): () => void {
  if (matchMedia(condition).matches) return () => {};
  const rules = [...document.styleSheets].flatMap((sheet) => mediaRules(sheet.cssRules));
  for (const { media } of rules) media.mediaText = "all";
  const drop = adoptSheet(forced);
  return () => {
    drop();
    for (const { media } of rules) media.mediaText = condition;
  };
}

function mediaRules(rules: CSSRuleList): readonly CSSMediaRule[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSMediaRule && rule.conditionText === condition) return [rule];
    const holdsRules = rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule;
    return holdsRules ? mediaRules(rule.cssRules) : [];
  });
}
