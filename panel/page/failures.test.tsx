import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { buildProblem, type ProblemCode } from "../../src/contract/index.ts";
import type { Language } from "../../src/index.ts";
import { CrashButton } from "./CrashButton.tsx";
import { SignIn } from "./SignIn.tsx";

const problem = (code: ProblemCode, detail?: string) => () => {
  const document = buildProblem(code, detail === undefined ? {} : { detail });
  const headers = { "Content-Type": "application/problem+json" };
  return Response.json(document, { status: document.status, headers });
};
const page = (status: number) => () =>
  new Response("<p>Sign in</p>", {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });
const redirect = () =>
  Object.defineProperties(new Response(null), {
    type: { value: "opaqueredirect" },
    status: { value: 0 },
    ok: { value: false },
  });
const nothing = () => {
  throw new TypeError("Failed to fetch");
};

type Case = readonly [
  name: string,
  answer: () => Response,
  de: string,
  en: string,
  shown: string,
];

const cases: readonly Case[] = [
  [
    "a host that is not served",
    problem("host-not-served", 'The request names the host "x". Allowed: http://y.'),
    "nennt einen Host, unter dem das Panel nicht eingerichtet ist",
    "names a host that the panel is not set up for",
    'The request names the host "x". Allowed: http://y.',
  ],
  [
    "another origin",
    problem("cross-site", 'Origin is "http://x". Allowed: http://y.'),
    "hält diese Seite nicht für seine eigene",
    "does not take this page for its own",
    'Origin is "http://x". Allowed: http://y.',
  ],
  ["no answer", nothing, "antwortet nicht", "does not answer", "POST "],
  ["a page of HTML", page(200), "nicht vom Panel", "not the panel’s", "200 text/html"],
  ["a page of a firewall", page(403), "nicht vom Panel", "not the panel’s", "403 text"],
  ["a gateway's page", page(502), "nicht vom Panel", "not the panel’s", "502 text/html"],
  ["a redirect", redirect, "nicht vom Panel", "not the panel’s", "redirect"],
  [
    "another problem",
    () =>
      Response.json(
        { type: "about:blank", title: "Forbidden", status: 403 },
        { status: 403, headers: { "Content-Type": "application/problem+json" } },
      ),
    "nicht vom Panel",
    "not the panel’s",
    "403 application/problem+json",
  ],
  [
    "a store that fails",
    problem("store-unavailable", "There is no room on the disk."),
    "kann die Sitzung nicht speichern",
    "cannot keep the session",
    "There is no room on the disk.",
  ],
  [
    "a failure of the panel",
    problem("internal-error"),
    "konnte die Anfrage nicht ausführen",
    "could not do it",
    "The panel failed",
  ],
];

function stubAnswer(answer: () => Response) {
  const fetched = vi.fn(async (..._: Parameters<typeof fetch>) => answer());
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

describe.each(["de", "en"] as const)("in %s", (language: Language) => {
  test.each(cases)("signing in with %s says why, and shows what came", async (...one) => {
    const [, answer, de, en, shown] = one;
    stubAnswer(answer);
    const onSignIn = vi.fn();
    render(<SignIn language={language} person={null} onSignIn={onSignIn} />);

    await userEvent.click(screen.getByRole("button", { name: "Admin" }));

    const alert = await screen.findByRole("alert");
    await vi.waitFor(() => expect(alert.textContent).toContain({ de, en }[language]));
    const quotation = alert.querySelector("code");
    expect(quotation?.textContent).toContain(shown);
    expect(quotation?.lang).toBe("en");
    expect(onSignIn).not.toHaveBeenCalled();
  });
});

test("a session that is refused for its origin names the origin to set", async () => {
  stubAnswer(problem("cross-site"));
  render(<SignIn language="en" person={null} onSignIn={vi.fn()} />);

  await userEvent.click(screen.getByRole("button", { name: "Admin" }));

  const alert = await screen.findByRole("alert");
  await vi.waitFor(() =>
    expect(alert.textContent).toContain(`KLARTEXT_ORIGIN=${location.origin}`),
  );
});

test("signing in asks below the page, and follows no redirect", async () => {
  const fetched = stubAnswer(() => Response.json({ id: "admin" }));
  const onSignIn = vi.fn();
  render(<SignIn language="en" person={null} onSignIn={onSignIn} />);

  await userEvent.click(screen.getByRole("button", { name: "Admin" }));

  await vi.waitFor(() => expect(onSignIn).toHaveBeenCalledExactlyOnceWith("admin"));
  expect(fetched).toHaveBeenCalledExactlyOnceWith(
    "demo/session",
    expect.objectContaining({ method: "POST", redirect: "manual" }),
  );
  expect(screen.queryByRole("alert")).toBeNull();
});

test("an answer of 200 that is not the panel's signs nobody in", async () => {
  stubAnswer(page(200));
  const onSignIn = vi.fn();
  render(<SignIn language="en" person={null} onSignIn={onSignIn} />);

  await userEvent.click(screen.getByRole("button", { name: "Admin" }));

  const alert = await screen.findByRole("alert");
  await vi.waitFor(() => expect(alert.textContent).not.toBe(""));
  expect(onSignIn).not.toHaveBeenCalled();
});

describe("a crash that is not made", () => {
  test.each([
    ["because nobody is signed in", problem("not-signed-in"), "Are you signed in"],
    ["because an auditor asks", problem("not-permitted"), "Are you signed in"],
    ["because nothing answers", nothing, "does not answer"],
    ["because a firewall answers", page(403), "not the panel’s"],
    ["because its origin is refused", problem("cross-site"), "KLARTEXT_ORIGIN"],
  ])("%s says so", async (_, answer, words) => {
    stubAnswer(answer);
    render(<CrashButton language="en" />);

    await userEvent.click(screen.getByRole("button", { name: "Demonstrate a crash" }));

    const status = screen.getByRole("status");
    await vi.waitFor(() => expect(status.textContent).toContain(words));
  });
});
