import { defineHastPlugin, type HastNode } from "satteri";

/** What a column of German words is called. */
const headings = new Set(["de", "German"]);

/** A document is in English; a column of German words in it is marked as German (WCAG 3.1.2). */
export const germanColumns = defineHastPlugin({
  name: "german-columns",
  element: {
    filter: ["table"],
    visit(table, context) {
      const [head, ...rows] = elementsIn(table).flatMap(elementsIn).map(elementsIn);
      head?.forEach((heading, column) => {
        if (!headings.has(context.textContent(heading))) return;
        for (const cells of rows) {
          const cell = cells[column];
          if (cell) context.setProperty(cell, "lang", "de");
        }
      });
    },
  },
});

function elementsIn(node: HastNode) {
  return "children" in node
    ? node.children.filter((child) => child.type === "element")
    : [];
}
