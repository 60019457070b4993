import "klartext/styles.css";
import { App, ConfigProvider, Layout, theme as themes } from "antd";
import { Tokens } from "../blocks/antd.tsx";
import { Center } from "../Center.tsx";
import type { Theme } from "../kit.ts";

export function Host({ theme }: { readonly theme: Theme }) {
  const algorithm = theme === "dark" ? themes.darkAlgorithm : themes.defaultAlgorithm;
  return (
    <ConfigProvider theme={{ algorithm }}>
      <Layout>
        <App>
          <Tokens isDark={theme === "dark"}>
            <Center />
          </Tokens>
        </App>
      </Layout>
    </ConfigProvider>
  );
}
