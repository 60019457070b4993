import { jsonAnswer } from "./answers.ts";
import type { SignedInHandler } from "./handler.ts";

/** `DELETE /people/{id}/name`: erases a name wherever it is told; again, it changes nothing. */
export const eraseName: SignedInHandler = async ({ context, parts }) => {
  await context.store.eraseName(parts.id ?? "");
  await context.store.purge();
  return jsonAnswer({});
};
