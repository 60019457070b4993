export default {
  title: "Docs",
  url: "https://docs.example",
  baseUrl: "/",
  onBrokenLinks: "throw",
  i18n: { defaultLocale: "en", locales: ["en"] },
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false }]],
};
