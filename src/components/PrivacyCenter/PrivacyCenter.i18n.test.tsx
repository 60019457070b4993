import { act, cleanup, render, screen } from "@testing-library/react";
import { createInstance, type i18n } from "i18next";
import i18next26 from "i18next-26";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel } from "../../testing/index.ts";

const policy = liveConfigPolicy();
const builtOurs = vi.fn();
let PrivacyCenter: typeof import("./PrivacyCenter.tsx").PrivacyCenter;

beforeEach(async () => {
  vi.resetModules();
  vi.doMock("../../i18n/buildWords.ts", async (original) => {
    builtOurs();
    return original();
  });
  ({ PrivacyCenter } = await import("./PrivacyCenter.tsx"));
});

afterEach(() => {
  vi.doUnmock("../../i18n/buildWords.ts");
  builtOurs.mockClear();
  cleanup();
});

const french = { lng: "fr", resources: { fr: { translation: { hello: "Bonjour" } } } };

describe("a centre that is given the host's i18next", () => {
  test.each([
    ["26", i18next26.createInstance() as unknown as i18n],
    ["27", createInstance()],
  ])("speaks through it, here %s, and loads none of its own", async (_version, host) => {
    await host.init({ ...french, initAsync: false });
    const { fetch } = createFakePanel({ policy });
    const centre = (language: "de" | "en") => (
      <PrivacyCenter policy={policy} language={language} fetch={fetch} i18n={host} />
    );
    const { rerender } = render(centre("de"));
    expect(await screen.findAllByText("Noch nicht entschieden")).not.toEqual([]);

    await act(async () => rerender(centre("en")));
    expect(await screen.findAllByText("Not decided yet")).not.toEqual([]);

    expect(builtOurs).not.toHaveBeenCalled();
    expect([host.language, host.t("hello")]).toEqual(["fr", "Bonjour"]);
    expect(Object.keys(host.store.data)).toEqual(["fr", "de", "en"]);
    expect(Object.keys(host.store.data.de ?? {})).toEqual(["klartext"]);
  });

  test("speaks through one of its own where the host's cannot read its words", async () => {
    const host: i18n = createInstance();
    render(
      <PrivacyCenter
        policy={policy}
        language="en"
        fetch={createFakePanel({ policy }).fetch}
        i18n={host}
      />,
    );

    expect(await screen.findAllByText("Not decided yet")).not.toEqual([]);
    expect(builtOurs).toHaveBeenCalledOnce();
  });
});
