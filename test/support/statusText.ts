/** What chip and line of a card say, as one text: "Refused. By Admin on 15 Jan 2026, …". */
export function statusText(card: ParentNode): string {
  const chip = card.querySelector(".kt-chip")?.textContent ?? "";
  const line = card.querySelector(".kt-status")?.textContent ?? "";
  return `${chip}. ${line}`;
}
