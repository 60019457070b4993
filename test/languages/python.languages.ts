import { dirname } from "node:path";
import { exampleFile } from "../support/languagePanel.ts";
import { describePanel } from "./describePanel.ts";

const file = exampleFile("python", "panel.py");

await describePanel({
  name: "Python",
  program: "python3",
  packages: "python3 (3.9 or later)",
  probe: ["-c", "import sys, sqlite3, ssl; sys.exit(sys.version_info < (3, 9))"],
  serve: () => [file],
  listens: /^Listening for /m,
  crash: [file, "crash"],
  serialize: [
    "-c",
    `import json, sys
sys.path.insert(0, ${JSON.stringify(dirname(file))})
import panel
vectors = json.load(open(sys.argv[1]))["vectors"]
print(json.dumps([panel.digest(panel.serialize(panel.under(v["value"], v["pseudonym"]))) for v in vectors]))`,
  ],
});
