// What a group costs: bytes of a learner's anonymous result once the whole course is done, then milliseconds to read so many
// files and to put them together, and the longest that one file holds the page. `node benchmarks/group.mjs` after
// ./scripts/build; other numbers of files may be given.

import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { aggregate, csv, examine, rows, sift } from "../overrides/assets/js/lib/group.js";
import { FORMAT, known, LIMIT, questionsOf, VERSION } from "../overrides/assets/js/lib/result.js";
import { take } from "../overrides/assets/js/lib/outline.js";
import { stepsOf } from "../overrides/assets/js/lib/progress.js";

const COUNTS = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [200, 2000, 5000];

const assets = new URL("../site/fr/assets/", import.meta.url);
const [frame, rest] = ["courseOutline", "courseSteps"].map((kind) => {
  const script = readdirSync(assets).find((name) => new RegExp(`^${kind}\\.\\w{8}\\.js$`).test(name));
  const text = readFileSync(new URL(script, assets), "utf8");
  return JSON.parse(text.slice(text.indexOf("=") + 1, text.lastIndexOf(";")));
});
const outline = take(frame, rest);
const course = known(outline);
const steps = stepsOf(outline).map(({ id }) => id);
const words = new Proxy({}, { get: (_, key) => key });

// A person who did the whole course; who they are and what they got right goes by their number.
function file(number) {
  const right = (index) => (number * 7919 + index * 104729) % 10 > 2;
  const score = 6 + (number % 7);
  const result = {
    format: FORMAT,
    version: VERSION,
    course: outline.id,
    courseVersion: outline.version,
    number: number.toString(16).padStart(32, "0"),
    steps,
    answers: questionsOf(outline).map(([question, wording], index) => {
      return { question, wording, first: right(index), last: true };
    }),
    assessment: { attempts: 1, best: { score, of: 12, passed: score >= 10 } },
  };
  return new File([`${JSON.stringify(result, null, 1)}\n`], `${number}.json`);
}

const one = Buffer.from(await file(1).arrayBuffer());
console.log(
  `a whole course: ${one.length} bytes, gzip ${gzipSync(one).length}; a file of more than ${LIMIT} bytes is not read`,
);

for (const count of COUNTS) {
  const files = Array.from({ length: count }, (_, number) => file(number));
  const entries = [];
  let longest = 0;
  const start = performance.now();
  for (const each of files) {
    const before = performance.now();
    entries.push(await examine(each, course));
    longest = Math.max(longest, performance.now() - before);
  }
  const read = performance.now();
  const { people, left } = sift(entries);
  const found = aggregate(people, outline);
  const together = performance.now();
  const table = csv(rows(found, outline, (id) => [id, ""], words));
  const written = performance.now();
  if (found.people !== count || left.length) throw new Error("not every file counted");
  console.log(
    `${count} files: read in ${(read - start).toFixed(0)} ms (longest ${longest.toFixed(1)} ms), put together in ` +
      `${(together - read).toFixed(1)} ms, table of ${table.length} characters in ${(written - together).toFixed(1)} ms`,
  );
}
