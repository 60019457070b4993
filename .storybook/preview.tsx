import type { Preview } from "@storybook/react-vite";
import { configure } from "storybook/test";
import "../src/styles/klartext.css";
import "./preview.css";
import { loadParts } from "../test/support/loadParts.ts";
import {
  arriveInStory,
  beginStory,
  chooseNetwork,
  type Network,
  networks,
  OwnNetwork,
  setsNetwork,
} from "../test/support/storyNetwork.ts";
import { languageItems, viewports } from "./looks.ts";
import { StoryFrame } from "./StoryFrame.tsx";
import { showTheme, themeItems } from "./theme.ts";

// A machine with much to do is slow, and no reason for a story to fail.
configure({ asyncUtilTimeout: 10_000 });

const networkTitles: Readonly<Record<Network, string>> = {
  ok: "Network: in order",
  slow: "Network: slow (2 s)",
  silent: "Network: no answer comes",
  offline: "Network: offline",
  failing: "Network: failing (502)",
  story: "Network: as the story plays it",
};

const preview: Preview = {
  // A story shows what it is of, not that it is being loaded.
  beforeAll: loadParts,
  beforeEach: beginStory,
  afterEach: arriveInStory,
  tags: ["autodocs"],
  parameters: {
    a11y: { test: "error" },
    controls: { expanded: true },
    viewport: { options: viewports },
    options: {
      storySort: {
        order: [
          "Welcome",
          "Foundations",
          ["Statuses", "By its word", "Tokens", "Type, space, icons"],
          "Anatomy",
          "Do and don't",
          "Centre",
          "Purpose",
          "Payload",
          "Policy",
          "Guide",
        ],
      },
    },
  },
  globalTypes: {
    language: {
      description: "Language of the story",
      toolbar: {
        icon: "globe",
        items: [...languageItems, { value: "pseudo", title: "Pseudo, 40 % longer" }],
        dynamicTitle: true,
      },
    },
    theme: {
      description: "Colours of the story",
      toolbar: {
        icon: "paintbrush",
        items: themeItems,
        dynamicTitle: true,
      },
    },
    network: {
      description: "Network between the story and its panel",
      toolbar: {
        icon: "lightning",
        items: networks.map((value) => ({ value, title: networkTitles[value] })),
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: {
    language: import.meta.env.STORYBOOK_LANGUAGE ?? "de",
    theme: import.meta.env.STORYBOOK_THEME ?? "light",
    network: "ok",
  },
  decorators: [
    (Story, context) => {
      const { globals, parameters } = context;
      const isOwn = setsNetwork(context);
      // Not in an effect: the story and the contrast check must never see the other theme.
      showTheme(globals.theme);
      if (!isOwn) chooseNetwork(globals.network);
      document.documentElement.lang = globals.language === "de" ? "de" : "en";
      return (
        <StoryFrame language={globals.language} isWhole={parameters.isWhole === true}>
          <OwnNetwork.Provider value={isOwn}>
            <Story />
          </OwnNetwork.Provider>
        </StoryFrame>
      );
    },
  ],
};

export default preview;
