import type { Preview } from "@storybook/react-vite";
import { configure } from "storybook/test";
import "../src/styles/klartext.css";
import "./preview.css";
import { loadParts } from "../test/support/loadParts.ts";
import { StoryFrame } from "./StoryFrame.tsx";
import { showTheme, themeItems } from "./theme.ts";

// A machine with much to do is slow, and no reason for a story to fail.
configure({ asyncUtilTimeout: 10_000 });

const preview: Preview = {
  // A story shows what it is of, not that it is being loaded.
  beforeAll: loadParts,
  tags: ["autodocs"],
  parameters: {
    a11y: { test: "error" },
    controls: { expanded: true },
  },
  globalTypes: {
    language: {
      description: "Language of the story",
      toolbar: {
        icon: "globe",
        items: [
          { value: "de", title: "Deutsch" },
          { value: "en", title: "English" },
          { value: "pseudo", title: "Pseudo, 40 % longer" },
        ],
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
  },
  initialGlobals: {
    language: import.meta.env.STORYBOOK_LANGUAGE ?? "de",
    theme: import.meta.env.STORYBOOK_THEME ?? "light",
  },
  decorators: [
    (Story, { globals, parameters }) => {
      // Not in an effect: the story and the contrast check must never see the other theme.
      showTheme(globals.theme);
      document.documentElement.lang = globals.language === "de" ? "de" : "en";
      return (
        <StoryFrame language={globals.language} isWhole={parameters.isWhole === true}>
          <Story />
        </StoryFrame>
      );
    },
  ],
};

export default preview;
