import { QueryClient } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { alertText } from "../../../test/support/alerts.ts";
import type { KlartextError } from "../../client/index.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel } from "../../testing/index.ts";
import { PrivacyCenter, type PrivacyCenterProps } from "./PrivacyCenter.tsx";

const policy = liveConfigPolicy();
const { fetch } = createFakePanel({ policy });

const answering = (body: string, mediaType: string, status = 200) => ({
  fetch: async () =>
    new Response(body, { status, headers: { "Content-Type": mediaType } }),
});

const html = "<!doctype html><title>Not found</title>";

type Setup = readonly [
  string,
  Partial<PrivacyCenterProps>,
  { readonly de: RegExp; readonly en: RegExp },
  RegExp,
];

const elsewhere = {
  de: /andere Stelle|anderem Ursprung/,
  en: /another origin/,
};
const notThePanel = {
  de: /nicht das Panel|Anstelle des Panels/,
  en: /is not the panel|in the panel’s place/,
};

const changed = {
  de: /Antworten des Panels nicht unverändert/,
  en: /does not hand over its answers as they came/,
};

const setups: readonly Setup[] = [
  [
    "a base URL on another origin",
    { baseUrl: "https://other.example/api", fetch },
    elsewhere,
    /lies on https:\/\/other\.example/,
  ],
  [
    "a base URL with a query",
    { baseUrl: "/api/privacy?x=1", fetch },
    { de: /Basis-URL/, en: /base URL/ },
    /a query or a fragment/,
  ],
  [
    "headers that cannot be sent",
    { headers: { "X CSRF": "1" }, fetch },
    { de: /Kopfzeilen/, en: /headers/ },
    /cannot be sent/,
  ],
  [
    "a function for headers that throws",
    {
      headers: () => {
        throw new TypeError("no token");
      },
      fetch,
    },
    { de: /Kopfzeilen/, en: /headers/ },
    /no token/,
  ],
  ["a fetch that is none", { fetch: "fetch" as never }, changed, /is a string/],
  [
    "a fetch that gives the text",
    { fetch: (async () => "{}") as unknown as typeof fetch },
    changed,
    /resolves to a string/,
  ],
  [
    "a fetch that rejects for a status",
    { fetch: () => Promise.reject(Object.assign(new Error("Failed"), { status: 409 })) },
    changed,
    /where the panel answered 409/,
  ],
  [
    "a queryClient that is none",
    { queryClient: QueryClient as never, fetch },
    { de: /Zwischenspeicher/, en: /cache/ },
    /is no QueryClient/,
  ],
  ["a path with HTML behind it", answering(html, "text/html"), notThePanel, /text\/html/],
  [
    "a path with nothing behind it",
    answering(html, "text/html", 404),
    notThePanel,
    /404.*text\/html/,
  ],
  [
    "a path with other JSON behind it",
    answering("{}", "application/json"),
    { de: /unerwartet/, en: /unexpected/ },
    /revision/,
  ],
];

const cases = setups.flatMap(([name, ...rest]) =>
  (["de", "en"] as const).map((language) => [name, language, ...rest] as const),
);

test.each(cases)(
  "%s is said on the page in %s, once in the console, and to the host",
  async (_name, language, props, words, reason) => {
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    const onError = vi.fn<(error: KlartextError) => void>();
    render(
      <PrivacyCenter policy={policy} language={language} onError={onError} {...props} />,
    );

    await waitFor(() => expect(alertText()).toMatch(words[language]));
    expect(alertText()).not.toMatch(/does not answer|antwortet nicht/);
    expect(screen.getByRole("heading", { level: 1 })).toBeDefined();
    await waitFor(() => expect(onError).toHaveBeenCalled());
    const logged = error.mock.calls.map((call) => call.map(String).join(" "));
    expect(logged.filter((text) => reason.test(text))).toHaveLength(1);
    expect(new Set(logged).size).toBe(logged.length);
    expect(onError.mock.calls[0]?.[0].message).toMatch(/./);
  },
);
