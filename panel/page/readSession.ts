import * as z from "zod/mini";
import { type PersonId, personIds } from "../src/people.ts";

const session = z.object({ person: z.nullable(z.enum(personIds)) });

/** Who is signed in to the demonstration: null for nobody, and where nothing of the panel's came. */
export async function readSession(): Promise<PersonId | null> {
  try {
    const answer = await fetch("demo/session", { redirect: "manual" });
    const read = z.safeParse(session, answer.ok ? await answer.json() : undefined);
    return read.success ? read.data.person : null;
  } catch {
    return null;
  }
}
