import { buildPage, liveConfigPolicy, renderHtml } from "klartext/policy";

export default function Page() {
  const html = renderHtml(buildPage(liveConfigPolicy(), "en"));
  return <main dangerouslySetInnerHTML={{ __html: html }} />;
}
