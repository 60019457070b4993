import { type PostOptions, type PostResult, post } from "../../src/sending/post.ts";

/** How an attempt ended, and the text of its answer, where there was a whole one. */
export type Told = Omit<PostResult, "answer"> & { readonly body?: string };

/** Posts, and tells what came of it without the fields of the answer. */
export async function postAndTell(options: PostOptions): Promise<Told> {
  const { answer, ...result } = await post(options);
  const body = answer && Buffer.from(answer.body).toString();
  return body ? { ...result, body } : result;
}
