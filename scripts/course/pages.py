"""One Markdown file of the course: front matter, body, blocks and questions, read once and checked against its form."""

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from course import (
    blocks,
    branching,
    checks,
    citations,
    decks,
    elements,
    fields,
    figures,
    lessons,
    masks,
    questions,
    yaml_file,
)
from course.problems import CourseError, Problem, read_text

FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---[ ]*(?:\n|\Z)", re.DOTALL)
# What a page of a module is, by its file name; any other is a lesson.
KINDS = {"index": "module", "check": "check", "case": "case", "assessment": "assessment"}
# Folders that are no modules: what stands beside the course and serves all of it.
SHELVES = ("progress", "tools", "trainer", "host")
# The shelves that are not for learners, and stay out of what an LMS gets.
STAFF = ("trainer", "host")
# What a page of a theme is, in the trainer's folder, by its file name.
TRAINER = ("deck", "guide", "workbook", "roles", "key", "vote")
# The schema of a page's front matter, by its kind; any other is that of a plain page.
SCHEMAS = {"lesson": "lesson", "check": "step", "case": "step", "assessment": "step"}
# What is no word of the text, and what stands for it.
MARKS = [
    (re.compile(r"^/{3,}(?:[ ]+(?:figure|slot|values)[ ]*\|.*|[ ]+[a-z]+(?:[ ]*\|[ ]*)?)?", re.MULTILINE), ""),
    (re.compile(r"^ {4}[a-z]+:.*$", re.MULTILINE), ""),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^[ ]*(?:#+|[-*+>]|\d+\.|:)[ ]+|[*_`]", re.MULTILINE), ""),
]
TARGET = re.compile(r"\]\(<?([^)\s>]+)")
HEADING = re.compile(r"^(#{1,6})[ ]+(.+?)[ ]*$", re.MULTILINE)


def kind_of(id, section):
    """Return the kind of a page that stands under `section` of nav, or under none: page, shelf, lesson, one of `KINDS`
    or of `TRAINER`."""
    if not section:
        return "page"
    name = id.removeprefix(f"{section}/")
    if section in SHELVES:
        return name.partition("/")[2] if name.partition("/")[2] in TRAINER else "shelf"
    return KINDS.get(name, "lesson")


def is_for_learners(id):
    """Tell whether a page is for those who take the course, and not for those who teach or host it."""
    return id.partition("/")[0] not in STAFF


def is_searched(id):
    """Tell whether the search knows a page: of those for trainers, which hold answers and notes, and of those for hosts
    the door only."""
    return is_for_learners(id) or id.endswith("/index")


@dataclass
class Page:
    """A page: `id` is its path without language and suffix, such as `suppliers/saying-thanks`; `body_line` is where
    the text begins in the file (from 1). `kind` is what `kind_of` says."""

    id: str
    language: str
    shown: str
    kind: str
    meta: dict
    body: str
    body_line: int
    lines: dict
    blocks: list = field(default_factory=list)
    questions: list = field(default_factory=list)

    title = property(lambda self: self.meta["title"])
    description = property(lambda self: self.meta["description"])
    minutes = property(lambda self: self.meta.get("minutes", 0))
    objectives = property(lambda self: self.meta.get("objectives", []))
    sources = property(lambda self: self.meta.get("sources", []))
    recall = property(lambda self: self.meta.get("recall"))
    url = property(lambda self: f"{self.id}.html")

    def blocks_of(self, *names):
        """Return the blocks of these names, in reading order."""
        return [block for block in self.blocks if block.name in names]

    @cached_property
    def citations(self):
        """The ids cited in the text, each with its line: trainer notes included, code and quizzes excluded."""
        return citations.of_page(self.body, self.body_line)

    @cached_property
    def headings(self):
        """`(level, text, line)` of each heading outside code."""
        body = masks.blank(self.body, masks.FENCED)
        return [
            (len(match[1]), match[2], self.body_line + body.count("\n", 0, match.start()))
            for match in HEADING.finditer(body)
        ]

    @cached_property
    def targets(self):
        """`(line, target)` of each Markdown link to another page or place, outside code."""
        body = masks.blank(self.body, masks.FENCED)
        return [
            (self.body_line + body.count("\n", 0, match.start()), match[1])
            for match in TARGET.finditer(body)
            if not re.match(r"[a-z]+:", match[1])
        ]

    @property
    def end(self):
        """The last line of the text."""
        return self.body_line + self.body.rstrip().count("\n")

    @cached_property
    def prose(self):
        """What a learner reads outside the questions, as plain text: no marks, targets, citations, trainer notes or
        labels of fields."""
        body = blocks.without(self.body, "trainer", "fields")
        text = masks.blank(body, masks.FENCED, masks.QUIZ)
        for pattern, plain in MARKS:
            text = pattern.sub(plain, text)
        return text.strip()

    @property
    def words(self):
        """How many words `prose` has; a sign that stands alone, such as a French colon, is none."""
        return sum(any(character.isalnum() for character in word) for word in self.prose.split())

    @cached_property
    def shape(self):
        """How many list items, quoted lines and paragraphs the page has outside quizzes and trainer notes, in words."""
        prose = masks.blank(self.body, masks.FENCED, masks.QUIZ)
        body = blocks.without(prose, "trainer")
        items = len(re.findall(r"^[ ]*(?:[-*+]|\d+\.)[ ]", body, re.MULTILINE))
        quoted = len(re.findall(r"^[ ]*>", body, re.MULTILINE))
        paragraphs = len([part for part in re.split(r"\n[ ]*\n", body) if part.strip()])
        return f"{items} list items, {quoted} quoted lines, {paragraphs} paragraphs or blocks"

    def problem(self, message, *where, line=None):
        """Return a problem at `line`, or at the front matter's value `where`."""
        return Problem(self.shown, line or self.lines.get(where, 1), message)


def read(root, language, id, kind):
    """Return `(Page or None, problems)` for `docs/LANGUAGE/ID.md` under `root`."""
    shown = f"docs/{language}/{id}.md"
    try:
        page, problems = _read(read_text(root / shown, shown), shown, language, id, kind)
    except CourseError as error:
        return None, error.problems
    return page, list(problems)


@lru_cache(maxsize=1024)
def _read(text, shown, language, id, kind):
    """Do what `read` does, once for a text: an author saves one file, and all of them are read again."""
    try:
        front = FRONT_MATTER.match(text)
        if not front:
            return None, [Problem(shown, 1, "no front matter; begin the file with ---, title:, description: and ---")]
        if not front[0].endswith("\n"):  # MkDocs would publish it as text
            return None, [Problem(shown, 1, "the file ends with its front matter; end the line of its last ---")]
        meta, lines = yaml_file.parse(front[1], shown, 2)
    except CourseError as error:
        return None, error.problems
    meta = yaml_file.trimmed(meta)
    problems = yaml_file.check(meta, lines, SCHEMAS.get(kind, "page"), shown)
    if problems:
        return None, problems
    page = Page(id, language, shown, kind, meta, text[front.end() :], front[0].count("\n") + 1, lines)
    page.blocks, wrong_blocks = blocks.scan(page.body, shown, page.body_line)
    page.questions, wrong_questions = questions.scan(page.body, shown, page.body_line, len(page.objectives) or 3)
    problems = wrong_blocks + wrong_questions + _check_names(page)
    problems += _check_places(page) + _check_template(page) + fields.problems(page)
    if not problems:
        problems = FORMS.get(kind, lambda page: [])(page)
    return page, problems


def _check_names(page):
    """Return the drawings and elements that do not exist, and the drawings that stand twice."""
    found, drawn = [], {}
    for block in page.blocks_of("figure"):
        if block.title not in figures.names():
            found.append(page.problem(figures.unknown(block.title), line=block.start))
        elif block.title in drawn:
            told = f"the drawing '{block.title}' stands already at line {drawn[block.title]}; show it once a page"
            found.append(page.problem(told, line=block.start))
        drawn.setdefault(block.title, block.start)
    return found + [
        page.problem(elements.unknown(block.title), line=block.start)
        for block in page.blocks_of("element")
        if block.title not in elements.SCRIPTS
    ]


def _check_places(page):
    """Return the questions that stand outside a lesson or in a block, and the blocks that stand in a question."""
    found = []
    for question in page.questions:
        if page.kind not in ("lesson", "check", "assessment"):
            told = "questions belong to lessons, to a module's check.md and to assessment.md; move this one"
            found.append(page.problem(told, line=question.line))
        elif question.kind != "blank" and not 3 <= len(question.options) <= 4:
            told = f"{len(question.options)} options in '{question.id}'; a question has three or four"
            found.append(page.problem(told, line=question.line))
        elif page.kind == "lesson" and question.lesson:
            told = "'lesson' is for checks and the assessment; a lesson's own questions are about itself: take it out"
            found.append(page.problem(told, line=question.line))
        outer = [block for block in page.blocks if block.start < question.line < block.end]
        if outer:
            told = (
                f"a question stands outside every block; move it after the '{outer[0].name}' of line {outer[0].start}"
            )
            found.append(page.problem(told, line=question.line))
        for block in page.blocks:
            if question.line < block.start <= question.line + question.source.count("\n"):
                told = f"'{block.name}' stands in the question of line {question.line}; close the quiz before it"
                found.append(page.problem(told, line=block.start))
    return found


def _check_template(page):
    """Return a problem if a page other than the home page asks for its template; of others, the kind says which."""
    if "template" not in page.meta or page.id == "index":
        return []
    return [page.problem("only index.md, the home page, has a template; take 'template' out", "template")]


def check_module(page):
    """Return a problem unless a module says how it looks."""
    if {"accent", "shape"} <= page.meta.keys():
        return []
    return [page.problem("a module has an accent and a shape; write accent: clay and shape: card")]


# What a page must be, by its kind: each gives the page's problems.
FORMS = {
    "module": check_module,
    "lesson": lessons.problems,
    "check": checks.check_of_module,
    "assessment": checks.bank,
    "case": branching.problems,
    "deck": decks.problems,
}
