import "klartext/styles.css";
import { MantineProvider } from "@mantine/core";
import "@mantine/core/styles.css";
import "../blocks/mantine.css";
import { Center } from "../Center.tsx";
import type { Theme } from "../kit.ts";

export function Host({ theme }: { readonly theme: Theme }) {
  return (
    <MantineProvider forceColorScheme={theme}>
      <Center />
    </MantineProvider>
  );
}
