export default { content: ["src/kits/tailwind-3.tsx"], darkMode: "class" };
