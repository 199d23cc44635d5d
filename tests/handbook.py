"""Writes `tests/RULES.md`, the page that documents each rule: `PYTHONPATH=scripts:. python -m tests.handbook`.

A rule's docstring says what it asks; the defects planted in its test, and their valid twins, are its examples.
"""

import html
from pathlib import Path

from course.proofreading import registry
from tests.content import defects, page_cases, text_cases
from tests.links import cases

PAGE = Path(__file__).with_name("RULES.md")
INTRODUCTION = """# What is checked in the finished course

`./scripts/proofread` builds the course and reads it as its readers will; the tests do the same. This page says what
each rule asks. `PYTHONPATH=scripts:. .venv/bin/python -m tests.handbook` writes it from the rules and their own tests.

A remark reads `docs/fr/x.md:12 → ../y.html#z: no #z in y (nearest #zone) [dead-anchor]`: the file and its line where
they can be known, what it is about, what is wrong, and the rule. A line that cannot be known (a menu, a template) is
left out. `./scripts/proofread --rule dead-anchor` looks with one rule, `--json -` prints every remark for a tool.

A remark that is wrong, or that cannot be mended yet, goes into [docs/exceptions.yml](../docs/exceptions.yml) with a
reason and a last day. Words that the dictionaries lack go into [docs/words](../docs/words).

Two other readers look at the same course: MkDocs, which refuses dead links in Markdown while it builds, and lychee,
which reads the built site without sharing a line with our rules.
"""
FAMILIES = {
    "links": ("Links", "Where pages lead: links.py and addresses.py in scripts/course/proofreading/rules."),
    "pages": ("Pages", "What a page is: pages.py, wholeness.py and source.py in scripts/course/proofreading/rules."),
    "questions": ("Questions", "How they are asked: questions.py in scripts/course/proofreading/rules."),
    "text": (
        "Text",
        "How it is written, in Québec typography and Canadian conventions: french.py, english.py, writing.py, "
        "anglicisms.py, confusions.py and spelling.py in scripts/course/proofreading/rules.",
    ),
}
REFUSED = """## What the build refuses in a quiz

These stop the build itself, with their line and what to write instead: mkdocs-quiz accepts most of them in silence, and
learners would have met them.

"""


def example(id):
    """Return `(defect, twin)` of a rule as short texts, from the first of its cases that is one; None if none is."""
    found = [case[1:3] for case in {**cases.CASES, **page_cases.CASES}.get(id, [])]
    found += [(defect, twin) for _, defect, twin in text_cases.CASES.get(id, [])]
    for defect, twin in found:
        if isinstance(defect, str) and isinstance(twin, str) and len(defect) + len(twin) < 300:
            return defect, twin
    return None


def code(text):
    """Return a text as Markdown code, with no-break spaces shown."""
    shown = text.replace("\u00a0", "⍽").replace("\u202f", "⍽").replace("\n", " ")
    shown = "".join(character if character.isprintable() else f"\\u{ord(character):04x}" for character in shown)
    fence = "`" * (1 + max((len(run) for run in shown.split() if set(run) == {"`"}), default=shown.count("`") and 1))
    return f"{fence} {shown} {fence}" if "`" in shown else f"`{shown}`"


def render():
    """Return the page."""
    parts = [INTRODUCTION]
    for family, (title, about) in FAMILIES.items():
        rules = registry.of(family)
        parts.append(f"## {title}\n\n{len(rules)} rules. {about}\n")
        for rule in sorted(rules, key=lambda rule: rule.id):
            lines = [f"### {rule.id}", "", " ".join(rule.asks.split())]
            if pair := example(rule.id):
                lines += ["", f"- wrong: {code(pair[0])}", f"- right: {code(pair[1])}"]
            parts.append("\n".join(lines) + "\n")
    names = sorted({case.name for case in (*defects.OF_QUIZZES, *defects.OF_TWINS)})
    return "\n".join(parts) + "\n" + REFUSED + "\n".join(f"- {html.escape(name, quote=False)}" for name in names) + "\n"


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
