import { useContext, useState } from "react";
import type { FakePanel } from "../../src/testing/index.ts";
import { OwnNetwork, throughNetwork } from "./storyNetwork.ts";

/** `fetch` to the first panel that is given: over the toolbar's network, or the story's own. */
export function useStoryFetch(panel: FakePanel): typeof globalThis.fetch {
  const isOwn = useContext(OwnNetwork);
  const [fetch] = useState(() => (isOwn ? panel.fetch : throughNetwork(panel.fetch)));
  return fetch;
}
