/** What every page in Cockpit does for itself: the choice of its shell, else of the system. */
const system = matchMedia("(prefers-color-scheme: dark)");

function followTheme() {
  const chosen = localStorage.getItem("shell:style") ?? "auto";
  const isDark = chosen === "dark" || (chosen === "auto" && system.matches);
  document.documentElement.classList.toggle("pf-v6-theme-dark", isDark);
}

addEventListener("storage", followTheme);
system.addEventListener("change", followTheme);
followTheme();
