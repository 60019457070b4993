import { render, screen } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { createWords } from "../../i18n/createWords.ts";
import { explainPayload, type Json } from "../../payload/index.ts";
import { serverStatistics } from "../../policy/index.ts";
import { PayloadSummary } from "./PayloadSummary.tsx";

function saidOfServices(payload: Json): string | null | undefined {
  render(
    <I18nextProvider i18n={createWords("en")}>
      <PayloadSummary
        onShowItem={() => {}}
        places={explainPayload(serverStatistics, payload)}
        items={[{ id: "services", label: "Services", fields: {}, names: {} }]}
      />
    </I18nextProvider>,
  );
  return screen.getByRole("definition").firstChild?.textContent;
}

test("an empty list is told as none", () => {
  expect(saidOfServices({ services: [] })).toBe("none");
});

test("an item that is not there is told as missing, and not as none", () => {
  expect(saidOfServices({ version: "0.1.0" })).toBe("missing");
});
