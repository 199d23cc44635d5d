// The certificate: one sheet, made here from the record. The name stays in this browser.
import { alone, define, make, makeSvg, printOnly } from "./lib/dom.js";
import { voice } from "./lib/live.js";
import { passed, stepsOf, wayLeft } from "./lib/progress.js";
import { inWords, say } from "./lib/words.js";

const RINGS = [
  ["18", "9", "internal"],
  ["11", "17", "suppliers"],
  ["25", "17", "start"],
];

define("course-certificate", (element, { store, outline, words, base, tell }) => {
  const attempt = passed(store);
  if (!attempt) {
    const assessment = stepsOf(outline).find((step) => step.kind === "assessment");
    const go = make("a", { class: "button", href: base + assessment.url }, words.certificate_go);
    element.replaceChildren(make("p", {}, words.certificate_first), make("p", { class: "go" }, go));
    return;
  }

  const shown = make("p", { class: "name", dir: "auto" });
  const paper = sheet(attempt, shown, { store, outline, words, base });
  const field = make("input", {
    type: "text",
    id: "certificate-name",
    autocomplete: "name",
    maxlength: "80",
    "aria-describedby": "certificate-name-kept",
  });
  const told = make("p", { role: "status", class: "told" });
  const speak = voice(told);
  field.value = store.setting("name") ?? "";

  function show() {
    const name = field.value.trim();
    shown.textContent = name || words.certificate_nameless;
    shown.classList.toggle("missing", !name);
    // A long name takes two lines and still one sheet.
    paper.classList.toggle("long", name.length > 32);
  }
  field.addEventListener("input", show);
  // The browser's own command prints the sheet too.
  addEventListener("beforeprint", () => alone(paper));
  field.addEventListener("change", () => {
    store.set("name", field.value.trim());
    tell();
  });
  function print() {
    const named = field.value.trim();
    speak(named ? "" : words.certificate_name_first);
    if (!named) {
      field.focus();
      return;
    }
    store.set("name", named);
    printOnly(paper);
  }

  const label = make("label", { for: "certificate-name" }, words.certificate_name);
  element.replaceChildren(
    make("p", { class: "field" }, label, field),
    make("p", { class: "quiet small", id: "certificate-name-kept" }, words.certificate_name_kept),
    make("p", { class: "go" }, make("button", { class: "button", click: print }, words.certificate_print)),
    told,
    make("section", { class: "preview", "aria-label": words.certificate_preview }, paper),
    make("p", { class: "quiet small" }, words.certificate_since),
  );
  show();
});

function rings() {
  const ring = ([cx, cy, colour]) => makeSvg("circle", { cx, cy, r: "7.6", stroke: `var(--${colour})` });
  const frame = { viewBox: "0 0 36 26", fill: "none", "stroke-width": "1.6", "aria-hidden": "true" };
  return makeSvg("svg", frame, ...RINGS.map(ring));
}

// A line to sign by hand, and under it who signs where the company says so: a printed name is no signature.
function signature({ signer, role }, words) {
  if (!signer) return [words.certificate_signed];
  return [make("b", { dir: "auto" }, signer), ...(role ? [make("span", { dir: "auto" }, role)] : [])];
}

function sheet(attempt, name, { store, outline, words, base }) {
  const { language, company = {} } = outline;
  const way = wayLeft(outline, store);
  const percent = Math.floor((100 * attempt.score) / attempt.of);
  const rows = [
    [words.certificate_score, say(words.certificate_score_of, { score: attempt.score, of: attempt.of, percent })],
    [words.certificate_lessons, say(words.certificate_lessons_of, way)],
    [words.certificate_minutes, say(words.certificate_minutes_of, { count: outline.minutes })],
    [words.certificate_language, words.certificate_language_name],
    [words.certificate_version, attempt.version ?? outline.version],
  ];
  return make(
    "div",
    { class: "certificate" },
    company.logo ? make("img", { class: "logo", src: base + company.logo, alt: company.name ?? "" }) : rings(),
    make("p", { class: "kind" }, words.certificate_kind),
    name,
    make("p", {}, words.certificate_by),
    make("p", { class: "course-name", dir: "auto" }, outline.title),
    ...(company.name ? [make("p", { class: "by" }, `${words.company_by} `, make("bdi", {}, company.name))] : []),
    make("p", {}, say(words.certificate_passed, { date: inWords(attempt.submitted, language) })),
    make("dl", {}, ...rows.map(([term, value]) => make("div", {}, make("dt", {}, term), make("dd", {}, value)))),
    make("p", { class: "signed" }, ...signature(company, words)),
    make("p", { class: "honest" }, words.certificate_honest),
  );
}
