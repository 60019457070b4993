import { createCockpitFetch } from "./cockpitFetch.js";
import "./klartext/index.js";

/** Where the panel listens on this server, and the origin that it knows itself under. */
const port = 4173;
const origin = "http://127.0.0.1:4173";

const { cockpit } = globalThis;
const { home } = await cockpit.user();
let session = "";

const centre = document.createElement("klartext-privacy");
// Cockpit may show several servers. Nothing that is kept for one goes to another.
centre.baseUrl = `/@${encodeURIComponent(cockpit.transport.host)}/api/privacy`;
centre.fetch = createCockpitFetch(cockpit.http(port, { binary: true }), origin);
centre.headers = () => ({ Cookie: `session=${session}` });

cockpit.file(`${home}/.config/klartext-session`).watch((content) => {
  session = content?.trim() ?? "";
  if (!centre.isConnected) document.querySelector("main").append(centre);
});
