import { createRoot } from "react-dom/client";
import { Center } from "./Center.tsx";
import type { Kit, Theme } from "./kit.ts";

const kits = import.meta.glob<Kit>("./kits/*.tsx");

const asked = new URLSearchParams(location.search);
const theme: Theme = asked.get("theme") === "dark" ? "dark" : "light";
const load = kits[`./kits/${asked.get("kit")}.tsx`];
if (!load) throw new Error(`There is no kit ${asked.get("kit")}.`);

const { Host, setTheme } = await load();
setTheme?.(theme);
const root = document.getElementById("root");
if (!root) throw new Error("The page has no element with the id root.");
createRoot(root).render(Host ? <Host theme={theme} /> : <Center />);
