"""A reference lesson, to compare like with like: 860 words in all, those of five questions among them, whose options
say in a sentence why they are right or not.

Its sentences and questions are those of two real lessons, so that they compress as a lesson's do. Ours is built by the
course's own pipeline in a copy of the repository; `stock` builds the same Markdown with MkDocs, Material and
mkdocs-quiz as they come.
"""

import re
import subprocess
import sys

from course import claims, outline

WORDS, QUESTIONS, OPTIONS = 860, 5, 3
SENTENCE = re.compile(r".+?[.!?…](?=\s|$)", re.DOTALL)
# The reference lessons and the real ones that lend them their words.
LESSONS = {
    "suppliers/reference-one": ["suppliers/saying-thanks", "suppliers/gifts"],
    "suppliers/reference-two": ["civility/repairing", "civility/witnesses"],
}
HEAD = """---
title: "{title}"
description: "A lesson of a known length, made of what other lessons say, to weigh what a page costs."
minutes: 10
objectives:
  - weigh a page
  - compare it with its peers
sources: [auger]
recall: circles-summary
---

"""


def texts(root):
    """Return `{lesson id: (title, parts)}` of the reference lessons, made from the English course under `root`."""
    course = outline.load(root).courses["en"]
    return {id: (_title(id), _body(id, [course.pages[each] for each in lent])) for id, lent in LESSONS.items()}


def _title(id):
    return id.rpartition("/")[2].replace("-", " ").capitalize()


# What a lesson of ours has besides paragraphs; each takes so many paragraphs.
BLOCKS = [
    """//// scenario | What do you do?
    id: {id}

{0}

/// choice | The first thing

Right away
:   {1}

Later
:   {2}
///

/// choice | The second thing
    best: true

Right away
:   {3}

Later
:   {4}
///

/// choice | The third thing

Right away
:   {5}

Later
:   {6}
///
////""",
    """//// practice | Your turn
{0}

/// examples
**Vague**

> {1}

**Precise**

> {2}
///

/// fields | {id}
- who: To whom?
///
////""",
    "/// plan\n{0}\n///",
    "/// keypoints\n- {0}\n- {1}\n- {2}\n///",
]
TRAINER = "/// trainer | 20 min\nRead, ask, listen.\n///"
PARAGRAPHS, BOXED = 7, 14


def _body(id, lessons):
    """Return the parts of one lesson as Markdown: its paragraphs under headings, those that stand in blocks, its
    questions."""
    name = id.rpartition("/")[2]
    asked = [each for lesson in lessons for each in lesson.questions if each.kind == "single"][:QUESTIONS]
    questions = [_question(f"{name}-{n}", n, each) for n, each in enumerate(asked, 1)]
    left = WORDS - sum(len(re.findall(r"\w[\w’'-]*", re.sub(r"<[^>]*>", "", each))) for each in questions)
    prose = " ".join(paragraph for lesson in lessons for paragraph in lesson.prose.split("\n"))
    sentences = [each for each in re.split(r"(?<=[.!?…”])\s+", prose) if not claims.CLAIM.search(each)]
    words = " ".join(sentences).split()[:left]
    size = -(-len(words) // (PARAGRAPHS + BOXED))
    paragraphs = [" ".join(words[at : at + size]) for at in range(0, len(words), size)]
    titled = [
        text if n % 2 == 0 else f"## Part {n // 2 + 1}\n\n{text}" for n, text in enumerate(paragraphs[:PARAGRAPHS])
    ]
    return [f"{titled[0]} [^auger]", *titled[1:]], paragraphs[PARAGRAPHS:], questions


def _ours(id, written, boxed, questions):
    """Return the Markdown of one of our lessons."""
    rest, blocks = list(boxed), []
    for block in BLOCKS:
        count = len(set(re.findall(r"\{\d\}", block)))
        blocks.append(block.format(*rest[:count], id=id.rpartition("/")[2]))
        rest = rest[count:]
    scenario, *others = blocks
    return "\n\n".join([*written, scenario, "## Check yourself", *questions, *others, TRAINER]) + "\n"


def _stock(written, boxed, questions):
    """Return the same words as Markdown that knows no block of ours."""
    listed = [f"**{n}.** {text}" for n, text in enumerate(boxed, 1)]
    return "\n\n".join([*written, "## What do you do?", *listed, "## Check yourself", *questions]) + "\n"


def _question(id, number, question):
    """Return one question as Markdown, with the right option and the first others."""
    right = next(option for option in question.options if option.right)
    kept = [right, *(option for option in question.options if option is not right)][:OPTIONS]
    lines = [
        f"- [{'x' if option.right else ' '}] {option.text}\n  > {SENTENCE.match(option.reason)[0]}"
        for option in sorted(kept, key=question.options.index)
    ]
    return "\n".join(
        [
            "<quiz>",
            f"<!-- id: {id}; objective: {number % 2 + 1}; level: apply -->",
            f"{question.text} Again?",
            "",
            *lines,
            "</quiz>",
        ]
    )


def plant(repository):
    """Add the reference lessons to a copy of the repository, in both languages, at the end of a module."""
    for id, (title, body) in texts(repository.root).items():
        for language in ("fr", "en"):
            repository.write(f"docs/{language}/{id}.md", HEAD.format(title=title) + _ours(id, *body))
    lines = "".join(f"\n      - {id}.md" for id in LESSONS)
    repository.replace("mkdocs.yml", "      - suppliers/gifts.md", f"      - suppliers/gifts.md{lines}")


def stock(folder, root):
    """Build the same lessons in `folder` with MkDocs, Material and mkdocs-quiz as they come; return the site."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Course\n\nTwo lessons.\n", encoding="utf-8")
    for id, (title, body) in texts(root).items():
        name = id.rpartition("/")[2]
        text = _stock(*body).replace(" [^auger]", "")
        (docs / f"{name}.md").write_text(f"# {title}\n\n{text}", encoding="utf-8")
    settings = "site_name: Stock\ntheme:\n  name: material\nplugins:\n  - search\n  - mkdocs_quiz\n"
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", folder / "mkdocs.yml"]
    subprocess.run(command, check=True, cwd=folder)
    return folder / "site"
