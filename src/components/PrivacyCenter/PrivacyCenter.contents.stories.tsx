import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { announcements } from "../../../test/elements.ts";
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import {
  type CenterOfProps,
  centreStory,
  everythingIsThere,
  findToggle,
  names,
  visibly,
} from "../../../test/support/centerStory.tsx";
import { shows } from "../../../test/support/states.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { statistics as statisticsSent } from "../../testing/index.ts";

const meta = {
  title: "Centre",
  ...centreStory,
  play: ({ canvas }) => everythingIsThere(canvas),
} satisfies Meta<CenterOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

const statistics = "server-statistics";

/** Look at: the panel stands for another text, so consent cannot be given on this page. */
export const TextNotKnown: Story = {
  parameters: shows("obstacle:text-not-known"),
  args: { prepare: (panel) => panel.revise(liveConfigPolicy()) },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await expect(
      canvas.getAllByText(/ist nicht der Text des Panels|is not the panel’s text/, {
        selector: ".kt-alert p",
      }),
    ).toHaveLength(2);
  },
};

/** Look at: the panel has a revision that the page does not know. */
export const PolicyNotKnown: Story = {
  parameters: shows("obstacle:policy-not-known"),
  args: { prepare: (panel) => panel.revise(policyInForce("2026-04-01")) },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await expect(
      canvas.getAllByText(/die diese Seite nicht kennt|this page does not know/, {
        selector: ".kt-alert p",
      }),
    ).toHaveLength(2);
  },
};

/** Look at: the data changed; the old ones stay until the button is used. */
export const NewerData: Story = {
  parameters: shows("obstacle:payload-newer"),
  play: async ({ canvas, loaded }) => {
    await everythingIsThere(canvas);
    loaded.panel.setPayload(statistics, { ...statisticsSent, services: [] });
    window.dispatchEvent(new Event("visibilitychange"));
    await expect(await canvas.findByRole("button", { name: names.newer })).toBeVisible();
    await expect(announcements()).toHaveTextContent(
      /Die Daten haben sich geändert|The data has changed/,
    );
  },
};

/** Look at: a value that nothing discloses blocks consent. */
export const Undisclosed: Story = {
  parameters: shows("obstacle:payload-undisclosed", "place:undisclosed", "place:absent"),
  args: {
    prepare: (panel) =>
      panel.setPayload(statistics, { version: "0.1.0", hostname: "server.example" }),
  },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await expect(
      canvas.getByText(
        /anderes, als die Datenschutzerklärung|does not match the privacy/,
        { selector: ".kt-alert p" },
      ),
    ).toBeVisible();
    await expect(
      canvas.getByText(
        /^Nicht in der Datenschutzerklärung: |^Not in the privacy policy: /,
      ),
    ).toBeVisible();
    await expect(
      canvas.getByRole("button", { name: /^Zur Stelle in den|^Go to the place/ }),
    ).toBeVisible();
  },
};

/** Look at: the data cannot be told on this machine; the switch says why it is inactive. */
export const NoPayload: Story = {
  parameters: shows("obstacle:payload-missing", "problem:not-available-here"),
  args: { options: { purposes: { [statistics]: { payload: null } } } },
  play: async ({ canvas }) => {
    await canvas.findByText(
      /^Die Daten, die gesendet würden, sind|^The data that would be/,
      visibly,
    );
    await canvas.findByText(
      /auf diesem Server nicht ermitteln|cannot be determined/,
      visibly,
    );
    await expect(await findToggle(canvas)).toHaveAttribute("aria-disabled", "true");
  },
};

/** Look at: no services is told as none, and consent can be given. */
export const NoServices: Story = {
  parameters: shows("place:disclosed"),
  args: {
    prepare: (panel) => panel.setPayload(statistics, { ...statisticsSent, services: [] }),
  },
};

/** Look at: two hundred services with long names; the page is not widened by them. */
export const ManyServices: Story = {
  parameters: shows("extreme:long-words"),
  args: {
    prepare: (panel) =>
      panel.setPayload(statistics, {
        ...statisticsSent,
        services: Array.from({ length: 200 }, (_, index) => ({
          name: `${"a-service-with-quite-a-long-name-".repeat(2)}${index + 1}`,
          version: `${index + 1}.0.0+deb12u1`,
        })),
      }),
  },
  play: async ({ canvas, canvasElement }) => {
    await everythingIsThere(canvas);
    await expect(canvas.getByText(/… \(200\)$/)).toBeVisible();
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(
      canvasElement.clientWidth,
    );
  },
};

/** Look at: where it goes and how, unfolded; what was sent last, and what comes next. */
export const WithTransport: Story = {
  parameters: shows("tls:untried"),
  args: {
    options: {
      purposes: {
        [statistics]: {
          status: "granted",
          lastSentAt: "2026-01-15T09:30:00.000Z",
          nextAt: "2026-02-15T09:30:00.000Z",
        },
      },
    },
  },
  play: async ({ canvas, userEvent }) => {
    await everythingIsThere(canvas);
    const way = canvas.getByRole("button", { name: names.way });
    await userEvent.click(way);
    await expect(way).toHaveAttribute("aria-expanded", "true");
    const stations = canvas.getAllByRole("list", {
      name: /^Der Weg der Daten: Server|^The way of the data: Server/,
    });
    await expect(stations).toHaveLength(1);
    await expect(stations[0]).toBeVisible();
  },
};

/** Look at: another product, none of whose words are the first one's. */
export const AnotherProduct: Story = {
  parameters: shows("extreme:another-product"),
  args: {
    policy: otherPolicy,
    options: {
      purposes: {
        "update-check": {
          payload: {
            kind: "next",
            content: { edition: "free", schedule: { days: [1, 4], note: null } },
          },
        },
      },
    },
  },
  play: async ({ canvas }) => {
    await canvas.findByRole("button", { name: names.showBytes });
    await expect(canvas.getAllByRole("switch")).toHaveLength(1);
  },
};
