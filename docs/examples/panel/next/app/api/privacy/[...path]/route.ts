import { openedPanel } from "../../../../privacy/openedPanel.ts";

async function answer(request: Request): Promise<Response> {
  const { handle } = await openedPanel();
  return handle(request);
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
