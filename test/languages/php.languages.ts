import { exampleFile } from "../support/languagePanel.ts";
import { describePanel } from "./describePanel.ts";

const file = (name: string) => exampleFile("php", name);

await describePanel({
  name: "PHP",
  program: "php",
  packages: "php-cli and php-sqlite3 (8.1 or later)",
  probe: [
    "-r",
    'exit((int) !(PHP_VERSION_ID >= 80100 && extension_loaded("pdo_sqlite") && extension_loaded("openssl")));',
  ],
  serve: (port) => ["-S", `127.0.0.1:${port}`, file("index.php")],
  listens: /Development Server .* started/,
  tick: [file("cron.php")],
  crash: [file("cron.php"), "crash"],
  serialize: [
    "-r",
    `require ${JSON.stringify(file("common.php"))};
$vectors = json_decode(file_get_contents($argv[1]))->vectors;
$value = fn ($one) => under($one->value, $one->pseudonym);
echo json_encode(array_map(fn ($one) => digest(serialize_payload($value($one))), $vectors), JSON_UNESCAPED_SLASHES);`,
    "--",
  ],
});
