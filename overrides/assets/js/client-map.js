// The map of internal clients: rows to fill in, and the map drawn from them as one writes.
import { blank, draw, isBlank, MOST, ofSide, parse, ROOM, SIDES, stringify, toXml } from "./lib/client-map.js";
import { define, download, make, makeSvg, printOnly } from "./lib/dom.js";
import { keptLine } from "./lib/kept.js";
import { voice } from "./lib/live.js";
import { say } from "./lib/words.js";

const ME = "client-map.me";
const ROWS = "client-map.rows";

// A node of the drawing as an element of the page.
function shape([tag, attributes, content]) {
  const inside = Array.isArray(content) ? content.map(shape) : [content];
  return makeSvg(tag, { ...attributes, xmlns: null }, ...inside);
}

define("client-map", (element, { store, outline, words: own, tell }) => {
  const words = { ...own, colon: outline.words.colon };
  let rows = [];
  let removed; // { row, index }: what can be put back
  let waiting;

  const field = (id, label, control) => make("div", { class: "field" }, make("label", { for: id }, label), control);
  const text = (id, most) => make("input", { type: "text", id, maxlength: most, autocomplete: "off", dir: "auto" });
  const me = text("map-me", ROOM.me);
  const parts = Object.fromEntries(SIDES.map((side) => [side, make("div", { class: "map-side" })]));
  const drawing = make("div", { class: "drawing" });
  const figure = make("figure", { class: "map" }, drawing);
  const said = make("p", { role: "status", class: "tool-said" });
  const announce = voice(said);

  // What is written is kept after a pause, on leaving a field, and on leaving the page.
  function keep() {
    if (!waiting) return;
    clearTimeout(waiting);
    waiting = undefined;
    const texts = { [ME]: me.value.trim(), [ROWS]: stringify(rows) };
    for (const [id, now] of Object.entries(texts)) {
      if (now !== store.get("sheets", id)?.text) store.put("sheets", id, { text: now });
    }
    tell();
  }
  function changed() {
    paint();
    clearTimeout(waiting);
    waiting = setTimeout(keep, 400);
  }

  // One row: a person, what is expected, how one knows.
  function rowOf(row, n) {
    const id = `map-${row.side}-${n}`;
    const name = text(`${id}-name`, ROOM.name);
    const expects = make("textarea", {
      id: `${id}-expects`,
      rows: 2,
      maxlength: ROOM.expects,
      autocomplete: "off",
      dir: "auto",
    });
    [name.value, expects.value] = [row.name, row.expects];
    name.addEventListener("input", () => changed((row.name = name.value)));
    expects.addEventListener("input", () => changed((row.expects = expects.value)));
    const known = ["guessed", "checked"].map((state) => {
      const radio = make("input", { type: "radio", name: `${id}-known`, id: `${id}-${state}`, value: state });
      radio.checked = row.checked === (state === "checked");
      radio.addEventListener("change", () => changed((row.checked = state === "checked")));
      return make("label", { class: "pill", for: radio.id }, radio, words[`map_row_${state}`]);
    });
    const who = make("span", { class: "hidden" });
    const drop = make("button", { class: "plain", click: () => remove(row) }, words.map_remove, who);
    const title = () => (who.textContent = ` ${name.value.trim() || say(words.map_person, { n })}`);
    name.addEventListener("input", title);
    title();
    return make(
      "fieldset",
      { class: "map-row" },
      make("legend", { class: "kind" }, say(words.map_person, { n })),
      make(
        "div",
        { class: "map-fields" },
        field(name.id, words.map_name, name),
        field(expects.id, words[`map_${row.side}_expects`], expects),
      ),
      make(
        "div",
        { class: "map-foot" },
        make("div", { class: "pills", role: "radiogroup", "aria-label": words.map_how }, ...known),
        drop,
      ),
    );
  }

  // A side's rows and its buttons.
  function list(side) {
    const own = ofSide(rows, side);
    const add = make("button", { class: "plain add", click: () => insert(side) }, words[`map_add_${side}`]);
    const back = make("button", { class: "plain back", click: restore }, "");
    if (removed?.row.side === side) back.textContent = say(words.map_back, { name: removed.row.name.trim() || "?" });
    parts[side].replaceChildren(
      make("h2", {}, words[`map_${side}`]),
      ...own.map((row, index) => rowOf(row, index + 1)),
      make(
        "p",
        { class: "tool-actions" },
        own.length < MOST ? add : make("span", { class: "quiet" }, words.map_full),
        removed?.row.side === side && own.length < MOST ? back : null,
      ),
    );
  }

  function insert(side) {
    removed = undefined;
    rows.push(blank(side));
    SIDES.forEach(list);
    parts[side].querySelector(".map-row:last-of-type input").focus();
  }
  function remove(row) {
    removed = isBlank(row) ? undefined : { row, index: rows.indexOf(row) };
    rows = rows.filter((other) => other !== row);
    SIDES.forEach(list);
    changed();
    (parts[row.side].querySelector(".back") ?? parts[row.side].querySelector(".add")).focus();
  }
  function restore() {
    const { row, index } = removed;
    rows.splice(index, 0, row);
    removed = undefined;
    SIDES.forEach(list);
    changed();
    parts[row.side].querySelectorAll(".map-row")[ofSide(rows, row.side).indexOf(row)].querySelector("input").focus();
  }

  // One column where the page is narrow or its letters large.
  let room; // the width of the figure, told once the page is laid out: asking for it would lay it out each time
  const slim = () => room < 34 * parseFloat(getComputedStyle(document.documentElement).fontSize);
  function paint(narrow = slim()) {
    if (room === undefined) return;
    const svg = shape(draw(me.value, rows, words, narrow));
    const [title, description] = svg.children;
    [title.id, description.id] = ["map-title", "map-description"];
    svg.setAttribute("aria-labelledby", title.id);
    svg.setAttribute("aria-describedby", description.id);
    drawing.replaceChildren(svg);
  }
  function save() {
    download(words.map_file, toXml(draw(me.value, rows, words), outline.language), "image/svg+xml");
    announce(say(words.map_saved, { name: words.map_file }));
  }
  function print() {
    paint(false);
    addEventListener("afterprint", () => paint(), { once: true });
    printOnly(figure);
  }

  // Take in what is kept, with the focus where it was.
  function read() {
    // Nothing of this map was written elsewhere: a row that was just added, and is still empty, stays.
    const same = ({ text } = { text: "[]" }, now) => text === now;
    if (
      waiting ||
      (rows.length &&
        same(store.get("sheets", ROWS), stringify(rows)) &&
        same(store.get("sheets", ME) ?? { text: "" }, me.value.trim()))
    )
      return;
    const focused = element.contains(document.activeElement) ? document.activeElement.id : "";
    const kept = store.get("sheets", ME)?.text ?? "";
    if (me.value !== kept) me.value = kept;
    rows = parse(store.get("sheets", ROWS)?.text ?? "[]");
    for (const side of SIDES) if (!ofSide(rows, side).length) rows.push(blank(side));
    removed = undefined;
    SIDES.forEach(list);
    if (focused) document.getElementById(focused)?.focus();
    paint();
  }

  me.addEventListener("input", changed);
  element.addEventListener("change", keep);
  addEventListener("pagehide", keep);
  element.replaceChildren(
    field("map-me", words.map_me, me),
    ...Object.values(parts),
    keptLine({ store, words }),
    make("h2", {}, words.map_heading),
    figure,
    make(
      "p",
      { class: "tool-actions" },
      make("button", { class: "button", click: save }, words.map_save),
      make("button", { class: "plain", click: print }, words.map_print),
    ),
    said,
  );
  store.watch(read);
  read();
  let wasSlim;
  new ResizeObserver(([{ contentRect }]) => {
    room = contentRect.width;
    if (slim() !== wasSlim) paint((wasSlim = slim()));
  }).observe(figure);
});
