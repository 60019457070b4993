import { openedPanel } from "./privacy/openedPanel.ts";

/** Next cannot route an address with a broken escape (`%`); the panel says that there is none. */
export async function proxy(request: Request): Promise<Response> {
  try {
    decodeURI(new URL(request.url).pathname);
    return new Response(null, { headers: { "x-middleware-next": "1" } });
  } catch {
    const { handle } = await openedPanel();
    return handle(request);
  }
}

export const config = { matcher: "/api/privacy/:path*" };
