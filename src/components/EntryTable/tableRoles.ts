/**
 * Said again of elements that have these roles by themselves: where a sheet makes blocks of
 * rows and cells, Safari forgets that they are a table.
 */
export const tableRoles = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;
