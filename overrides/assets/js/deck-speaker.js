// The speaker view: reveal.js's notes plugin in a window of its own, put in the page's language and colours.
import Notes from "reveal.js/plugin/notes";
import { make } from "./lib/dom.js";

const COLOURS = [
  "--paper",
  "--card",
  "--ink",
  "--soft",
  "--rule",
  "--edge",
  "--good",
  "--again",
  "--start",
  "--accent",
];
const STYLE = `
  body { background: var(--paper); color: var(--ink); font-family: var(--sans, system-ui, sans-serif); margin: 0; }
  #connection-status, .overlay-element { background: var(--card); color: var(--ink); }
  #current-slide iframe, #upcoming-slide iframe { border-color: var(--edge); box-sizing: border-box; }
  .overlay-element { border: 1px solid var(--edge); border-radius: 6px; height: auto; line-height: 1.4; padding: 3px 10px; }
  .overlay-element.interactive:hover { background: var(--paper); }
  #speaker-layout:focus-within, button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  #speaker-controls .label { color: var(--soft); text-transform: none; font-size: 0.82em; font-weight: 600; }
  #speaker-controls .speaker-controls-time { border-color: var(--rule); cursor: auto; }
  #speaker-controls .speaker-controls-time span.mute { opacity: 1; color: var(--soft); }
  #speaker-controls .speaker-controls-time .reset-button { opacity: 1; float: none; }
  #speaker-layout { color: var(--ink); }
  #upcoming-slide .label { top: auto; bottom: 14px; left: 14px; }
  #speaker-controls button { font: inherit; color: var(--ink); background: none; border: 1px solid var(--edge); border-radius: 6px;
    min-height: 34px; padding: 2px 10px; margin-left: 8px; cursor: pointer; }
  #speaker-controls .pacing.ahead { color: var(--start); }
  #speaker-controls .pacing.on-track { color: var(--good); }
  #speaker-controls .pacing.behind { color: var(--again); }
  .pacing::after { font-size: 1em; margin-left: 0.7em; font-weight: 600; }
  .pacing.ahead::after { content: attr(data-ahead); }
  .pacing.on-track::after { content: attr(data-on); }
  .pacing.behind::after { content: attr(data-behind); }
  #speaker-controls .speaker-controls-notes .value { font-size: 1.08em; }
  .speaker-controls-notes .value .kind { margin: 1.1em 0 0.2em; font-weight: 700; color: var(--accent); }
  .speaker-controls-notes .value p { margin: 0 0 0.5em; }
  .speaker-controls-notes .value a { color: inherit; }
`;

self.deckSpeaker = (reveal, words) => {
  const plugin = Notes();
  plugin.init(reveal);
  const own = window.open;

  // Keep the window in the colours of the page.
  function follow(view) {
    const paint = () => {
      if (view.closed || !reachable(view)) return;
      const page = getComputedStyle(document.body);
      const target = view.document.documentElement.style;
      for (const name of COLOURS) target.setProperty(name, page.getPropertyValue(name));
      target.colorScheme = page.colorScheme;
    };
    paint();
    new MutationObserver(paint).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  }

  function open(view) {
    // The window is there already: browsers open one only at once, on a key or a click.
    window.open = () => view;
    try {
      plugin.open();
    } finally {
      window.open = own;
    }
    dress(view, words);
    follow(view);
  }

  return { open, follow };
};

// Whether this page may touch the window: from disk, a page that was loaded again may only send it messages.
function reachable(view) {
  try {
    return Boolean(view.document);
  } catch {
    return false;
  }
}

// Put the window that the plugin wrote in the page's language.
function dress(view, words) {
  const page = view.document;
  const find = (selector) => page.querySelector(selector);
  const write = (selector, text) => (find(selector).textContent = text);
  const language = document.documentElement.lang;
  page.documentElement.lang = language;
  page.title = `${words.deck_speaker_title} — ${document.title}`;
  page.head.append(make("style", {}, STYLE));

  // The hour as it is written here; the plugin asks its own window's Date for it.
  const hour = new Intl.DateTimeFormat(`${language}-CA`, { hour: "numeric", minute: "2-digit" });
  view.Date.prototype.toLocaleTimeString = function () {
    return hour.format(Number(this));
  };

  for (const label of page.querySelectorAll("h4")) {
    label.setAttribute("role", "heading");
    label.setAttribute("aria-level", "2");
  }
  find("#speaker-controls").setAttribute("role", "main");
  write("#upcoming-slide .label", words.deck_speaker_next);
  const reset = make("button", { type: "button" }, words.deck_speaker_reset);
  find(".reset-button").replaceChildren(reset);
  find(".speaker-controls-time .label").firstChild.textContent = `${words.deck_speaker_time} `;
  write(".pacing-title", words.deck_speaker_pace);
  write(".speaker-controls-notes .label", words.deck_speaker_notes);
  Object.assign(find(".pacing").dataset, {
    ahead: words.deck_speaker_ahead,
    on: words.deck_speaker_on,
    behind: words.deck_speaker_behind,
  });

  // The clock goes back to the start of a slide by its button; the plugin would do so on a click anywhere around it.
  find(".speaker-controls-time").addEventListener(
    "click",
    (event) => event.target === reset || event.stopImmediatePropagation(),
    true,
  );

  const layout = find(".speaker-layout-dropdown");
  const names = { default: "default", wide: "wide", tall: "tall", "notes-only": "only" };
  for (const option of layout.options) option.textContent = words[`deck_speaker_${names[option.value]}`];
  layout.setAttribute("aria-label", words.deck_speaker_layout);
  find("#speaker-layout").setAttribute("role", "banner");
  const name = () =>
    write(".speaker-layout-label", `${words.deck_speaker_layout} (${layout.selectedOptions[0].textContent})`);
  layout.addEventListener("change", name);
  name();

  // Keys pressed in these are their own, and turn no slide.
  for (const control of [layout, reset]) control.addEventListener("keydown", (event) => event.stopPropagation());

  // The frames come once the page has answered; if it does not, the plugin says so in English.
  const status = find("#connection-status");
  status.setAttribute("role", "status");
  status.textContent = "…";
  const watch = new view.MutationObserver(() => {
    if (status.querySelector("br")) status.textContent = words.deck_speaker_lost;
    for (const [frame, title] of [
      ["#current-slide iframe", words.deck_speaker_now],
      ["#upcoming-slide iframe", words.deck_speaker_next],
    ]) {
      const found = find(frame);
      if (found) found.title = title;
    }
  });
  watch.observe(page.body, { childList: true, subtree: true });
}
