/** What Cockpit's shell does with the frame of a page: `pkg/shell/{frames,topnav}.tsx`. */
const frame = document.createElement("iframe");
frame.name = "cockpit1:localhost/privacy";
frame.title = "Privacy";
frame.className = "container-frame";
frame.addEventListener("load", () => {
  frame.contentDocument.documentElement.lang =
    new URLSearchParams(location.search).get("language") ?? "en-us";
});
frame.src = "/cockpit/@localhost/privacy/index.html#/";
document.querySelector("#content").append(frame);

const system = matchMedia("(prefers-color-scheme: dark)");
const style = document.querySelector("#style");
style.value = localStorage.getItem("shell:style") ?? "auto";

function show() {
  const isDark = style.value === "dark" || (style.value === "auto" && system.matches);
  document.documentElement.classList.toggle("pf-v6-theme-dark", isDark);
}
style.addEventListener("change", () => {
  localStorage.setItem("shell:style", style.value);
  show();
});
system.addEventListener("change", show);
show();
