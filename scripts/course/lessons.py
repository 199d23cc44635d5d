"""The form of a lesson: what each one has, as CONTRIBUTING.md describes it."""

import re

from course import blocks, claims, masks

# The blocks that a lesson has once, and those that its practice has, each with how it is written.
ONCE = {
    "scenario": "//// scenario | Title … ////",
    "practice": "/// practice | Title … ///",
    "plan": "/// plan … ///",
    "keypoints": "/// keypoints … ///",
    "trainer": "/// trainer | 20 min … ///",
}
IN_PRACTICE = {"examples": "/// examples … ///", "fields": "/// fields | sheet-name … ///"}


def problems(page):
    """Return what a lesson lacks or has too much of."""
    found = _check_blocks(page) + _check_questions(page)
    for level, text, line in page.headings:
        if level == 1:
            told = f"'# {text}': the title comes from the front matter; begin at ##"
            found.append(page.problem(told, line=line))
    opening = page.body.lstrip()
    if opening.startswith(("#", "/", "<", ">", "- ", "* ")):
        line = page.body_line + page.body[: -len(opening)].count("\n")
        told = "a lesson opens with its hook; write a paragraph before the first heading or block"
        found.append(page.problem(told, line=line))
    return found + _check_sources(page)


def _check_blocks(page):
    """Return the blocks that a lesson lacks or has twice, and what is wrong in its scenario and its practice."""
    found = []

    def problem(line, message):
        found.append(page.problem(message, line=line))

    for name, example in ONCE.items():
        there = page.blocks_of(name)
        if len(there) != 1:
            line = there[1].start if there else page.end
            problem(line, f"{len(there)} '{name}' block(s), a lesson has one; write {example}")
    for block in page.blocks_of("scenario"):
        _check_scenario(block, problem)
    for block in page.blocks_of("practice"):
        for name, example in IN_PRACTICE.items():
            if name not in [child.name for child in block.children]:
                told = f"a practice has '{name}'; write {example} in it, and give the practice four slashes"
                problem(block.start, told)
    return found


def _check_questions(page):
    """Return a lesson's questions too many or too few, and the objectives that none checks."""
    found = []
    if not 3 <= len(page.questions) <= 5:
        told = f"{len(page.questions)} question(s) between <quiz> and </quiz>; a lesson has 3 to 5"
        found.append(page.problem(told, line=page.questions[-1].line if page.questions else page.end))
    checked = {question.objective for question in page.questions}
    for number, text in enumerate(page.objectives, 1):
        if page.questions and number not in checked:
            told = f"no question checks the objective {text!r}; give one 'objective: {number}'"
            found.append(page.problem(told, "objectives", number - 1))
    return found


def _check_sources(page):
    """Return what a lesson says without its source, and where its list of sources is not what it cites."""
    prose = blocks.without(masks.blank(page.body, masks.QUIZ), *blocks.KNOWN)
    found = []
    for line, sentence in claims.unsupported(prose, page.body_line):
        told = f"this says what only a source can: {_shorten(sentence)}; cite it as [^id], or say less"
        found.append(page.problem(told, line=line))
    for id in page.sources:
        if id not in page.citations:
            told = f"the source '{id}' is never cited; cite it as [^{id}], or take it out"
            found.append(page.problem(told, "sources"))
    for id in page.citations:
        if id not in page.sources:
            found.append(page.problem(f"[^{id}] is cited and not listed; add it to 'sources'", "sources"))
    return found


def _shorten(text):
    """Return the beginning of a sentence, for an author to recognize."""
    return f"'{text}'" if len(text) < 70 else f"'{text[:60].rstrip()}…'"


def _check_scenario(block, problem):
    """Report a scenario without id, with other than three choices, one best, or two consequences a choice."""
    if not blocks.ID.fullmatch(block.options.get("id", "")):
        problem(block.start, "a scenario has an id; write '    id: two-words' right under its first line")
    choices = [child for child in block.children if child.name == "choice"]
    if len(choices) != 3:
        problem(block.start, f"{len(choices)} choice(s); a scenario has three, each '/// choice | What one could do'")
    best = [choice for choice in choices if choice.options.get("best") == "true"]
    if choices and len(best) != 1:
        problem(block.start, f"{len(best)} best choice(s); write '    best: true' under exactly one")
    last = [line for line in block.text.rstrip().split("\n")[-2:] if line.strip()]
    if "note" in block.options and (not last or last[-1].startswith(("///", ":", "#"))):
        told = "a scenario with a note ends with a paragraph, where those who pass over it find what it shows; write it"
        problem(block.end or block.start, f"{told} after the last choice")
    for choice in choices:
        terms = re.findall(r"^:[ ]{3}\S", choice.text, re.MULTILINE)
        if len(terms) != 2:
            problem(
                choice.start,
                f"{len(terms)} consequence(s); a choice has an immediate and a later one, each a line "
                "that names the moment, then ':   what happens'",
            )
