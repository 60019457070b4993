import { defineHastPlugin } from "satteri";

/** More columns do not fit beside the navigation: such a table scrolls. */
const mostColumns = 8;

/**
 * The empty corner of a table heads nothing, so it is a cell and no header (WCAG 1.3.1); and a
 * table that scrolls is reached with the keyboard (WCAG 2.1.1).
 */
export const accessibleTables = defineHastPlugin({
  name: "accessible-tables",
  element: [
    {
      filter: ["th"],
      visit(node) {
        return node.children.length === 0 ? { ...node, tagName: "td" } : undefined;
      },
    },
    {
      filter: ["tr"],
      visit(node, context) {
        const head = context.parent(node);
        const table = head && context.parent(head);
        if (table?.type !== "element" || table.tagName !== "table") return;
        if (node.children.length > mostColumns) context.setProperty(table, "tabIndex", 0);
      },
    },
  ],
});
