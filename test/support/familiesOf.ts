import type { Page } from "playwright-core";

/**
 * The families of the fonts that a page is drawn in, with what the browser itself puts in it
 * (marks of lists, generated content, controls), as `CSS.getPlatformFontsForNode` tells them.
 */
export async function familiesOf(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { nodes } = await session.send("DOM.getFlattenedDocument", {
      depth: -1,
      pierce: true,
    });
    const answers = await Promise.all(
      nodes.map(({ nodeId }) =>
        session.send("CSS.getPlatformFontsForNode", { nodeId }).catch(() => undefined),
      ),
    );
    const names = answers.flatMap((answer) => answer?.fonts ?? []);
    return [...new Set(names.map(({ familyName }) => familyName))].toSorted();
  } finally {
    await session.detach();
  }
}
