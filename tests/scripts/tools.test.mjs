import assert from "node:assert/strict";
import { test } from "node:test";
import * as map from "../../overrides/assets/js/lib/client-map.js";
import * as diagnosis from "../../overrides/assets/js/lib/diagnosis.js";
import { check, compose, textOf } from "../../overrides/assets/js/lib/note.js";

// The thank-you card.

const note = (fields) => textOf(compose(fields, "Merci."));

test("a card keeps the words typed and adds only capitals, full stops and a line of thanks", () => {
  const written = note({
    who: "yvon",
    what: "dimanche, vous avez vu que le nom était mal écrit",
    effort: "Vous étiez déjà en congé!",
    effect: "à 18 h, elle a lu le sien,",
    person: "personne ne l’avait demandé…",
    from: "Ana",
  });
  assert.equal(
    written,
    "Yvon,\n\nDimanche, vous avez vu que le nom était mal écrit. Vous étiez déjà en congé! À 18 h, elle a lu le sien. " +
      "Personne ne l’avait demandé… Merci.\n\nAna",
  );
});

test("a card that says thank you is not made to say it twice", () => {
  assert.equal(note({ what: "Merci d’avoir téléphoné" }), "Merci d’avoir téléphoné.");
  assert.equal(
    note({ what: "you phoned", effect: "thanks to that, she smiled" }),
    "You phoned. Thanks to that, she smiled.",
  );
  assert.equal(note({ person: "Mille mercis" }), "Mille mercis.");
  assert.equal(note({ what: "Mercier a téléphoné" }), "Mercier a téléphoné. Merci.");
});

test("lines of a field go on with a sentence or begin one", () => {
  assert.equal(note({ what: "tu as vu que le nom\nétait mal écrit" }), "Tu as vu que le nom était mal écrit. Merci.");
  assert.equal(note({ what: "Tu as téléphoné\nElle a souri" }), "Tu as téléphoné. Elle a souri. Merci.");
  assert.equal(note({ what: "Tu as téléphoné\n\nelle a souri" }), "Tu as téléphoné. Elle a souri. Merci.");
});

test("ends that are already there stay as they are: quotes, emoji, brackets", () => {
  assert.equal(note({ what: "« attends, je regarde. »" }), "« Attends, je regarde. » Merci.");
  assert.equal(note({ what: "“hold on”" }), "“Hold on”. Merci.");
  assert.equal(note({ what: "tu as ri 👩🏽‍🚒" }), "Tu as ri 👩🏽‍🚒 Merci.");
  assert.equal(note({ what: "éric a signé (deux fois!)" }), "Éric a signé (deux fois!) Merci.");
});

test("a greeting has one comma, and nothing is made of nothing", () => {
  for (const who of ["Yvon", " yvon , ", "Yvon :"]) assert.equal(compose({ who }, "Merci.").greeting, "Yvon,");
  assert.equal(compose({ who: "Salut Yvon!" }, "Merci.").greeting, "Salut Yvon!");
  assert.deepEqual(compose({ what: " \n ", effort: "…" }, "Merci."), {
    greeting: "",
    sentences: [],
    thanks: "",
    from: "",
  });
  assert.equal(note({}), "");
  assert.equal(note({ who: "مريم", what: "شكرا" }), "مريم,\n\nشكرا. Merci.");
});

const state = (field, text) =>
  check({ [field]: text })[{ who: "name", what: "action", effort: "action", effect: "effect" }[field]];

test("a card to everyone names nobody, in both languages", () => {
  const nobody = `Toute l’équipe|Madame|Chers collègues|À toute la gang|tous|Le service à la clientèle|L’ÉQUIPE!|
    Team|Everyone at the store|Dear Sir or Madam|To whom it may concern|Hi all|the whole crew|My supplier|Cher Monsieur`;
  for (const who of nobody.split("|")) assert.equal(state("who", who), "vague", who);
  const someone =
    "M. Tremblay|Guy|JP|J.-P.|Martine, aux achats|L’équipe de Martine|Will|My|李|Ms. Day-Lewis|Toussaint|Dr Roy";
  for (const who of someone.split("|")) assert.equal(state("who", who), "there", who);
  for (const who of ["", "  ", "!?", "😊"]) assert.equal(state("who", who), "missing", who);
});

test("praise is no gesture, and a small gesture is one", () => {
  const praise = `Merci pour tout|Vous êtes des champions!|Votre beau travail|Tu m’as vraiment aidé|1000 mercis|
    Bravo, c’était génial|Votre professionnalisme et votre dévouement|Vous étiez là pour nous|
    Thanks for everything|Great job, everything was amazing|You’re the best!|You helped me so much|
    Thanks for always being there|You go above and beyond|All your hard work`;
  for (const what of praise.split("|")) assert.equal(state("what", what), "vague", what);
  const gestures = `vous avez pelleté l’entrée|téléphoné|Merci d’être resté jusqu’à 19 h|Un merci pour les draps pliés|
    you phoned|Great job on the chairs|thanks for shovelling|You made the cake|Tu as aidé Paul à porter les boîtes`;
  for (const what of gestures.split("|")) assert.equal(state("what", what), "there", what);
  assert.equal(check({ what: "merci", effort: "vous avez conduit deux heures" }).action, "there");
  assert.equal(check({ what: "", effort: "beaucoup d’efforts" }).action, "missing");
});

test("“it changed everything” changes nothing that one can see", () => {
  const vague = `Ça a tout changé|Ça m’a beaucoup aidé|Tu m’as sauvé la vie|Tout s’est bien passé|À 18 h, tout était parfait|
    Nos clients sont contents|Tout le monde était très satisfait|Un immense succès|
    It made all the difference|You saved my day|It meant a lot to us|Everyone was happy|Everything went well|A huge help`;
  for (const effect of vague.split("|")) assert.equal(state("effect", effect), "vague", effect);
  const concrete = `Elle a souri|J’ai pu dormir|Une dame est entrée par l’avant|La mariée a marché sans boiter|
    she smiled|I slept|The bride walked in on time|We kept the grant|Ma fille est contente`;
  for (const effect of concrete.split("|")) assert.equal(state("effect", effect), "there", effect);
});

// The map of internal clients.

const words = {
  colon: ":", map_me_short: "My work", map_from: "I receive from", map_to: "I deliver to", map_title: "Map",
  map_checked: "checked", map_guessed: "guessed",
}; // prettier-ignore
const row = (side, name, expects = "", checked = false) => ({ side, name, expects, checked });
const xml = (me, rows, slim) => map.toXml(map.draw(me, rows, words, slim), "en");

// A small reader of XML, strict where ours could go wrong: every tag closed in order, no bare sign, no character unknown
// to XML 1.0. Returns the texts, decoded.
function read(text) {
  assert.doesNotMatch(text, /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u);
  const open = [];
  const texts = [];
  const rest = text
    .replace(/^<\?xml [^?]*\?>\s*/, "")
    .replace(
      /<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos);[^"<&]*)*")*)>|([^<]+)/g,
      (all, end, tag, _, inside) => {
        if (inside !== undefined) {
          assert.doesNotMatch(inside.replace(/&(amp|lt|gt|quot|apos);/g, ""), /[&<>]/);
          texts.push(inside);
        } else if (end) assert.equal(open.pop(), tag);
        else open.push(tag);
        return "";
      },
    );
  assert.equal(rest, "");
  assert.deepEqual(open, []);
  const signs = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return texts.map((each) => each.replace(/&(\w+);/g, (_, name) => signs[name]));
}

const TEXTS = [
  "Catherine & Yvon <b>",
  `"quoted" 'too' </text></svg><script>alert(1)</script>`,
  "👩🏽‍🚒🏳️‍🌈 équipe de nuit",
  "מרים مرحبا שלום",
  "a".repeat(200),
  "mot ".repeat(50),
  "李".repeat(60),
  "]]> &amp; &#x0; <!-- --> <?xml?>",
  "\u0000\u0008\u000b\ud800 lone \udfff \ufffe",
  "ligne\nligne\tligne",
  "${x} {name} %s \\",
];

test("whatever is typed, the file stays well-formed and says it", () => {
  for (const text of TEXTS) {
    for (const slim of [false, true]) {
      const texts = read(xml(text, [row("from", text, text, true), row("to", text, text)], slim));
      const letters = (each) => each.replace(/[^\p{L}\p{N}<>&"']/gu, "").replace(/[\ud800-\udfff]/g, "");
      const written = letters(texts.slice(2).join(""));
      assert.ok(written.includes(letters(text)), `${JSON.stringify(text)} is not in ${written}`);
    }
  }
});

test("a file stands alone: its own colours, size, language and generic fonts", () => {
  const text = xml("me", [row("from", "A", "b", true)]);
  assert.match(
    text,
    /^<\?xml [^>]*>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) ([\d.]+)" [^>]*width="\1" height="\2"/,
  );
  assert.match(text, /lang="en"/);
  assert.doesNotMatch(text, /class=|var\(|currentColor|href|style=|script/);
  const fonts = [...text.matchAll(/font-family="([^"]+)"/g)].map((match) => match[1]);
  assert.deepEqual([...new Set(fonts)].sort(), ["sans-serif", "serif"]);
});

test("lines are as wide as they may be, and no letter is lost", () => {
  for (const text of TEXTS.slice(2, 8)) {
    const lines = map.wrap(text, 200, 16);
    assert.equal(lines.join("").replace(/\s/g, ""), text.replace(/\s/g, ""));
    for (const line of lines) assert.ok([...line].length <= 200 / (16 * 0.3), `${line} is too long`);
  }
  assert.deepEqual(map.wrap("two words", 1000, 16), ["two words"]);
  assert.deepEqual(map.wrap("  ", 100, 16), []);
  assert.deepEqual(map.wrap("👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒", 20, 16), ["👩🏽‍🚒", "👩🏽‍🚒", "👩🏽‍🚒"], "an emoji was cut");
});

const shapes = (tree, kind) =>
  tree[2].flat(3).length && flat(tree).filter(([, { class: kinds = "" }]) => kinds.split(" ").includes(kind));
const flat = (node) => [node, ...(Array.isArray(node[2]) ? node[2].flatMap(flat) : [])];

test("a solid line is checked and a dashed one guessed, and the sentences say the same", () => {
  const rows = [
    row("from", "Yvon", "the proof", true),
    row("to", "Catherine", "sheets folded lengthwise."),
    row("to", "Ana"),
  ];
  for (const slim of [false, true]) {
    const tree = map.draw("Laundry", rows, words, slim);
    const lines = flat(tree).filter(([tag, { class: kinds = "" }]) => tag === "path" && kinds.startsWith("line"));
    const kinds = lines.map(([, attributes]) => attributes.class.split(" ")[1]);
    assert.deepEqual(kinds, ["checked", "guessed", "guessed", "checked", "guessed"], "three rows, then the legend");
    assert.equal(shapes(tree, "tick").length, 2);
    assert.equal(
      tree[2][1][2],
      "My work: Laundry. I receive from Yvon: the proof (checked). I deliver to Catherine: sheets folded lengthwise (guessed). I deliver to Ana (guessed).",
    );
  }
  assert.match(xml("x", [row("to", "A")]), /<path[^>]*stroke-dasharray="6 5"/);
});

test("boxes stand apart, inside the picture, those I receive from on the left", () => {
  const rows = ["from", "to"].flatMap((side) =>
    Array.from({ length: 6 }, (_, n) => row(side, `Name ${n}`, "word ".repeat(n * 8))),
  );
  for (const slim of [false, true]) {
    const tree = map.draw("me", rows, words, slim);
    const [, , width, height] = tree[1].viewBox.split(" ").map(Number);
    const boxes = [...shapes(tree, "box"), ...shapes(tree, "me")].map(([, attributes]) => attributes);
    assert.equal(boxes.length, 13);
    for (const box of boxes) {
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, "outside");
      for (const other of boxes) {
        const apart =
          box.x + box.width <= other.x ||
          other.x + other.width <= box.x ||
          box.y + box.height <= other.y ||
          other.y + other.height <= box.y;
        assert.ok(box === other || apart, "two boxes overlap");
      }
    }
    if (!slim)
      assert.ok(
        boxes.slice(0, 6).every(({ x }) => x < boxes[12].x) && boxes.slice(6, 12).every(({ x }) => x > boxes[12].x),
      );
  }
});

test("rows are read back as they were, and anything else is no row", () => {
  const rows = [row("from", "A", "b", true), row("to", "C & <d>")];
  assert.deepEqual(map.parse(map.stringify([...rows, map.blank("to")])), rows);
  for (const text of [
    "",
    "{",
    "null",
    "7",
    '"x"',
    "{}",
    "[null, 1, {}, []]",
    '[{"side":"middle","name":"x"}]',
    undefined,
  ]) {
    assert.deepEqual(map.parse(text), [], String(text));
  }
  const odd = map.parse(JSON.stringify([{ side: "to", name: 7, expects: null, checked: "yes" }]));
  assert.deepEqual(odd, [row("to", "")]);
  const many = map.parse(
    JSON.stringify(Array.from({ length: 9 }, () => row("from", "x".repeat(999), "y".repeat(999)))),
  );
  assert.equal(many.length, map.MOST);
  assert.deepEqual([many[0].name.length, many[0].expects.length], [map.ROOM.name, map.ROOM.expects]);
});

// The self-diagnosis.

const STATEMENTS = [
  { id: "a-one", circle: 0, lesson: "Quality", url: "q" },
  { id: "a-two", circle: 0, lesson: "Who", url: "w" },
  { id: "b-one", circle: 1, lesson: "Quality", url: "q" },
  { id: "b-two", circle: 1, lesson: "Thanks", url: "t" },
  { id: "c-one", circle: 2, lesson: "Paying", url: "p" },
  { id: "c-two", circle: 2, lesson: "Team", url: "e" },
];
const answers = (text) => Object.fromEntries(STATEMENTS.map(({ id }, n) => [id, text.split(" ")[n]]));

test("a moment is complete when each statement has an answer, “doesn’t apply” among them", () => {
  assert.equal(diagnosis.complete(STATEMENTS, answers("0 1 2 3 na 0")), true);
  assert.equal(diagnosis.answered(STATEMENTS, answers("0 1 na")), 3);
  assert.equal(diagnosis.complete(STATEMENTS, { ...answers("0 1 2 3 na 0"), "c-two": "" }), false);
  assert.equal(diagnosis.answered(STATEMENTS, answers("4 -1 x 2.5 NA null")), 0);
});

test("sums compare what applies at both moments, and nothing else", () => {
  const [first, second, third] = diagnosis.compare(STATEMENTS, answers("1 na 3 2 na na"), answers("2 3 0 na na 1"));
  assert.deepEqual([first.before, first.after, first.of], [1, 2, 3]);
  assert.deepEqual([second.before, second.after, second.of], [3, 0, 3]);
  assert.deepEqual([third.before, third.after, third.of], [0, 0, 0]);
  assert.deepEqual(
    first.rows.map(({ before, after }) => [before, after]),
    [
      ["1", "2"],
      ["na", "3"],
    ],
  );
  const [alone] = diagnosis.compare(STATEMENTS, answers("1 2 3 2 na na"));
  assert.deepEqual([alone.before, alone.after, alone.of], [3, null, 6]);
});

test("lessons come from the lowest statements, each once, three at most", () => {
  const urls = (text, most) => diagnosis.suggest(STATEMENTS, answers(text), most).map(({ url }) => url);
  assert.deepEqual(urls("0 2 0 1 2 2"), ["q", "t", "w"]);
  assert.deepEqual(urls("na na na na 2 3"), ["p"], "what does not apply suggests nothing");
  assert.deepEqual(urls("3 3 3 3 3 3"), []);
  assert.deepEqual(urls("2 2 2 2 0 1"), ["p", "e", "q"]);
  assert.deepEqual(diagnosis.suggest(STATEMENTS, answers("1 3 1 3 3 3"))[0].statements, ["a-one", "b-one"]);
});
