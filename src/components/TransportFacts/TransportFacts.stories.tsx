import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { shows } from "../../../test/support/states.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { buildDocument, liveConfigPolicy, plainText } from "../../policy/index.ts";
import { transport } from "../../testing/index.ts";
import { TransportFacts, type TransportFactsProps } from "./TransportFacts.tsx";

const policy = liveConfigPolicy();
const at = "2026-01-15T09:30:00.000Z";

/** The facts with what the policy says of the receiver, in the language of the story. */
function FactsWithReceiver({ transport }: Pick<TransportFactsProps, "transport">) {
  const { language } = usePrivacy();
  const { cards } = buildDocument(policy, language);
  const card = cards.find(({ activity }) => activity === "crash-reports");
  return (
    <TransportFacts
      heading="Absturzberichte"
      transport={transport}
      receiverAdds={card?.receiverAdds && plainText(card.receiverAdds)}
    />
  );
}

const meta = {
  title: "Purpose/Transport",
  component: TransportFacts,
  args: { heading: "Serverstatistiken", transport, receiverAdds: undefined },
  play: async ({ canvas }) => {
    const way = canvas.getByRole("list", { name: /^Der Weg der Daten: |^The way/ });
    await expect(way.children).toHaveLength(3);
    await expect(canvas.getByText(`POST ${transport.url}`)).toBeVisible();
  },
} satisfies Meta<typeof TransportFacts>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: method, address, headers and CA; no connection is made just to try. */
export const Untried: Story = {
  parameters: shows("tls:untried"),
};

/** Look at: the last connection was right, and when it was. */
export const Verified: Story = {
  parameters: shows("tls:verified"),
  args: { transport: { ...transport, lastAttempt: { at, tls: "verified" } } },
};

/** Look at: a certificate of another CA, and that nothing was sent. */
export const PinMismatch: Story = {
  parameters: shows("tls:tls-pin-mismatch"),
  args: { transport: { ...transport, lastAttempt: { at, tls: "tls-pin-mismatch" } } },
};

/** Look at: a receiver that was not reached is not called wrong. */
export const NotReached: Story = {
  parameters: shows("tls:not-reached"),
  args: { transport: { ...transport, lastAttempt: { at, tls: "not-reached" } } },
};

/** Look at: a result that this page does not know is said to be one. */
export const UnknownResult: Story = {
  parameters: shows("tls:unknown"),
  args: { transport: { ...transport, lastAttempt: { at, tls: "quantum" } } },
};

/** Look at: what the receiver notes beside the bytes, in the policy's own sentence. */
export const WithReceiver: Story = {
  render: ({ transport }) => <FactsWithReceiver transport={transport} />,
};

/** Look at: neither TLS nor a CA is claimed where the panel names none. */
export const WithoutTls: Story = {
  args: {
    transport: { ...transport, url: "http://[::1]:8080/v1", caFingerprints: [] },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^Ohne TLS$|^Without TLS$/)).toBeVisible();
    await expect(canvas.getByText("[::1]:8080")).toBeVisible();
  },
};

/** Look at: the proxy on the way, and that it learns host and time, not the content. */
export const ThroughProxy: Story = {
  parameters: shows("transport:through-proxy"),
  args: { transport: { ...transport, proxy: "proxy.example:3128" } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText("proxy.example:3128")).toBeVisible();
    await expect(canvas.getByText(/nicht den Inhalt|not the content/)).toBeVisible();
  },
};

/** Look at: where the vendor publishes results, as an address to open. */
export const PublishedResults: Story = {
  args: { resultsUrl: "https://vendor.example/statistics" },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByRole("link", { name: "https://vendor.example/statistics" }),
    ).toBeVisible();
  },
};

/** Look at: one below the other where there is no room, down to 16 em. */
export const Narrow: Story = {
  args: { transport: { ...transport, lastAttempt: { at, tls: "verified" } } },
  decorators: [
    (Story) => (
      <div style={{ inlineSize: "16em" }}>
        <Story />
      </div>
    ),
  ],
};

/** Look at: long values wrap within their row; the page is not widened by them. */
export const LongValues: Story = {
  parameters: shows("extreme:long-words"),
  args: {
    transport: {
      ...transport,
      headers: {
        ...transport.headers,
        "User-Agent": `Klartext/${"1234567890".repeat(20)}`,
      },
      caFingerprints: [
        ...transport.caFingerprints,
        ...transport.caFingerprints.map((text) => text.split(":").toReversed().join(":")),
      ],
    },
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(
      canvasElement.clientWidth,
    );
  },
};
