/** A folder of `src/`, why it is one, and what it may import besides itself and `locales/`. */
export interface Layer {
  readonly name: string;
  /** Why it is a layer of its own, and what to do with an import that it may not have. */
  readonly why: string;
  readonly mayImport: readonly string[];
  /** How much of React it may know: the queries that it is read with, or all. */
  readonly react?: "queries" | "all";
  /** Whether it may use Node's own modules; all others run in a browser too. */
  readonly node?: true;
}

/** The folders of `src/`, from the lowest up: each may import only some of those above it here. */
export const layers: readonly Layer[] = [
  {
    name: "policy",
    why: "The policy is data that everything else derives from; who reads it alone needs nothing of a page or a panel. Give it as an argument what it has to know.",
    mayImport: [],
  },
  {
    name: "certificates",
    why: "Certificates for a demonstration are made of nothing but a key and a name. Give it as an argument what it has to know.",
    mayImport: [],
    node: true,
  },
  {
    name: "payload",
    why: "The bytes are made and explained by the policy alone, so that page, panel and sender come to the same ones. Move what both need down into src/payload or src/policy.",
    mayImport: ["policy"],
  },
  {
    name: "signature",
    why: "Whether a vendor signed an answer is decided from bytes and a key: page, panel and sender ask the same function. Give it the answer, not who fetched it.",
    mayImport: ["payload", "policy"],
  },
  {
    name: "i18n",
    why: "Words know of languages, and of nothing that is said in them. A sentence about a state or an error belongs into src/describe.",
    mayImport: ["policy"],
  },
  {
    name: "contract",
    why: "What page and panel agree on knows neither of them. What only one side needs belongs into src/client or src/panel.",
    mayImport: ["policy"],
  },
  {
    name: "panel",
    why: "The panel's rules run wherever the Fetch standard is known, and over any store. What needs Node belongs into src/stores or src/sending; what a page needs too, into src/contract.",
    mayImport: ["contract", "signature", "payload", "policy"],
  },
  {
    name: "stores",
    why: "A store keeps what the rules decide, and decides nothing. It implements src/panel/store; what a sender and a store share belongs into src/panel.",
    mayImport: ["panel", "contract", "payload"],
    node: true,
  },
  {
    name: "sending",
    why: "The sender asks the rules of src/panel whether a send is allowed, and works over any store. What it has in common with a store belongs into src/panel.",
    mayImport: ["panel", "contract", "signature", "payload", "policy"],
    node: true,
  },
  {
    name: "client",
    why: "Page and command talk to the panel through the same client, so it knows neither of a screen nor of words. A sentence belongs into src/describe, state of React into src/hooks.",
    mayImport: ["contract", "payload", "policy"],
    react: "queries",
  },
  {
    name: "describe",
    why: "Page and command say the same sentence of the same state, so what chooses it knows nothing of React. What is drawn belongs into src/components.",
    mayImport: ["client", "i18n", "contract", "payload", "policy"],
  },
  {
    name: "hooks",
    why: "A hook binds the client to React and draws nothing. What needs an element belongs into src/components; what needs no React, into src/client or src/describe.",
    mayImport: ["client", "i18n", "contract", "signature", "payload", "policy"],
    react: "all",
  },
  {
    name: "components",
    why: "What a host of React mounts does not know that it can be a custom element too. Give it as a prop what an element has to tell it.",
    mayImport: ["hooks", "describe", "client", "i18n", "contract", "payload", "policy"],
    react: "all",
  },
  {
    name: "elements",
    why: "The elements are a host of the components. What a server needs belongs into src/panel.",
    mayImport: ["components", "hooks", "client", "i18n", "policy"],
    react: "all",
  },
  {
    name: "testing",
    why: "The fake is the panel itself over memory, and the suite asks any panel what the contract says: neither may lean on the page that it tests. Take the schemas from src/contract.",
    mayImport: ["panel", "contract", "payload", "policy"],
  },
  {
    name: "cli",
    why: "The command says and does what the page does, without React. What both need belongs into src/client or src/describe.",
    mayImport: [
      "testing",
      "panel",
      "describe",
      "client",
      "i18n",
      "contract",
      "signature",
      "payload",
      "policy",
      "certificates",
    ],
    node: true,
  },
];
