/** The words of the demonstration's own bar; those of the centre come from the library. */
export const pageWords = {
  unloaded: {
    de: "Die Dateien dieser Seite konnten nicht geladen werden, oder JavaScript ist ausgeschaltet. Liegt das Panel unter einem Pfad, endet seine Adresse mit einem Schrägstrich.",
    en: "The files of this page could not be loaded, or JavaScript is switched off. Where the panel lies below a path, its address ends with a slash.",
  },
  menu: { de: "Demonstration", en: "Demonstration" },
  languages: { de: "Sprache", en: "Language" },
  crash: {
    label: { de: "Absturz vorführen", en: "Demonstrate a crash" },
    crashed: {
      de: "Der Prozess „client“ ist abgestürzt.",
      en: "The process “client” has crashed.",
    },
    failed: { de: "Der Absturz war nicht möglich.", en: "The crash was not possible." },
    notPermitted: {
      de: "Nicht möglich. Sind Sie als Admin angemeldet?",
      en: "Not possible. Are you signed in as Admin?",
    },
  },
  signIn: {
    label: { de: "Anmelden als", en: "Sign in as" },
    done: { de: "Jetzt angemeldet: {{name}}.", en: "Now signed in: {{name}}." },
    failed: { de: "Die Anmeldung ist fehlgeschlagen.", en: "Signing in failed." },
  },
  /** Why the demonstration did not do what it was asked, and what to do. */
  causes: {
    unreachable: {
      de: "Das Panel antwortet nicht. Sehen Sie nach, ob es läuft und ob ein Proxy davor es erreicht.",
      en: "The panel does not answer. See whether it runs, and whether a proxy before it reaches it.",
    },
    foreign: {
      de: "Die Antwort kommt nicht vom Panel, sondern von etwas davor: von einem Proxy, einer Firewall oder einer Anmeldung, die abgelaufen ist. Laden Sie die Seite neu; bleibt es so, steht der Grund im Protokoll dessen, was davor steht.",
      en: "The answer is not the panel’s. It comes from something before it: a proxy, a firewall, or a sign-in that has ended. Reload the page; if it stays so, the log of what stands there has the reason.",
    },
    "host-not-served": {
      de: "Die Anfrage nennt einen Host, unter dem das Panel nicht eingerichtet ist. Starten Sie es mit KLARTEXT_ORIGIN={{origin}}, und lassen Sie den Proxy davor den Host samt Port weitergeben, in nginx mit proxy_set_header Host $http_host.",
      en: "The request names a host that the panel is not set up for. Start it with KLARTEXT_ORIGIN={{origin}}, and let the proxy before it hand on the host with its port, in nginx by proxy_set_header Host $http_host.",
    },
    "cross-site": {
      de: "Das Panel hält diese Seite nicht für seine eigene. Starten Sie es mit KLARTEXT_ORIGIN={{origin}}, und lassen Sie den Proxy davor Origin und Sec-Fetch-Site weitergeben.",
      en: "The panel does not take this page for its own. Start it with KLARTEXT_ORIGIN={{origin}}, and let the proxy before it hand on Origin and Sec-Fetch-Site.",
    },
    "store-unavailable": {
      de: "Das Panel kann die Sitzung nicht speichern. Sehen Sie nach, ob in seinem Datenordner (KLARTEXT_DATA) Platz ist und es dort schreiben darf.",
      en: "The panel cannot keep the session. See whether its data folder (KLARTEXT_DATA) has room and may be written to.",
    },
    other: {
      de: "Das Panel konnte die Anfrage nicht ausführen. Seine Ausgabe sagt, was geschehen ist.",
      en: "The panel could not do it. Its output says what happened.",
    },
  },
} as const;
