/**
 * Has each event come a second after the one before, as from a person who takes time between
 * two acts: what tests do at once would be a double click. Runs in a page by itself alone.
 */
export function takeTime(): void {
  const times = new WeakMap<Event, number>();
  let now = 0;
  Object.defineProperty(Event.prototype, "timeStamp", {
    configurable: true,
    get(this: Event) {
      const time = times.get(this) ?? now + 1_000;
      now = Math.max(now, time);
      times.set(this, time);
      return time;
    },
  });
}
