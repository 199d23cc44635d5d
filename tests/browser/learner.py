"""What a learner has done, put into the memory of a page through the course's own store."""

import json

WALK = """async ([ids, wrong, edited]) => {
  const { store, outline, know } = self.course;
  if (!outline.bank) await know(); // most pages have only a part of it
  for (const step of outline.modules.flatMap((module) => module.steps)) {
    if (!ids.includes(step.id)) continue;
    store.put("pages", step.id, {});
    for (const [question, hash] of step.asks) {
      const right = !wrong.includes(question);
      store.keepAnswer(question, { hash: edited.includes(question) ? "00000000" : hash, given: [0], right });
    }
    if (step.kind === "case") store.put("choices", step.id, { choice: step.ends[0] });
  }
}"""
PASS = """async ([score, submitted]) => {
  const { store, outline, know } = self.course;
  if (!outline.bank) await know(); // most pages have only a part of it
  const draw = outline.bank.slice(0, 12).map(({ id, hash }) => [id, hash]);
  store.put("attempts", submitted, { draw, given: {}, flagged: [] }); // drawn first, as by the page
  const told = { submitted, score, of: 12, passed: 100 * score >= 12 * outline.mastery, version: outline.version };
  store.put("attempts", submitted, { draw, given: {}, flagged: [], ...told });
}"""

# As an attempt is made: drawn, and handed in later.
DRAW = """async ([id, from]) => {
  const { store, outline, know } = self.course;
  if (!outline.bank) await know(); // most pages have only a part of it
  store.put("attempts", id, { draw: outline.bank.slice(from, from + 20).map(({ id, hash }) => [id, hash]), given: {}, flagged: [] });
}"""
HAND_IN = """async ([id, score]) => {
  const { store, outline, know } = self.course;
  if (!outline.bank) await know(); // most pages have only a part of it
  const attempt = store.get("attempts", id);
  const given = Object.fromEntries(attempt.draw.map(([question]) => [question, [1]]));
  const more = { submitted: new Date().toISOString(), score, of: 20, passed: score >= 16, version: outline.version };
  store.put("attempts", id, { ...attempt, ...more, given, language: outline.language });
  attempt.draw.forEach(([question, hash], n) => {
    store.askAnew(question);
    store.keepAnswer(question, { hash, given: given[question], right: n < score });
  });
}"""


def walk(page, steps, wrong=(), edited=()):
    """Open and answer every question of `steps` (page ids): right but for those in `wrong`; those in `edited` as if they
    had been worded otherwise then."""
    page.evaluate(WALK, [list(steps), list(wrong), list(edited)])


def take_assessment(page, score, submitted="2026-11-22T15:00:00.000Z"):
    """Submit an assessment of twelve questions with that score."""
    page.evaluate(PASS, [score, submitted])


def attempt(page, id, score, drawn_from=0):
    """Draw an assessment of twenty questions under `id`, an ISO date, and hand it in with that score."""
    page.evaluate(DRAW, [id, drawn_from])
    page.evaluate(HAND_IN, [id, score])


def record(page):
    """Return the learner's record as it is stored, or None."""
    text = page.evaluate("localStorage.getItem(document.documentElement.dataset.course)")
    return json.loads(text) if text else None


def store_text(page, text):
    """Put a text where the record is stored."""
    page.evaluate("text => localStorage.setItem(document.documentElement.dataset.course, text)", text)
