import i18next27, { type i18n } from "i18next";
import i18next26 from "i18next-26";
import { describe, expect, test, vi } from "vitest";
import { everyWord, interfaceTexts } from "../../test/support/everyWord.ts";
import { addTexts } from "./addTexts.ts";
import { createWords } from "./createWords.ts";
import type { HostI18n } from "./hostI18n.ts";
import { canSpeak, hostWords } from "./hostWords.ts";

const { de, en } = interfaceTexts;

/** What hosts do otherwise, all of it at once. */
const unlike = {
  lng: "fr",
  fallbackLng: "fr",
  keySeparator: false,
  nsSeparator: ".",
  defaultNS: "common",
  returnDetails: true,
  postProcess: ["shout"],
  interpolation: { prefix: "<<", suffix: ">>", escapeValue: true, alwaysFormat: true },
  resources: { fr: { common: { hello: "Bonjour <<name>>" } } },
} as const;

const shout = {
  type: "postProcessor",
  name: "shout",
  process: (value: string) => value.toUpperCase(),
} as const;

function hostOf(createInstance: () => i18n): i18n {
  const host = createInstance();
  void host
    .use(shout)
    .init({ ...unlike, supportedLngs: ["fr"], ns: ["common"], initAsync: false });
  return host;
}

// The types of 26 are not those of 27; what a host gives needs neither.
const createInstance26 = i18next26.createInstance as unknown as () => i18n;

describe.each([
  ["26", createInstance26],
  ["27", i18next27.createInstance],
])(
  "the words through a host's i18next %s, whatever its options,",
  (_version, createInstance) => {
    test.each(["de", "en"] as const)("are those of ours, %s", (language) => {
      const { first, lazy } = interfaceTexts[language];
      const ours = createWords(language);
      const through = hostWords(hostOf(createInstance), language, first);
      addTexts(through, language, lazy);
      const said = everyWord(language);

      expect(said.length).toBeGreaterThan(2_000);
      for (const { key, values } of said) {
        expect([key, values, through.t(key, values)]).toEqual([
          key,
          values,
          ours.t(key, values),
        ]);
      }
    });

    test("touch nothing of the host's", async () => {
      const host = hostOf(createInstance);
      const added = vi.fn();
      host.store.on("added", added);
      const says = () => [
        host.language,
        host.t("hello", { name: "<i>" }),
        host.options.ns,
      ];
      const before = structuredClone(says());

      for (const language of ["de", "en"] as const) {
        const { first, lazy } = interfaceTexts[language];
        const words = hostWords(host, language, first);
        addTexts(words, language, lazy);
        words.t("chip.granted");
      }

      expect(says()).toEqual(before);
      expect(added).not.toHaveBeenCalled();
      expect(host.getResourceBundle("fr", "common")).toEqual(unlike.resources.fr.common);
      expect(host.getResourceBundle("de", "klartext")).toMatchObject(de.first);
      expect(host.getResourceBundle("en", "klartext")).toMatchObject(en.lazy);
      await host.changeLanguage("fr");
      expect(says()).toEqual(before);
    });

    test("ask no server of the host's for their namespace", async () => {
      const read = vi.fn((_language, _namespace, done) => done(null, {}));
      const host = createInstance();
      await host.use({ type: "backend", init: () => {}, read }).init({
        lng: "fr",
        fallbackLng: false,
        ns: ["common"],
        partialBundledLanguages: true,
      });
      hostWords(host, "de", de.first);
      read.mockClear();

      await host.changeLanguage("it");

      expect(read.mock.calls.map(([, namespace]) => namespace)).toEqual(["common"]);
    });
  },
);

test("a host's i18next of either version can be given", () => {
  const hosts: readonly HostI18n[] = [i18next26, i18next27];

  expect(hosts).toHaveLength(2);
});

describe("an i18next of a host's that cannot speak our words", () => {
  test.each([
    ["has not been initialised", i18next27.createInstance()],
    ["is something else", { options: {}, addResourceBundle: 1, t: 2 }],
    [
      "marks plurals otherwise",
      (() => {
        const host = i18next27.createInstance();
        void host.init({ lng: "fr", pluralSeparator: "#", initAsync: false });
        return host;
      })(),
    ],
    [
      "has a format of its own",
      (() => {
        const host = i18next27.createInstance();
        const format = { type: "i18nFormat", init: () => {}, parse: () => "" } as const;
        void host.use(format).init({ lng: "fr", initAsync: false });
        return host;
      })(),
    ],
  ])("%s", (_why, host) => {
    expect(canSpeak(host)).toBe(false);
  });
});
