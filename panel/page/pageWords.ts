/** The words of the demonstration's own bar; those of the centre come from the library. */
export const pageWords = {
  unloaded: {
    de: "Die Dateien dieser Seite konnten nicht geladen werden, oder JavaScript ist ausgeschaltet. Liegt das Panel unter einem Pfad, endet seine Adresse mit einem Schrägstrich.",
    en: "The files of this page could not be loaded, or JavaScript is switched off. Where the panel lies below a path, its address ends with a slash.",
  },
  languages: { de: "Sprache", en: "Language" },
  crash: {
    label: { de: "Absturz vorführen", en: "Demonstrate a crash" },
    crashed: {
      de: "Der Prozess „client“ ist abgestürzt.",
      en: "The process “client” has crashed.",
    },
    failed: {
      de: "Nicht möglich. Sind Sie als Admin angemeldet?",
      en: "Not possible. Are you signed in as Admin?",
    },
  },
  signIn: {
    label: { de: "Anmelden als", en: "Sign in as" },
    failed: {
      de: "Die Anmeldung ist fehlgeschlagen. Läuft das Panel?",
      en: "Signing in failed. Is the panel running?",
    },
  },
} as const;
