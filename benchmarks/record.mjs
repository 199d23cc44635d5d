// What the memory costs: bytes of the record once the whole course is done, and milliseconds to open it and to write
// one answer; then what is lost when everything goes wrong, over as many sequences as asked. `node
// benchmarks/record.mjs 10000` after ./scripts/build.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { draw } from "../overrides/assets/js/lib/draw.js";
import { take } from "../overrides/assets/js/lib/outline.js";
import { stepsOf, wayLeft } from "../overrides/assets/js/lib/progress.js";
import { open } from "../overrides/assets/js/lib/store.js";

const TIMES = 200;
const QUOTA = 5_000_000; // characters that browsers let an origin keep, at least

const assets = new URL("../site/fr/assets/", import.meta.url);
const [frame, rest] = ["courseOutline", "courseSteps"].map((kind) => {
  const script = readdirSync(assets).find((name) => new RegExp(`^${kind}\\.\\w{8}\\.js$`).test(name));
  const text = readFileSync(new URL(script, assets), "utf8");
  return JSON.parse(text.slice(text.indexOf("=") + 1, text.lastIndexOf(";")));
});
const outline = take(frame, rest);
const steps = stepsOf(outline);
const lessons = steps.map(({ id }) => id);

// What pages ask besides questions stands in their sources.
const docs = new URL("../docs/fr/", import.meta.url);
const pages = readdirSync(docs, { recursive: true }).filter((name) => name.endsWith(".md"));
const sources = pages.map((name) => readFileSync(new URL(name, docs), "utf8"));
const found = (pattern) => sources.flatMap((source) => [...source.matchAll(pattern)]);
const scenarios = found(/^\/+ scenario\b.*\n {4}id: (\S+)/gm).map((match) => match[1]);
const scenes = found(/^\/+ scene\b.*\n {4}id: (\S+)/gm).map((match) => match[1]);
const plans = found(/^\/+ plan$/gm);
const fields = found(/^\/+ fields \| (\S+)\n([\s\S]*?)\n\/+$/gm).flatMap(([, sheet, list]) =>
  [...list.matchAll(/^- ([\w-]+)/gm)].map((match) => `${sheet}.${match[1]}`),
);

const items = new Map();
const storage = () => ({
  getItem: (key) => items.get(key) ?? null,
  setItem: (key, value) => items.set(key, value),
});
const start = () => open(outline.id, storage);
const written = "Été comme hiver, dire merci par écrit; ".repeat(4).slice(0, 150);

const store = start();
const questions = [...steps.flatMap((step) => step.asks), ...outline.bank.map(({ id, hash }) => [id, hash])];
for (const step of steps) store.put("pages", step.id, {});
for (const [id, hash] of questions) store.keepAnswer(id, { hash, given: [1], right: true });
for (const id of [...scenarios, ...scenes]) store.put("choices", id, { choice: 1 });
for (const { id, ends } of steps) if (ends) store.put("choices", id, { choice: ends[0] });
for (const id of fields) store.put("sheets", id, { text: written });
for (const { id } of steps.slice(0, plans.length)) store.put("plans", id, { kept: true, text: written });
for (let number = 1; number <= 5; number += 1) {
  const drawn = draw(outline.bank, lessons);
  const given = Object.fromEntries(drawn.map(([id]) => [id, [2]]));
  const date = new Date(Date.UTC(2026, 10, number)).toISOString();
  const result = { submitted: date, score: 11, of: drawn.length, passed: true, version: outline.version };
  store.put("attempts", date, { draw: drawn, given, flagged: [], ...result });
}
for (const day of ["2026-11-24", "2026-11-29", "2026-12-22"]) {
  store.put("reviews", day, { sets: [questions.slice(0, 4).map(([id]) => id)] });
}
for (const [name, value] of [
  ["language", "fr"],
  ["theme", "dark"],
  ["name", "Marie-Ève Tremblay"],
])
  store.set(name, value);

const record = items.get(outline.id);
const file = store.export();
const kilo = (length) => `${(length / 1000).toFixed(1)} kB`;
const { bytes, ...counts } = store.size;
console.log(
  `entries: ${Object.entries(counts)
    .map(([section, number]) => `${number} ${section}`)
    .join(", ")}`,
);
console.log(
  `the whole course: ${bytes} bytes, ${record.length} characters (${((100 * record.length) / QUOTA).toFixed(1)} % of ` +
    `what a browser lets an origin keep), as a file ${kilo(Buffer.byteLength(file))}, gzip ${kilo(gzipSync(file).length)}`,
);
if (!wayLeft(outline, store).complete) throw new Error("the course is not done");

function median(what) {
  const times = Array.from({ length: TIMES }, (_, number) => {
    const before = performance.now();
    what(number);
    return performance.now() - before;
  });
  return `${times.sort((one, other) => one - other)[TIMES / 2].toFixed(2)} ms`;
}

const other = start();
const [[id, hash]] = questions;
const answer = (tab) => tab.keepAnswer(id, { hash, given: [2], right: false });
console.log(`open: ${median(start)} (median of ${TIMES})`);
console.log(`write an answer: ${median(() => answer(store))}`);
console.log(`write one after another tab did: ${median((number) => answer(number % 2 ? store : other))}`);
console.log(`look at every step: ${median(() => wayLeft(outline, store))}`);
console.log(`merge a file: ${median(() => store.import(file))}`);

const RUNS = process.argv[2] ?? "2000";
const tests = new URL("../tests/scripts/sequences.test.mjs", import.meta.url).pathname;
const environment = { ...process.env, RUNS, SEED: String(Date.now() % 1e9) };
const { stdout, status } = spawnSync(process.execPath, ["--test", tests], { encoding: "utf8", env: environment });
console.log(`seed ${environment.SEED}: ${/^# .*sequences.*$/m.exec(stdout)?.[0].slice(2)}`);
if (status) console.log(stdout);
process.exitCode = status;
