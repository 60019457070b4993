import * as z from "zod/mini";

/** A version as package managers write one: nothing free-form reaches a payload. */
export function version() {
  return z.string().check(z.regex(/^[0-9][0-9A-Za-z.+~_-]{0,63}$/));
}

/** The name of a library or service: a file's base name, never a path. */
export function name() {
  return z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9.+_-]{0,99}$/));
}

/** A line of visible text, such as the name of a distribution. */
export function line() {
  return z.string().check(z.regex(/^(?! )[^\p{C}\p{Zl}\p{Zp}\p{DI}]{1,100}$/u));
}
