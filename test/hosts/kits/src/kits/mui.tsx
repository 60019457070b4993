import "klartext/styles.css";
import { CssBaseline, ThemeProvider } from "@mui/material";
import { theme } from "../blocks/mui.ts";
import "../blocks/mui.css";
import { Center } from "../Center.tsx";
import type { Theme } from "../kit.ts";

export function Host({ theme: mode }: { readonly theme: Theme }) {
  return (
    <ThemeProvider theme={theme} defaultMode={mode}>
      <CssBaseline />
      <Center />
    </ThemeProvider>
  );
}
