// The shell of a package for an LMS: one SCO, which holds the session and shows the course in a frame. The pages keep
// their record in its memory (lib/storage.js) and not in the browser's, so that nothing of one learner is left to the
// next, and blocked storage does no harm. What the LMS gets of it is decided in lms/report.js and lms/suspend.js, and when
// in lms/session.js.
import { take } from "./lib/outline.js";
import { find } from "./lms/api.js";
import { inside, showIn } from "./lms/frame.js";
import { memoryOf } from "./lms/memory.js";
import { notices } from "./lms/notices.js";
import { session } from "./lms/session.js";

const BEFORE = 250; // milliseconds between two looks for an API that may come after us
const LOOKS = 8;

const { version, start, pages, choices, words, recorded, unrecorded } = JSON.parse(
  document.querySelector("#lms").textContent,
);
const outline = take(self.courseOutline, self.courseSteps);
const folder = start.replace(/[^/]*$/, "");
const memory = memoryOf(outline.id);
const place = document.querySelector(".lms-course"); // no <main>: the page in the frame has its own
let frame = null;

// Time counts while the window can be seen.
let seen = 0;
let from = performance.now();
const shown = () => seen + (document.hidden ? 0 : performance.now() - from);

const tell = notices(document.querySelector(".lms-bar"), words, () => frame?.contentWindow.focus());
const learning = session({
  find: () => find(self, version),
  course: { outline, pages, choices, about: self.courseQuestions },
  memory,
  tell,
  now: () => Date.now(),
  later: (call, wait) => setTimeout(call, wait),
  never: clearTimeout,
  shown,
});

// What pages find around them: where to keep the record, and what they say otherwise here.
self.courseShell = {
  storage: memory.storage,
  get words() {
    return learning.records ? recorded : unrecorded;
  },
};

// As another tab's writing does on the web.
memory.came = () => frame?.contentWindow.dispatchEvent(new StorageEvent("storage", { key: outline.id }));

// The reader's own choice of theme, for the shell too.
function theme() {
  const root = inside(frame)?.documentElement; // none for a moment, where a press led to another page
  if (!root) return;
  const chosen = root.dataset.theme;
  if (chosen) document.documentElement.dataset.theme = chosen;
  else delete document.documentElement.dataset.theme;
}

function moved(page) {
  const id = page.querySelector("#page-content")?.dataset.page;
  if (id) learning.moved(id);
  theme();
  page.addEventListener("click", () => setTimeout(theme));
}

function begin() {
  const page = learning.begin();
  frame = showIn(place, page ? `${folder}${page}.html` : start, { title: outline.title, words, moved });
}

// An API may stand in a window that is not ready yet.
function look(left) {
  if (find(self, version) || !left || (parent === self && !self.opener)) begin();
  else setTimeout(() => look(left - 1), BEFORE);
}
look(LOOKS);

document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    seen += performance.now() - from;
    learning.hidden();
  } else {
    from = performance.now();
    learning.retry();
  }
});
addEventListener("online", () => learning.retry());
addEventListener("pagehide", () => learning.end());
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) learning.reopen();
});
