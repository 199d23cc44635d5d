// The map of internal clients, without a page: what is kept of it, and its drawing as a tree of SVG elements.
//
// A row: { side: "from" | "to", name, expects, checked }. A node of the tree: [element, attributes, children or text]; its
// class says what it is, and style or `PAINT` what that looks like.

export const SIDES = ["from", "to"];
export const MOST = 6; // rows of a side
export const ROOM = { me: 80, name: 60, expects: 200 }; // characters

export const blank = (side) => ({ side, name: "", expects: "", checked: false });
export const isBlank = ({ name, expects }) => !name.trim() && !expects.trim();
export const ofSide = (rows, side) => rows.filter((row) => row.side === side);

const cut = (text, most) => (typeof text === "string" ? [...text].slice(0, most).join("") : "");

// The rows that a stored text holds; none where it holds something else.
export function parse(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(found)) return [];
  const rows = found
    .filter((row) => SIDES.includes(row?.side))
    .map(({ side, name, expects, checked }) => ({
      side,
      name: cut(name, ROOM.name),
      expects: cut(expects, ROOM.expects),
      checked: checked === true,
    }));
  return SIDES.flatMap((side) => ofSide(rows, side).slice(0, MOST));
}

// The text to store: rows in which something stands.
export const stringify = (rows) => JSON.stringify(rows.filter((row) => !isBlank(row)));

// How wide a character is in most fonts, in its own size, rather too wide than too narrow: nothing can be measured here.
function advance(character) {
  if (/\p{M}|\u200d|\ufe0f/u.test(character)) return 0;
  if (/[\p{Extended_Pictographic}\p{Ideographic}\u3040-\u30ff\uac00-\ud7af\uff00-\uff60]/u.test(character)) return 1.1;
  if (/[mwMW@%&—…œŒ]/u.test(character)) return 0.95;
  if (/[\s.,;:!|'’iljIft()[\]-]/u.test(character)) return 0.36;
  return /\p{Lu}/u.test(character) ? 0.72 : 0.6;
}
const widthOf = (text, size) => [...text].reduce((sum, character) => sum + advance(character) * size, 0);

let segmenter; // slow to make, and needed for very long words only
function graphemes(text) {
  if (!Intl.Segmenter) return [...text];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

// Break a text into lines no wider than `width`: between words, and within a word that is wider.
export function wrap(text, width, size) {
  const lines = [];
  let line = "";
  const add = (piece, space) => {
    const longer = line ? line + space + piece : piece;
    if (!line || widthOf(longer, size) <= width) line = longer;
    else {
      lines.push(line);
      line = piece;
    }
  };
  for (const word of text.trim().split(/\s+/).filter(Boolean)) {
    if (widthOf(word, size) <= width) add(word, " ");
    else graphemes(word).forEach((piece, index) => add(piece, index ? "" : " "));
  }
  return line ? [...lines, line] : lines;
}

const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const [NAME, TEXT, LEADING, PADDING, GAP] = [17, 16, 22, 12, 16];

// Lines of text, centred on `x`, the first at the top `y`.
function lines(texts, kind, x, y) {
  return texts.map((text, index) => [
    "text",
    {
      class: kind,
      x,
      y: y + LEADING * (index + 0.75),
      "text-anchor": "middle",
      direction: RIGHT_TO_LEFT.test(text) ? "rtl" : null,
    },
    text,
  ]);
}

// A box with a person and what is expected: `{ height, draw(x, y) }`. Nobody yet is a box with three dots.
function boxOf(row, width) {
  const name = row ? wrap(row.name || "?", width - 2 * PADDING, NAME * 1.1) : ["…"];
  const text = row ? wrap(row.expects, width - 2 * PADDING, TEXT) : [];
  const height = 2 * PADDING + LEADING * (name.length + text.length) + (text.length ? 4 : 0);
  const kind = `box ${row?.checked ? "checked" : "guessed"}${row ? "" : " nobody"}`;
  return {
    height,
    draw: (x, y) => [
      ["rect", { class: kind, x, y, width, height, rx: 10 }],
      ...lines(name, row ? "name" : "quiet", x + width / 2, y + PADDING),
      ...lines(text, "text", x + width / 2, y + PADDING + LEADING * name.length + 4),
    ],
  };
}

// The sign on a line: a check mark, or a question mark.
function sign(checked, x, y) {
  const mark = checked
    ? ["path", { class: "tick", d: `M${x - 4.5} ${y + 0.5}l3.2 3.4 6-7.4` }]
    : ["text", { class: "sign", x, y: y + 5, "text-anchor": "middle" }, "?"];
  return ["g", {}, [["circle", { class: `seal ${checked ? "checked" : "guessed"}`, cx: x, cy: y, r: 10 }], mark]];
}

const head = (x, y) => ["path", { class: "head", d: `M${x - 8} ${y - 5}L${x} ${y}l-8 5z` }];
const kindOf = (row) => `line ${row.checked ? "checked" : "guessed"}`;

// What the two kinds of line mean, from the top `y`; side by side where there is room.
function legend(words, x, y, apart) {
  return [true, false].flatMap((checked, index) => {
    const [left, top] = apart ? [x + index * apart, y + 14] : [x, y + 14 + index * 28];
    const key = checked ? "checked" : "guessed";
    return [
      ["path", { class: `line ${key}`, d: `M${left} ${top}h46` }],
      sign(checked, left + 23, top),
      ["text", { class: "text", x: left + 58, y: top + 5.5 }, words[`map_${key}`]],
    ];
  });
}

// Three columns: who I receive from, me, who I deliver to.
function wide(me, sides, words) {
  const [column, gap, middle, edge, top] = [228, 78, 168, 10, 48];
  const width = 2 * edge + 2 * column + 2 * gap + middle;
  const boxes = sides.map((rows) => (rows.length ? rows : [undefined]).map((row) => [row, boxOf(row, column)]));
  const heights = boxes.map((side) => side.reduce((sum, [, box]) => sum + box.height + GAP, -GAP));
  const text = wrap(me || words.map_me_short, middle - 2 * PADDING, NAME * 1.1);
  const most = Math.max(...sides.map((rows) => rows.length), 3);
  const mine = Math.max(2 * PADDING + LEADING * text.length, 28 * most);
  const tall = Math.max(...heights, mine);
  const [left, right] = [edge + column + gap, edge + column + gap + middle];
  const start = top + (tall - mine) / 2;
  const drawn = boxes.flatMap((side, index) => {
    const x = index ? right + gap : edge;
    let y = top + (tall - heights[index]) / 2;
    return side.flatMap(([row, box], n) => {
      const [at, middleOf] = [y, y + box.height / 2];
      y += box.height + GAP;
      if (!row) return box.draw(x, at);
      const mineAt = start + (mine * (n + 1)) / (side.length + 1);
      const [x1, y1, x2, y2] = index ? [right, mineAt, right + gap, middleOf] : [edge + column, middleOf, left, mineAt];
      const half = (x1 + x2) / 2;
      return [
        ["path", { class: kindOf(row), d: `M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2 - 6} ${y2}` }],
        head(x2, y2),
        sign(row.checked, half, (y1 + y2) / 2),
        ...box.draw(x, at),
      ];
    });
  });
  const height = top + tall + 54;
  return {
    width,
    height,
    shapes: [
      ...lines([words.map_from], "heading", edge + column / 2, 8),
      ...lines([words.map_to], "heading", right + gap + column / 2, 8),
      ["rect", { class: "me", x: left, y: start, width: middle, height: mine, rx: 26 }],
      ...lines(text, "mine", left + middle / 2, top + (tall - LEADING * text.length) / 2),
      ...drawn,
      ...legend(words, width / 2 - 180, height - 34, 190),
    ],
  };
}

// One column, for a phone: those I receive from, me, those I deliver to, along one line.
function narrow(me, sides, words) {
  const [rail, x, column] = [14, 44, 296];
  const shapes = [];
  let y = 0;
  let [from, last] = [0, 0];
  const put = (rows, title) => {
    shapes.push(...lines([title], "heading", x + column / 2, y));
    y += 34;
    for (const row of rows.length ? rows : [undefined]) {
      const box = boxOf(row, column);
      const middle = y + box.height / 2;
      from ||= middle;
      if (row)
        shapes.push(["path", { class: kindOf(row), d: `M${rail} ${middle}H${x}` }], sign(row.checked, rail, middle));
      shapes.push(...box.draw(x, y));
      y += box.height + GAP;
      last = middle;
    }
  };
  put(sides[0], words.map_from);
  const text = wrap(me || words.map_me_short, column - 2 * PADDING, NAME * 1.1);
  const mine = Math.max(60, 2 * PADDING + LEADING * text.length);
  const middle = y + mine / 2;
  shapes.push(["path", { class: "rail", d: `M${rail} ${middle}H${x}` }]);
  shapes.push(["rect", { class: "me", x, y, width: column, height: mine, rx: 26 }]);
  shapes.push(...lines(text, "mine", x + column / 2, y + (mine - LEADING * text.length) / 2));
  y += mine + GAP;
  put(sides[1], words.map_to);
  if (!sides[0].length) from = middle;
  if (!sides[1].length) last = middle;
  const height = y + 62;
  return {
    width: x + column + 4,
    height,
    shapes: [["path", { class: "rail", d: `M${rail} ${from}V${last}` }], ...shapes, ...legend(words, x, y, 0)],
  };
}

// The drawing as one node, `svg`, with a title and the whole of it in sentences. `me` is a text; `words` are the interface's
// (map_… and colon); `slim` draws one column.
export function draw(me, rows, words, slim = false) {
  const full = rows.filter((row) => !isBlank(row));
  const sides = SIDES.map((side) => ofSide(full, side));
  const { width, height, shapes } = (slim ? narrow : wide)(me, sides, words);
  return [
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, role: "img" },
    [["title", {}, words.map_title], ["desc", {}, sentences(me, full, words).join(" ")], ...shapes],
  ];
}

// What the drawing shows, in words.
function sentences(me, rows, words) {
  const told = rows.map(({ side, name, expects, checked }) => {
    const what = expects.trim() ? `${words.colon} ${expects.trim().replace(/[.\s]+$/u, "")}` : "";
    return `${words[`map_${side}`]} ${name.trim() || "?"}${what} (${words[checked ? "map_checked" : "map_guessed"]}).`;
  });
  return [`${words.map_me_short}${words.colon} ${me.trim() || "…"}.`, ...told];
}

// What each class looks like in a file of its own: by day, in the course's colours, with any font.
const [INK, PAPER, CLAY, SPRUCE] = ["#1d2433", "#fffdf8", "#9c4022", "#1d6150"];
const WRITTEN = { "font-family": "sans-serif", "font-size": TEXT, fill: INK };
const NAMED = { "font-family": "serif", "font-weight": "bold", "font-size": NAME, fill: INK };
const PAINT = {
  box: { fill: "#ffffff", stroke: INK, "stroke-width": 1.6 },
  line: { fill: "none", stroke: INK, "stroke-width": 2 },
  rail: { fill: "none", stroke: "#857a66", "stroke-width": 1.6 },
  seal: { fill: PAPER, stroke: INK, "stroke-width": 1.6 },
  guessed: { "stroke-dasharray": "6 5" },
  nobody: { stroke: "#857a66" },
  me: { fill: "#e9f1ec", stroke: SPRUCE, "stroke-width": 2.4 },
  head: { fill: INK },
  tick: { fill: "none", stroke: SPRUCE, "stroke-width": 2.6 },
  sign: { ...NAMED, "font-size": 14, fill: CLAY },
  name: NAMED,
  mine: NAMED,
  heading: { ...NAMED, "font-size": 18 },
  text: WRITTEN,
  quiet: WRITTEN,
};
const NO_SIGN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu; // none that XML knows
const NAMES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
const escape = (text) =>
  String(text)
    .replace(NO_SIGN, "")
    .replace(/[&<>"']/g, (sign) => NAMES[sign]);

function written([tag, { class: kinds, ...attributes }, content = []]) {
  const painted = Object.assign({}, attributes, ...(kinds?.split(" ") ?? []).map((kind) => PAINT[kind]));
  if (kinds?.startsWith("seal")) delete painted["stroke-dasharray"];
  const named = Object.entries(painted).filter(([, value]) => value !== null);
  const inside = Array.isArray(content) ? content.map(written).join("") : escape(content);
  return `<${tag}${named.map(([name, value]) => ` ${name}="${escape(value)}"`).join("")}>${inside}</${tag}>`;
}

// The drawing as the text of a file that opens by itself.
export function toXml([tag, attributes, children], language) {
  const [, , width, height] = attributes.viewBox.split(" ");
  const [title, description, ...shapes] = children;
  const paper = ["rect", { width, height, fill: PAPER }];
  const whole = [tag, { ...attributes, width, height, lang: language }, [title, description, paper, ...shapes]];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(whole)}\n`;
}
