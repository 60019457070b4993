import * as z from "zod/mini";
import { isOwnProblem, problemCode } from "../contract/problemCode.ts";
import { problemDocument } from "../contract/problemDocument.ts";
import type { Answer, AnswerHead } from "./answer.ts";
import { describeIssues } from "./describeIssues.ts";
import {
  ConfigError,
  ForeignAnswer,
  type KlartextError,
  OutsideContract,
  PanelProblem,
  PanelUnreachable,
} from "./errors.ts";
import { foreignReason } from "./foreignReason.ts";
import { type BodyKind, readBody } from "./readBody.ts";

/**
 * Reads an answer as what the contract says it is.
 *
 * @throws {OutsideContract} naming what is wrong with it.
 * @throws {ForeignAnswer} when it is something else altogether.
 */
export async function readAnswer<T extends z.core.$ZodType>(
  response: Answer,
  schema: T,
  mediaType = "application/json",
): Promise<z.infer<T>> {
  const result = z.safeParse(schema, await readJson(response, mediaType, "json"));
  if (result.success) return result.data;
  throw new OutsideContract(response.status, describeIssues(result.error));
}

/**
 * The error that an unsuccessful answer stands for. Only a problem document of this contract
 * is the panel's own word (RFC 9457); whatever else answers is something in its place.
 */
export async function readProblem(response: Answer): Promise<KlartextError> {
  try {
    const body = await readJson(response, "application/problem+json", "problem");
    const { type, instance } = z.parse(problemDocument, body);
    if (isOwnProblem(type)) {
      return new PanelProblem(problemCode(type), response.status, instance);
    }
  } catch (error) {
    if (error instanceof PanelUnreachable || error instanceof ConfigError) return error;
  }
  return new ForeignAnswer(foreignReason(response), response.status);
}

/** @throws {ForeignAnswer} when an answer is of another media type, and so no panel's. */
export function requireMediaType(response: AnswerHead, mediaType: string): void {
  const { status, ok, headers } = response;
  const stated = headers.get("Content-Type");
  if (stated === null && ok && status !== 204) {
    throw new ForeignAnswer("header-missing", status, "Content-Type");
  }
  if (stated?.split(";")[0]?.trim().toLowerCase() !== mediaType) {
    throw new ForeignAnswer(foreignReason(response), status);
  }
}

/** Reads an answer that is a text. */
export async function readText(
  response: Answer,
  mediaType: string,
  kind: BodyKind = "text",
): Promise<string> {
  requireMediaType(response, mediaType);
  return new TextDecoder().decode(await readBody(response, kind));
}

async function readJson(
  response: Answer,
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
