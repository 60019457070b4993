import { definePolicy, item } from "klartext/policy";
import * as z from "zod";

/** What is collected: every leaf names the item that it belongs to. */
const usage = z.strictObject({
  id: item(z.uuid({ version: "v4" }), "pseudonym"),
  edition: item(z.enum(["free", "team"]), "edition"),
  storage: item(z.strictObject({ usedGigabytes: z.int().min(0) }), "storage"),
});

export const policy = definePolicy({
  revision: {
    id: "2026-03-01",
    date: "2026-03-01",
    material: true,
    summary: { de: "Erste Fassung.", en: "First version." },
  },
  product: "Acme Backup",
  vendor: { de: "Acme GmbH", en: "Acme Ltd" },
  settings: {
    controller: { de: "Acme GmbH, Berlin", en: "Acme Ltd, Berlin" },
    purpose: {
      usage: { de: "Speicherbedarf planen", en: "To plan the storage needed" },
    },
  },
  general: [{ type: "paragraph", sentences: ["scope"] }],
  activities: [
    {
      id: "orders",
      basis: "contract",
      blocks: [{ type: "paragraph", sentences: ["address"] }],
    },
    {
      id: "usage",
      basis: "consent",
      identification: "pseudonym",
      schedule: "monthly",
      schema: usage,
      items: {
        pseudonym: { told: "sentence", sentence: "pseudonym" },
        edition: { told: "list" },
        storage: { told: "list" },
      },
      exclusions: "exclusions",
      sample: {
        id: "5d1f7a2c-93be-4c60-8a47-1e0b9c2d6f38",
        edition: "team",
        storage: { usedGigabytes: 120 },
      },
      blocks: [
        { type: "paragraph", sentences: ["pseudonym"] },
        { type: "items", introduction: "contents" },
        { type: "paragraph", sentences: ["exclusions"] },
      ],
    },
  ],
  sections: [{ id: "support", blocks: [{ type: "paragraph", sentences: ["messages"] }] }],
  texts: {
    de: {
      title: "Datenschutz bei {{product}}",
      status: { heading: "Stand", sentence: "{{date}}" },
      day: {
        format: "{{day}}. {{month}} {{year}}",
        months: ["Januar", "Februar", "März"],
      },
      rows: {
        recipient: "Empfänger",
        items: "Daten",
        identification: "Kennung",
        frequency: "Häufigkeit",
        voluntary: "Freiwillig",
        withdrawal: "Widerruf",
        purpose: "Zweck",
        retention: "Speicherdauer",
        controller: "Verantwortlicher",
        contact: "Kontakt",
        authority: "Aufsichtsbehörde",
        logRetention: "Aufbewahrung der Protokolle",
      },
      general: { scope: "{{product}} sendet nur, was hier steht." },
      activities: {
        orders: {
          heading: "Bestellung",
          sentences: { address: "Mit der Bestellung erhält {{vendor}} Ihre Anschrift." },
        },
        usage: {
          heading: "Speicherstatistik",
          sentences: {
            pseudonym: "Mit der Einwilligung entsteht eine zufällige ID (UUID).",
            contents: "Außerdem enthält die Statistik:",
            exclusions: "Nicht gesendet werden Namen und Inhalte von Dateien.",
          },
          items: {
            pseudonym: { label: "Pseudonym (UUID)" },
            edition: { label: "Ausgabe", bullet: "die Ausgabe von {{product}}" },
            storage: { label: "Speicher", bullet: "den belegten Speicher in Gigabyte" },
          },
          card: {
            label: "Speicherstatistik senden",
            recipient: "{{vendor}}, nur über https.",
            identification: "Ein Pseudonym: eine zufällige UUID.",
            frequency: "Sofort nach der Einwilligung, danach monatlich.",
            voluntary: "Sicherungen laufen auch ohne diese Einwilligung.",
            withdrawal: "Jederzeit mit diesem Schalter.",
          },
        },
      },
      sections: {
        support: {
          heading: "Anfragen",
          sentences: { messages: "Anfragen an {{vendor}} senden Sie selbst." },
        },
      },
    },
    en: {
      title: "Privacy of {{product}}",
      status: { heading: "Status", sentence: "{{date}}" },
      day: {
        format: "{{day}} {{month}} {{year}}",
        months: ["January", "February", "March"],
      },
      rows: {
        recipient: "Recipient",
        items: "Data",
        identification: "Identifier",
        frequency: "How often",
        voluntary: "Voluntary",
        withdrawal: "Withdrawing",
        purpose: "Purpose",
        retention: "Kept for",
        controller: "Controller",
        contact: "Contact",
        authority: "Supervisory authority",
        logRetention: "Logs are kept for",
      },
      general: { scope: "{{product}} sends nothing but what stands here." },
      activities: {
        orders: {
          heading: "Ordering",
          sentences: { address: "With an order {{vendor}} receives your address." },
        },
        usage: {
          heading: "Storage statistics",
          sentences: {
            pseudonym: "On consent a random ID (UUID) is made.",
            contents: "Besides, the statistics contain:",
            exclusions: "Names and contents of files are not sent.",
          },
          items: {
            pseudonym: { label: "Pseudonym (UUID)" },
            edition: { label: "Edition", bullet: "the edition of {{product}}" },
            storage: { label: "Storage", bullet: "the storage in use, in gigabytes" },
          },
          card: {
            label: "Send storage statistics",
            recipient: "{{vendor}}, over https only.",
            identification: "A pseudonym: a random UUID.",
            frequency: "At once when consent is given, then monthly.",
            voluntary: "Backups run without this consent, too.",
            withdrawal: "At any time, with this switch.",
          },
        },
      },
      sections: {
        support: {
          heading: "Requests",
          sentences: { messages: "You send requests to {{vendor}} yourself." },
        },
      },
    },
  },
});
