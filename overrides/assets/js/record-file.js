// The record as a file, on the page of progress: save it, open one, or erase everything.
import { download, make } from "./lib/dom.js";
import { voice } from "./lib/live.js";
import { LARGEST } from "./lib/record.js";
import { dayOf } from "./lib/review.js";
import { sure } from "./lib/sure.js";
import { say } from "./lib/words.js";

// `changed` is called when the record is another.
export function fileBox({ store, outline, words, tell }, changed) {
  const told = make("p", { role: "status", class: "told" });
  const input = make("input", {
    type: "file",
    accept: ".json,application/json",
    class: "hidden",
    tabindex: "-1",
    "aria-hidden": "true",
  });
  const speak = voice(told);

  function save() {
    const name = say(words.file_name, { id: outline.id, day: dayOf(new Date()) });
    download(name, store.export(), "application/json");
    speak(say(words.file_saved, { name }));
  }
  async function load() {
    const [file] = input.files;
    if (!file) return;
    // A file may be gone, or not ours to read; one that no browser could keep is not even looked at.
    const problem = file.size > LARGEST ? "large" : store.import(await file.text().catch(() => ""));
    input.value = "";
    changed();
    document.dispatchEvent(new Event("course:change"));
    speak(problem ? words[`file_${problem}`] : store.kept ? words.file_opened : words.file_unkept);
    if (!problem) tell();
  }
  input.addEventListener("change", load);

  const asked = { question: words.file_sure, yes: words.file_yes, no: words.file_no };
  const [erase, asking] = sure(words.file_erase, asked, () => {
    const problem = store.erase();
    changed();
    document.dispatchEvent(new Event("course:change"));
    speak(problem ? words.file_unerased : words.file_erased);
  });

  return make(
    "section",
    { class: "files" },
    make("h2", {}, words.file_title),
    make("p", {}, words.file_where),
    make(
      "p",
      { class: "buttons" },
      make("button", { click: save }, words.file_save),
      " ",
      make("button", { click: () => input.click() }, words.file_open),
      input,
      " ",
      erase,
    ),
    asking,
    told,
  );
}
