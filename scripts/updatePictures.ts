import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildStorybook } from "../test/support/buildStorybook.ts";
import { openBrowser } from "../test/support/page.ts";
import {
  fileOf,
  picturesFolder,
  referencePictures,
  takePicture,
} from "../test/support/referencePictures.ts";

/** Takes the reference pictures anew, and removes those that are no longer compared. */
const storybook = await buildStorybook();
const browser = await openBrowser();
try {
  await mkdir(picturesFolder, { recursive: true });
  const wanted = referencePictures.map(fileOf);
  for (const name of await readdir(picturesFolder)) {
    if (!wanted.includes(name)) await rm(join(picturesFolder, name));
  }
  for (const picture of referencePictures) {
    const png = await takePicture(browser, storybook.address, picture);
    await writeFile(join(picturesFolder, fileOf(picture)), png);
    console.log(fileOf(picture));
  }
} finally {
  await browser.close();
  await storybook.close();
}
