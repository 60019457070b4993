/** UUIDs of version 4 in form, the same each time: 1, 2, 3 … */
export function countingUuid(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-4000-8000-${count.toString(16).padStart(12, "0")}`;
  };
}
