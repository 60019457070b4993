import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  createMemoryStore,
  createPanel,
  type PanelOptions,
} from "../../src/panel/index.ts";
import { createNodeListener } from "../../src/sending/createNodeListener.ts";

/** Serves the panel's core over memory, to whoever comes; nothing is sent. */
export async function servePanel(
  options: Pick<PanelOptions, "policy" | "payloads" | "allowUnseen">,
) {
  let port = 0;
  const panel = createPanel({
    ...options,
    store: createMemoryStore(),
    viewer: () => ({ id: "program", name: "Program", mayDecide: true }),
    origins: () => [`http://127.0.0.1:${port}`],
  });
  await panel.ready;
  const listener = createNodeListener(panel);
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address() as AddressInfo);
  return {
    url: `http://127.0.0.1:${port}/api/privacy`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
