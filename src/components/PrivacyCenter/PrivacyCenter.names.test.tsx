import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { announcements, settledCard } from "../../../test/elements.ts";
import { statusText } from "../../../test/support/statusText.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel } from "../../testing/index.ts";
import { PrivacyCenter } from "./PrivacyCenter.tsx";

const policy = liveConfigPolicy();
const purpose = "server-statistics";
const isolated = (text: string) => `\u2068${text}\u2069`;

/** A centre whose panel knows somebody by a name, who has given consent. */
async function show(name: string) {
  const panel = createFakePanel({ policy });
  panel.decideAs({ id: "admin", name, mayDecide: true }, purpose, "grant");
  const { container } = render(
    <PrivacyCenter policy={policy} language="en" fetch={panel.fetch} />,
  );
  return { card: await settledCard(), container };
}

test.each([
  ["reorders the text", "Ad\u202enim", "Ad\\u202enim"],
  ["rings the bell", "Ad\u0007min", "Ad\\u0007min"],
  ["cannot be seen", "Ad\u200bmin", "Ad\\u200bmin"],
  ["is written from right to left", "מנהל", isolated("מנהל")],
])("a name that %s changes nothing of the sentence", async (_name, name, said) => {
  const { card, container } = await show(name);

  expect(statusText(card.region())).toContain(`Consent given. By ${said} on `);
  await userEvent.click(
    screen.getByRole("button", { name: "History: Server statistics" }),
  );
  expect(await within(card.region()).findByRole("cell", { name: said })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: /^Show receipt: / }));
  const receipt = await screen.findByRole("article");
  expect(within(receipt).getByText(said)).toBeDefined();
  const hidden = ["\u0007", "\u200b", "\u202e"];
  expect([...container.innerHTML].filter((one) => hidden.includes(one))).toEqual([]);
});

test.each([
  ["has", "The bytes have been copied.", () => Promise.resolve()],
  [
    "has not",
    "Copying does not work here. Save the bytes as a file.",
    () => Promise.reject(new Error("denied")),
  ],
])(
  "who copies sees and hears once that it %s happened",
  async (_name, sentence, writeText) => {
    const { card } = await show("Admin");
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, "writeText").mockImplementation(writeText);

    await user.click(within(card.region()).getByRole("button", { name: "Copy" }));

    await within(card.region()).findByText(sentence);
    expect(within(announcements()).getAllByText(sentence)).toHaveLength(1);
  },
);
