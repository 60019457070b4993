/** The words of the page that a person gets whose request the panel turns down. */
export const refusalWords = {
  host: {
    heading: {
      de: "Dieses Panel wird unter dieser Adresse nicht angeboten",
      en: "This panel is not offered at this address",
    },
    why: {
      de: "Die Anfrage nennt einen Host, unter dem das Panel nicht eingerichtet ist. Das Panel weist sie ab, weil eine fremde Website ihren Namen auf diesen Server richten könnte.",
      en: "The request names a host that the panel is not set up for. The panel turns it down, because another website could point its name at this server.",
    },
    portMissing: {
      de: "Der Port fehlt: Ein Proxy vor dem Panel gibt den Host ohne ihn weiter.",
      en: "The port is missing: a proxy before the panel hands the host on without it.",
    },
  },
  site: {
    heading: {
      de: "Diese Anfrage kam nicht von einer Seite des Panels",
      en: "This request did not come from a page of the panel",
    },
    why: {
      de: "Was etwas ändern kann, nimmt das Panel nur von seinen eigenen Seiten an.",
      en: "The panel takes what can change something from its own pages alone.",
    },
  },
  received: { de: "Empfangen", en: "Received" },
  missing: { de: "fehlt", en: "is missing" },
  addresses: { de: "Adressen dieses Panels", en: "Addresses of this panel" },
  remedies: { de: "Was zu tun ist", en: "What to do" },
  open: {
    de: "Öffnen Sie das Panel unter einer seiner Adressen.",
    en: "Open the panel at one of its addresses.",
  },
  proxy: {
    de: "Steht ein Proxy davor, muss er den Host so weitergeben, wie der Browser ihn sendet, mit dem Port. In nginx:",
    en: "Where a proxy stands before it, let that hand on the host as the browser sends it, with the port. In nginx:",
  },
  setting: {
    de: "Soll das Panel unter einer weiteren Adresse erreichbar sein, starten Sie es mit dem, womit die Adresszeile des Browsers dann beginnt, zum Beispiel:",
    en: "To have the panel at another address, start it with what the browser’s address bar begins with there, such as:",
  },
} as const;
