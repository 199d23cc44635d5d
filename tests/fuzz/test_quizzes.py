"""A quiz has exactly the options, right marks and reasons that its source holds, or is refused by its line."""

from dataclasses import dataclass

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from course import ROOT
from course.problems import CourseError

from . import examples, manners

ID = "start/three-circles"
LESSON = (ROOT / "scripts/course/skeletons/lesson.fr.md").read_text(encoding="utf-8").replace("recall: %RECALL%\n", "")
for _name in ("SCENARIO", "FIRST", "SECOND", "THIRD", "SHEET"):
    LESSON = LESSON.replace(f"%{_name}%", f"la-{_name.lower()}")
BEFORE, _, AFTER = LESSON.partition("<quiz>")
AFTER = AFTER.partition("</quiz>\n")[2]

# Markdown, and what a reader sees of it; None where only a refusal would do.
SEEN = {
    "Alpha": "Alpha",
    "Bêta": "Bêta",
    "deux mots": "deux mots",
    "**gras**": "gras",
    "*x* et _y_": "x et y",
    "`<b>`": "<b>",
    "`- [x]`": "- [x]",
    "[lien](../glossary.md#civility)": "lien",
    "[tiret](../suppliers/gifts.md)": "tiret",
    "&lt;i&gt;": "<i>",
    "&amp;": "&",
    "R&D": "R&D",
    "1 < 2": "1 < 2",
    "3 > 2": "3 > 2",
    "a -> b": "a -> b",
    "« oui »": "« oui »",
    "“yes”": "“yes”",
    "\"a 'b' c\"": "\"a 'b' c\"",
    "\\(x^2\\)": "(x^2)",
    "$x_1$": "$x_1$",
    "5 * 3": "5 * 3",
    "un_deux_trois": "un_deux_trois",
    "🧑🏽‍🏭": "🧑🏽‍🏭",
    "חברה": "חברה",
    "e\u0301": "e\u0301",
    "a\u00a0: b": "a\u00a0: b",
    "80 %": "80 %",
    "{x}": "{x}",
    "{{ x }}": "{{ x }}",
    "C:\\dos": "C:\\dos",
    "<https://a.test/>": "https://a.test/",
    "mot <!-- caché --> mot": "mot mot",
    "H<sub>2</sub>O": "H2O",
}
HOSTILE = [
    "<prénom>",
    "<nom> dit",
    "</label>",
    "</p></div>",
    "<script>x</script>",
    "<!-- x",
    "--> x",
    "a<b et c>d",
    "<?php x ?>",
]
HOSTILE += ["[ ]", "[x] x", "[[trou]]", "[^auger]", "<quiz>", "</quiz>", "<div>", "| a", "[^a]: b"]
HOSTILE += ["a\u2028b", "a\x0cb", "a\x85b", "a\x0bb", "\x02", "\x00", "<b", "&#0;", "&nbsp;", "\u200b"]
HOSTILE += [
    "MKDOCS_QUIZ_PLACEHOLDER_0",
    "<!-- MKDOCS_QUIZ_PLACEHOLDER_0 -->",
    "__CODEBLOCK_0__",
    "<!--BLANK_PLACEHOLDER_0-->",
]
HOSTILE += ["<course-blank></course-blank>", "</section></div>", "\\", "`", "**", "[", "](", ""]
# What is right in a question or an explanation, and not in a line of text.
BLOCKS = [
    "# 3",
    "#3",
    "1. un",
    "- un",
    "> un",
    "---",
    "```",
    "~~~",
    "    code",
    "{: .x}",
    "x\n{.y}",
    ": x",
    "x\n===",
    "x\n---",
]
BLOCKS += ["[x]: https://a.test"]


HEADER = "<!-- id: le-quiz; objective: 1; level: apply -->"
WRONG_HEADERS = [
    "",
    HEADER[:20],
    HEADER[4:],
    "<!-- id: le-quiz -->",
    '<!-- "id": le-quiz; objective: 1; level: apply -->',
    "<!-- id : le-quiz; objective: 1; level: apply -->",
    "<!-- id: le-quiz; objective: 1.0; level: apply -->",
    "<!-- id: le-quiz; objective: 9; level: apply -->",
    "<!-- id: la-second; objective: 1; level: apply -->",
    '<!-- id: "le\\x2dquiz"; objective: 1; level: apply -->',
    "<!-- {id: le-quiz, objective: 1, level: apply} -->",
    "<!-- id: le-quiz; objective: 1; level: apply # --> x -->",
    "<!-- objective: 1; level: apply; id: 'le-quiz' -->",
]


@dataclass(frozen=True)
class Piece:
    """A bit of text: what is written, and what a reader must see of it."""

    written: str
    seen: str


def folded(text):
    return " ".join(text.split())


def pieces(noise, *more):
    """One or two bits of text, some of which would do harm."""
    good = st.sampled_from([Piece(*each) for each in SEEN.items()])
    bad = st.sampled_from([Piece(each, each) for each in [*HOSTILE, *more]])
    return st.lists(st.one_of(*[good] * 14, bad) if noise else good, min_size=1, max_size=2).map(
        lambda found: Piece(" ".join(each.written for each in found), folded(" ".join(each.seen for each in found)))
    )


@dataclass(frozen=True)
class Quiz:
    """A quiz: its source, and what a learner must find of it."""

    source: str
    stem: str
    options: tuple  # of (text, reason, right)
    explanation: str
    noisy: bool


@st.composite
def quizzes(draw, noise):
    """A quiz made of the parts of its grammar, each now and then wrong."""

    def slip(right, *wrong):
        return draw(st.sampled_from([right] * 60 + list(wrong))) if noise else right

    bit, line = pieces(noise), pieces(noise, *BLOCKS)
    stem, explanation = draw(bit), draw(st.one_of(st.none(), bit))
    count = draw(st.integers(3, 4)) if not noise else draw(st.sampled_from([3, 3, 3, 4, 4, 0, 1, 2, 9, 20]))
    options = [(draw(line), draw(line), draw(st.booleans())) for _ in range(count)]
    if slip(True, False):  # told apart, one right, one wrong
        options = [
            (Piece(f"{text.written} {n}", f"{text.seen} {n}"), reason, right if 0 < n < count - 1 else n == 0)
            for n, (text, reason, right) in enumerate(options)
        ]
    head = slip(HEADER, *WRONG_HEADERS)
    lines = ["<quiz>", head, f"{stem.written}", slip("", "- [ ]", "\t", "- x", "> y")]
    for text, reason, right in options:
        mark = slip("[x]" if right else "[ ]", "[v]", "[]", "[  ]", "", "[X]", "(x)")
        lines.append(f"{slip('- ', '* ', '-', '+ ', '  - ', '1. ')}{mark} {text.written}")
        lines += [
            slip(f"{slip('  > ', '> ', '>', '    > ', chr(9) + '> ')}{line}", "", line)
            for line in reason.written.split("\n")
        ]
        lines += slip([], [""], ["x"], ["  > x"])
    lines += ["", explanation.written] if explanation else []
    lines += slip(["</quiz>"], [], ["</quiz> x"], [" </quiz>"], ["</ quiz>"], ["</quiz>", "</quiz>"])
    lines = slip(
        lines,
        [f"    {line}" for line in lines],
        ["<!--", *lines, "-->"],
        ["```", *lines, "```"],
        [f"> {line}" for line in lines],
    )
    return Quiz(
        "\n".join(lines),
        stem.seen,
        tuple((text.seen, reason.seen, right) for text, reason, right in options),
        explanation.seen if explanation else "",
        noise,
    )


def text_of(element):
    return folded(element.text_content())


def found_in(content, id):
    """Return `(stem, options, explanation)` of a question as a learner finds it in the page."""
    root = html.fragment_fromstring(content, "article")
    (question,) = root.xpath(f"//*[@data-question='{id}']")
    options = []
    for option in question.find_class("option"):
        (paragraph,) = option.find_class("why")[0].findall("p")
        verdict = text_of(paragraph.find_class("verdict")[0])
        right = option.find(".//input").get("data-right") is not None
        options.append((text_of(option.find("label")), text_of(paragraph).removeprefix(verdict).strip(), right))
    last = question.find_class("explanation")
    return (
        text_of(question.find_class("stem")[0]),
        tuple(options),
        text_of(last[0].find_class("why")[0]) if last else "",
    )


def outcome(bench, source):
    """Return the HTML of a lesson that holds a quiz, or None once the problems were looked at."""
    text = f"{BEFORE}{source}\n{AFTER}"
    shown = f"docs/fr/{ID}.md"
    try:
        page, problems = bench.read(ID, "lesson", text)
        if problems:
            raise CourseError(problems)
        course = bench.course_with(page)
        if len(course.questions) != len(bench.course.questions) - len(bench.course.pages[ID].questions) + len(
            page.questions
        ):
            return None  # an id that stands twice is told of by the outline
        with bench.holding(course):
            content = bench.content(page)[1]
    except CourseError as error:
        manners.check(error.problems, {shown: text})
        return None
    assert [question.id for question in page.questions] == [
        each.get("data-question") for each in html.fragment_fromstring(content, "article").find_class("question")
    ], "the questions of the page are others than those that were read"
    return content


@examples(20)
@given(quizzes(False))
def test_a_right_quiz_is_rendered_with_all_that_it_holds(bench, quiz):
    content = outcome(bench, quiz.source)
    assert content, "a right quiz is refused"
    assert found_in(content, "le-quiz") == (quiz.stem, quiz.options, quiz.explanation)


def simple(option="Alpha", reason="Alpha", stem="Alpha", header=HEADER, wrap="{}", more=()):
    """Return a quiz of three options whose first option, its reason, question or header is odd."""
    options = ((option, reason, False), ("Beta", "Beta", True), ("Gamma", "Gamma", False), *more)
    lines = [f"- [{'x' if right else ' '}] {text}\n  > {why}" for text, why, right in options]
    source = wrap.format("\n".join(["<quiz>", header, stem, "", *lines, "</quiz>"]))
    return Quiz(source, stem, tuple((folded(text), folded(why), right) for text, why, right in options), "", True)


@examples(60)
@given(quizzes(True))
@example(simple(header='<!-- "id": le-quiz; objective: 1; level: apply -->'))
@example(simple(header="<!-- id : le-quiz; objective: 1; level: apply -->"))
@example(simple(header="<!-- {id: le-quiz, objective: 1, level: apply} -->"))
@example(simple(header="<!-- id: le-quiz; objective: 1; level: apply # --> x -->"))
@example(simple(header="<!-- id: le-quiz; objective: 1.0; level: apply -->"))
@example(simple(option="a\u2028b"))
@example(simple(option="a\x0cb"))
@example(simple(option="Bonjour <prénom>"))
@example(simple(stem="Que dire à <prénom>?"))
@example(simple(option="a<b et c>d"))
@example(simple(reason="Texte <!-- x"))
@example(simple(option="1. un"))
@example(simple(option="#3"))
@example(simple(option="[x]: https://a.test"))
@example(simple(reason="#3"))
@example(simple(reason="x\n  > ---"))
@example(simple(reason="x\n  > {.y}"))
@example(simple(stem="---"))
@example(simple(stem="MKDOCS_QUIZ_PLACEHOLDER_0"))
@example(simple(option="__CODEBLOCK_0__"))
@example(simple(stem="[[trou]]"))
@example(simple(stem="[[a\nb]]"))
@example(simple(wrap="<!--\n{}\n-->"))
@example(simple(wrap="    {}"))
@example(simple(more=[(f"Encore {n}", "Non", False) for n in range(9)]))
def test_any_quiz_is_rendered_with_all_that_it_holds_or_refused(bench, quiz):
    content = outcome(bench, quiz.source)
    if content and 'data-question="le-quiz"' in content:
        assert found_in(content, "le-quiz") == (quiz.stem, quiz.options, quiz.explanation)
    elif content:
        assert "```" in quiz.source, "the quiz is gone"
