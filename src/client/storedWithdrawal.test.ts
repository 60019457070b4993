import { describe, expect, test } from "vitest";
import { memoryStorage } from "../../test/support/memoryStorage.ts";
import { keepWithdrawal, type StoredWithdrawal } from "./storedWithdrawal.ts";

const baseUrl = "http://panel.test/api/privacy";
const purpose = "server-statistics";
const since = "2026-11-22T08:00:00.000Z";
const ofAdmin = { viewer: "admin", sequence: 3, since };
const ofAnother = { viewer: "admin2", sequence: 2, since };
const ofNobody = { since };

/** What a browser keeps, and the stores that its pages and tabs have of it. */
function openBrowser({ local = memoryStorage(), session = memoryStorage() } = {}) {
  const inPage = (page = new Map<string, StoredWithdrawal>()) =>
    keepWithdrawal(baseUrl, purpose, page, { local, session });
  const inOtherTab = () =>
    keepWithdrawal(baseUrl, purpose, new Map(), { local, session: memoryStorage() });
  return { inPage, inOtherTab, local, session };
}

function forbiddenStorage(): Storage {
  const storage = memoryStorage();
  storage.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  return storage;
}

describe("a withdrawal of a known viewer", () => {
  test("outlives the tab, for that viewer alone", () => {
    const { inPage, inOtherTab } = openBrowser();

    inPage().write(ofAdmin);

    expect(inPage().outlivesTab("admin")).toBe(true);
    expect(inOtherTab().read("admin")).toEqual(ofAdmin);
    expect(inOtherTab().read("admin2")).toBeUndefined();
    expect(inOtherTab().read(undefined)).toBeUndefined();
    expect(inOtherTab().readOfAnother("admin2")).toEqual(ofAdmin);
    expect(inOtherTab().readOfAnother("admin")).toBeUndefined();
  });

  test("neither replaces nor clears another one's", () => {
    const { inPage } = openBrowser();
    inPage().write(ofAdmin);
    inPage().write(ofAnother);
    expect(inPage().read("admin")).toEqual(ofAdmin);

    inPage().clear("admin2");

    expect(inPage().read("admin")).toEqual(ofAdmin);
    expect(inPage().read("admin2")).toBeUndefined();
    expect(inPage().hasAny()).toBe(true);
  });

  test("leaves nothing in the browser when the last one is cleared", () => {
    const { inPage, local, session } = openBrowser();
    const store = inPage();
    store.write(ofAdmin);

    store.clear("admin");

    expect([local.length, session.length, store.hasAny()]).toEqual([0, 0, false]);
  });

  test("is gone from every page when one has cleared it", () => {
    const { inPage } = openBrowser();
    const store = inPage();
    store.write(ofAdmin);

    inPage().clear("admin");

    expect(store.read("admin")).toBeUndefined();
    expect(store.hasAny()).toBe(false);
  });

  test("is kept by the page where the browser keeps nothing, and not said to outlive it", () => {
    const { inPage } = openBrowser({ local: forbiddenStorage() });
    const page = new Map<string, StoredWithdrawal>();

    inPage(page).write(ofAdmin);

    expect(inPage(page).outlivesTab("admin")).toBe(false);
    expect(inPage(page).read("admin")).toEqual(ofAdmin);
    expect(inPage(page).read("admin2")).toBeUndefined();
    expect(inPage().read("admin")).toBeUndefined();
    inPage(page).clear("admin");
    expect(inPage(page).read("admin")).toBeUndefined();
  });
});

describe("a withdrawal of which nobody knows whose it is", () => {
  test("outlives a reload of its tab, and is seen in no other one", () => {
    const { inPage, inOtherTab } = openBrowser();

    inPage().write(ofNobody);

    expect(inPage().outlivesTab(undefined)).toBe(false);
    expect(inPage().read(undefined)).toEqual(ofNobody);
    expect(inPage().read("admin")).toEqual(ofNobody);
    expect(inOtherTab().read(undefined)).toBeUndefined();
    expect(inOtherTab().hasAny()).toBe(false);
  });

  test("comes after an own one", () => {
    const { inPage } = openBrowser();
    inPage().write(ofNobody);
    inPage().write(ofAdmin);

    expect(inPage().read("admin")).toEqual(ofAdmin);
  });

  test("is kept by the page where the tab keeps nothing", () => {
    const { inPage } = openBrowser({ session: forbiddenStorage() });
    const page = new Map<string, StoredWithdrawal>();
    inPage(page).write(ofNobody);

    expect(inPage(page).read("admin")).toEqual(ofNobody);
    inPage(page).clear("admin");
    expect(inPage(page).hasAny()).toBe(false);
  });
});

test.each(["", "{", "[]", '{"admin":{"viewer":"admin"}}', '{"viewer":"admin"}'])(
  "what is no record of withdrawals is none: %s",
  (text) => {
    const { inPage, local } = openBrowser();
    local.setItem(`klartext:withdrawal:${baseUrl}:${purpose}`, text);

    expect(inPage().read("admin")).toBeUndefined();
    expect(inPage().readOfAnother("admin2")).toBeUndefined();
  },
);

test("a viewer whose id is the name of something that every object has has none", () => {
  const { inPage } = openBrowser();
  inPage().write(ofAdmin);

  expect(inPage().read("constructor")).toBeUndefined();
});
