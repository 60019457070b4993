import * as z from "zod/mini";
import { problemCode } from "../contract/problemCode.ts";
import { problemDocument } from "../contract/problemDocument.ts";
import { KlartextError, OutsideContract, PanelProblem } from "./errors.ts";
import { type BodyKind, readBody } from "./readBody.ts";

/**
 * Reads an answer as what the contract says it is.
 *
 * @throws {OutsideContract} naming what is wrong with it.
 */
export async function readAnswer<T extends z.core.$ZodType>(
  response: Response,
  schema: T,
  mediaType = "application/json",
): Promise<z.infer<T>> {
  const result = z.safeParse(schema, await readJson(response, mediaType, "json"));
  if (result.success) return result.data;
  throw new OutsideContract(response.status, z.prettifyError(result.error));
}

/** The error that an unsuccessful answer stands for. */
export async function readProblem(response: Response): Promise<KlartextError> {
  try {
    const body = await readJson(response, "application/problem+json", "problem");
    const { type, instance } = z.parse(problemDocument, body);
    return new PanelProblem(problemCode(type), response.status, instance);
  } catch (error) {
    if (error instanceof KlartextError) return error;
    return new OutsideContract(response.status, "the problem document is malformed.");
  }
}

/** Reads an answer that is a text. */
export async function readText(
  response: Response,
  mediaType: string,
  kind: BodyKind = "text",
): Promise<string> {
  const stated = response.headers.get("Content-Type") ?? "none";
  if (stated.split(";")[0]?.trim().toLowerCase() !== mediaType) {
    throw new OutsideContract(
      response.status,
      `media type ${stated}, not ${mediaType}.`,
      "something-else",
    );
  }
  return new TextDecoder().decode(await readBody(response, kind));
}

async function readJson(
  response: Response,
  mediaType: string,
  kind: BodyKind,
): Promise<unknown> {
  const text = await readText(response, mediaType, kind);
  try {
    return JSON.parse(text);
  } catch {
    throw new OutsideContract(response.status, "the body is not JSON.");
  }
}
