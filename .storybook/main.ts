import type { StorybookConfig } from "@storybook/react-vite";
import { withoutScript } from "./withoutScript.ts";

const instead = withoutScript(process.env.KLARTEXT_IN_SITE === "1");

const config: StorybookConfig = {
  framework: "@storybook/react-vite",
  stories: ["./pages/*.mdx", "./pages/*.stories.tsx", "../src/**/*.stories.tsx"],
  addons: ["@storybook/addon-a11y", "@storybook/addon-docs", "@storybook/addon-vitest"],
  features: { sidebarOnboardingChecklist: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  managerHead: (head = "") => `${head}${instead}`,
  previewBody: (body = "") => `${body}${instead}`,
};

export default config;
