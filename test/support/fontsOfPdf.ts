import { getDocumentProxy } from "unpdf";

/** The names of the fonts that a PDF is set in, such as `OpenSans-Bold`. */
export async function fontsOfPdf(pdf: Uint8Array): Promise<readonly string[]> {
  const paper = await getDocumentProxy(new Uint8Array(pdf));
  const names = new Set<string>();
  for (let number = 1; number <= paper.numPages; number += 1) {
    const page = await paper.getPage(number);
    await page.getOperatorList();
    const { items } = await page.getTextContent();
    for (const item of items) {
      if (!("fontName" in item) || !page.commonObjs.has(item.fontName)) continue;
      const { name } = page.commonObjs.get(item.fontName) as { name: string };
      names.add(name.replace(/^[A-Z]{6}\+/, ""));
    }
  }
  return [...names].toSorted();
}
