import type { Preview } from "@storybook/react-vite";

const preview: Preview = {
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
          { value: "en", title: "English" },
          { value: "de", title: "Deutsch" },
        ],
        dynamicTitle: true,
      },
    },
    theme: {
      description: "Colours of the story",
      toolbar: {
        icon: "paintbrush",
        items: [
          { value: "light", title: "Light" },
          { value: "dark", title: "Dark" },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { language: "en", theme: "light" },
  decorators: [
    (Story, { globals }) => {
      // Not in an effect: the story and the contrast check must never see the other theme.
      document.documentElement.dataset.theme = globals.theme;
      return (
        <div lang={globals.language}>
          <Story />
        </div>
      );
    },
  ],
};

export default preview;
