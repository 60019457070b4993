import type { Meta, StoryObj } from "@storybook/react-vite";
import { spyOn } from "storybook/test";
import {
  changedAnswer,
  otherKey,
  signedAnswer,
  vendorKey,
} from "../../../test/fixtures/signedAnswer.ts";
import {
  type HistoryOfProps,
  historyStory,
  openDeletion,
} from "../../../test/support/HistoryOf.tsx";
import { shows } from "../../../test/support/states.ts";
import type { Purposes } from "../../contract/createContract.ts";
import type { Receipt } from "../../contract/receipt.ts";
import type { VendorKey } from "../../policy/vendorKey.ts";

const meta = {
  title: "Purpose/DecisionHistory",
  ...historyStory,
} satisfies Meta<HistoryOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** A receipt of a deletion as a panel gives it whose vendor signs. */
const signedWith =
  (
    answer: typeof signedAnswer,
    keys: readonly VendorKey[] = [],
  ): NonNullable<HistoryOfProps["rewrite"]> =>
  (path, body) => {
    if (path.startsWith("/receipts/")) {
      return { ...(body as Receipt), "kt:signature": "valid", "kt:signedAnswer": answer };
    }
    return path === "/purposes" ? withKeys(body as Purposes, keys) : body;
  };

/** What a panel tells that names these keys. */
function withKeys(body: Purposes, vendorKeys: readonly VendorKey[]): Purposes {
  const purposes = Object.entries(body.purposes).map(([id, { transport, ...rest }]) => [
    id,
    { ...rest, transport: transport && { ...transport, vendorKeys: [...vendorKeys] } },
  ]);
  return { ...body, purposes: Object.fromEntries(purposes) };
}

const openAnd =
  (sentence: RegExp): NonNullable<Story["play"]> =>
  async (context) => {
    await openDeletion(context);
    await context.canvas.findByText(sentence);
  };

/** Look at: the signature fits the key that the page carries, and the time is the vendor's own claim. */
export const ReceiptSigned: Story = {
  parameters: shows("receipt:page", "receipt:checking"),
  args: { rewrite: signedWith(signedAnswer), vendorKeys: [vendorKey] },
  play: openAnd(/^(Passt zum Schlüssel, den diese|Fits the key that this page)/),
};

/** Look at: the signature fits a key that the panel alone names, and no more is said. */
export const ReceiptSignedByPanelsKey: Story = {
  parameters: shows("receipt:panel"),
  args: { rewrite: signedWith(signedAnswer, [vendorKey]) },
  play: openAnd(/^(Passt zum Schlüssel, den das|Fits the key that the panel)/),
};

/** Look at: a receipt that was changed since does not fit its signature. */
export const ReceiptSignatureWrong: Story = {
  parameters: shows("receipt:wrong"),
  args: { rewrite: signedWith(changedAnswer), vendorKeys: [vendorKey] },
  play: openAnd(/Signatur passt nicht|signature does not fit/),
};

/** Look at: nobody here names the key that it is signed with. */
export const ReceiptOtherKey: Story = {
  parameters: shows("receipt:other-key"),
  args: { rewrite: signedWith(signedAnswer, [otherKey]), vendorKeys: [otherKey] },
  play: openAnd(/weder diese Seite|neither this page/),
};

/** Look at: a browser without Ed25519 says that it cannot check. */
export const ReceiptCannotBeChecked: Story = {
  parameters: shows("receipt:cannot-check"),
  args: { rewrite: signedWith(signedAnswer), vendorKeys: [vendorKey] },
  beforeEach: () => {
    const refuse = spyOn(crypto.subtle, "importKey");
    refuse.mockRejectedValue(new DOMException("", "NotSupportedError"));
    return () => refuse.mockRestore();
  },
  play: openAnd(/nicht prüfbar|Cannot be checked/),
};

/** Look at: a vendor that signs nothing is said to sign nothing. */
export const ReceiptNotSigned: Story = {
  parameters: shows("signature:absent"),
  args: {
    rewrite: (path, body) =>
      path.startsWith("/receipts/")
        ? { ...(body as Receipt), "kt:signature": "absent" }
        : body,
  },
  play: openAnd(/^(Die Antwort ist nicht signiert|The answer is not signed)/),
};
