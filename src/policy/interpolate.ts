/**
 * Puts values into the `{{name}}` places of a text.
 *
 * @throws {RangeError} when the text names a value that is not given.
 */
export function interpolate(
  text: string,
  values: Readonly<Record<string, string>>,
): string {
  return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) {
      throw new RangeError(
        `The text "${text}" has the place ${place}, for which there is no value. ` +
          `Use one of: ${Object.keys(values).join(", ")}.`,
      );
    }
    return value;
  });
}
