// Worksheets: what is written is kept as it is typed, and printed. Plans: kept for the commitment card.
import { define, make, printOnly } from "./lib/dom.js";
import { keptLine } from "./lib/kept.js";

const grows = CSS.supports("field-sizing", "content");

// Let a text area be as high as what it holds, where style alone cannot.
function grow(area) {
  if (grows) return;
  area.style.height = "auto";
  if (area.scrollHeight) area.style.height = `${area.scrollHeight + 2}px`;
}

// Show what a text area holds: at its height, and in full on paper, where a browser would cut a text area at its edge.
function show(area) {
  grow(area);
  if (!area.previousElementSibling?.matches(".written")) {
    area.before(make("div", { class: "written", dir: "auto", "aria-hidden": "true" }));
  }
  area.previousElementSibling.textContent = area.value.trim();
}

// Keep a text area's text with `keep(text)`: after a pause, on leaving the field, and on leaving the page.
function keepText(area, keep) {
  let waiting;
  const now = () => {
    clearTimeout(waiting);
    if (area.value !== area.dataset.kept) keep((area.dataset.kept = area.value));
  };
  area.addEventListener("input", () => {
    show(area);
    clearTimeout(waiting);
    waiting = setTimeout(now, 400);
  });
  area.addEventListener("change", now);
  addEventListener("pagehide", now);
  if (!grows) addEventListener("resize", () => grow(area));
}

// Take in a text that was kept, unless one is being written here now; what was written before this script ran is added.
function fill(area, text) {
  const { kept } = area.dataset;
  const early = kept === undefined && area.value !== text ? area.value : "";
  const writing = kept !== undefined && area === document.activeElement && area.value !== kept;
  if (!writing) {
    area.dataset.kept = text;
    const whole = [text, early].filter(Boolean).join("\n");
    if (area.value !== whole) area.value = whole;
  }
  show(area);
}

define("course-sheet", (element, { store, words, tell }) => {
  const areas = [...element.querySelectorAll("textarea")];
  const id = (area) => `${element.dataset.sheet}.${area.name}`;
  const changed = () => element.dispatchEvent(new Event("course:sheet", { bubbles: true }));
  function restore() {
    for (const area of areas) fill(area, store.get("sheets", id(area))?.text ?? "");
    changed();
  }
  for (const area of areas) {
    area.dir = "auto";
    keepText(area, (text) => {
      store.put("sheets", id(area), { text });
      tell();
      changed();
    });
  }
  keptLine({ store, words }, element.querySelector(".sheet-kept"));
  // A tool that makes something of the fields prints that instead.
  if (!element.closest("thank-you-note")) {
    const sheet = element.closest(".block") ?? element;
    sheet.prepend(make("p", { class: "sheet-course" }, document.title));
    const print = make("button", { class: "plain", click: () => printOnly(sheet) }, words.sheet_print);
    element.append(make("p", { class: "sheet-actions" }, print));
  }
  store.watch(restore);
  restore();
});

define("course-plan", (element, { store, words, page, base, tell }) => {
  const keep = make("button", { class: "plain keep", click: toggle });
  const label = make("label", { for: "plan-own" }, words.sheet_plan_own);
  const own = make("textarea", { id: "plan-own", rows: "2", autocomplete: "off", dir: "auto" });
  const card = make("a", { href: `${base}tools/commitments.html` }, words.sheet_plan_card);
  const more = make(
    "div",
    { class: "plan-more" },
    make("div", { class: "field" }, label, own),
    make("p", { class: "small" }, card),
  );
  const said = make("span", { role: "status", class: "hidden" });
  const now = () => store.get("plans", page) ?? { kept: false, text: "" };

  function toggle() {
    store.put("plans", page, { kept: !now().kept, text: now().text ?? "" });
    tell();
    refresh();
    said.textContent = words[now().kept ? "sheet_plan_is_kept" : "sheet_plan_not_kept"];
  }
  function refresh() {
    const { kept, text } = now();
    keep.textContent = words[kept ? "sheet_plan_kept" : "sheet_plan_keep"];
    keep.setAttribute("aria-pressed", String(kept));
    more.hidden = !kept;
    fill(own, text ?? "");
  }
  keepText(own, (text) => {
    store.put("plans", page, { kept: now().kept, text });
    tell();
  });
  element.append(make("p", { class: "plan-keep" }, keep, said), more);
  store.watch(refresh);
  refresh();
});
