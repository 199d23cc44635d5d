// What search costs: bytes that the first search loads, and milliseconds to build the index and to answer, for the course as
// it is and for copies of it. `node benchmarks/search.mjs` after ./scripts/build.

import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "../overrides/assets/js/lib/search-index.js";

const folder = new URL("../site/fr/assets/", import.meta.url);
const kilo = (data) => (gzipSync(data).length / 1000).toFixed(1);
const file = (name) => readdirSync(folder).find((each) => new RegExp(`^${name}\\.\\w+\\.js$`).test(each));
const text = readFileSync(new URL(file("search-index"), folder), "utf8");
const sections = JSON.parse(text.slice(text.indexOf("=") + 1, text.lastIndexOf(";")));
console.log(`engine ${kilo(readFileSync(new URL(file("search"), folder)))} kB gzip`);
const lessons = new Set(sections.map((section) => section.u.split("#")[0]).filter((url) => url.includes("/"))).size;

for (const copies of [1, 10, 100]) {
  const many = Array.from({ length: copies }, (_, copy) =>
    sections.map((section) => ({ ...section, u: `${copy}-${section.u}`, b: `${section.b} copie${copy}` })),
  ).flat();
  const start = performance.now();
  const search = build(many);
  const built = performance.now();
  const queries = ["remercier", "securite", "fournisseurs reconnaissance", "coeur", "client int"];
  for (const query of queries) search(query);
  const each = (performance.now() - built) / queries.length;
  console.log(
    `${many.length} sections (about ${copies * lessons} pages): index ${kilo(JSON.stringify(many))} kB gzip, ` +
      `ready in ${(built - start).toFixed(0)} ms, a query ${each.toFixed(1)} ms`,
  );
}
