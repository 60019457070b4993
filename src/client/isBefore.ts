/** Whether both ISO moments are known and one is before the other. */
export function isBefore(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && Date.parse(one) < Date.parse(other);
}
