"""Front matter is read whole and shown as it is written, or refused by its line."""

import json

from hypothesis import event, example, given
from hypothesis import strategies as st
from lxml import html

from course import pages, templates, yaml_file
from course.problems import CourseError

from . import examples, manners, odd
from .test_quizzes import ID, LESSON, folded, text_of

FRONT = pages.FRONT_MATTER.match(LESSON)
META, _ = yaml_file.parse(FRONT[1], "lesson")
PLAIN = {
    "title": "Une page",
    "description": "Une phrase que l’on aurait envie de lire, assez longue pour être une phrase.",
}
# A page of each form: its id, its kind, its front matter when all is right, its text.
FORMS = {
    "lesson": (ID, "lesson", META, LESSON[FRONT.end() :]),
    "module": ("start/index", "module", {**PLAIN, "accent": "ink", "shape": "circle"}, "\nTexte.\n"),
    "page": ("about", "page", PLAIN, "\nTexte.\n\n---\n\nSuite.\n"),
    "shelf": ("tools/index", "shelf", PLAIN, "\nTexte.\n"),
}
KEYS = [
    "title",
    "description",
    "minutes",
    "objectives",
    "sources",
    "recall",
    "template",
    "accent",
    "shape",
    "prerequisites",
]
LONG_TEXT = st.one_of(odd.texts.map("Une phrase que l’on aurait envie de lire {}".format), odd.texts)
VALUES = {
    "title": st.one_of(odd.texts, *[odd.texts.map("Titre {}".format)] * 3, odd.values),
    "description": st.one_of(LONG_TEXT, odd.values),
    "minutes": st.one_of(st.integers(-1, 40), st.sampled_from([10**9, 10.0, "10", "1e9", "10 min", True, None, [10]])),
    "objectives": st.one_of(st.lists(odd.texts.map("nommer {}".format), min_size=1, max_size=4), odd.values),
    "sources": st.one_of(st.lists(st.sampled_from(["auger", "dupuis", "nobody"]), max_size=3), odd.values),
    "recall": st.one_of(st.sampled_from(["la-first", "la-second", "no-such"]), odd.values),
    "template": st.one_of(
        st.sampled_from(["shelf.html", "main.html", "nothing.html", "../x.html", "home.html\n"]), odd.values
    ),
}


@st.composite
def fronts(draw):
    """A page's form, and a file in which a value or two of the front matter are odd."""
    name = draw(st.sampled_from(sorted(FORMS)))
    _, _, meta, body = FORMS[name]
    meta = dict(meta)
    for key in draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=2)):
        if draw(st.integers(0, 9)):
            meta[key] = draw(VALUES.get(key, odd.values))
        else:
            meta.pop(key, None)
    how = draw(st.sampled_from(["json", "json", "bare"]))
    lines = []
    for key, value in meta.items():
        bare = how == "bare" and isinstance(value, str)
        lines.append(f"{key}: {value if bare else json.dumps(value, ensure_ascii=False)}")
    return name, "---\n" + "\n".join(lines) + "\n---\n" + body


def outcome(bench, name, raw):
    """Return `(Page, HTML of the whole page)`, or None once the problems were looked at."""
    id, kind, _, _ = FORMS[name]
    try:
        page, problems = bench.read(id, kind, raw)
        if problems:
            raise CourseError(problems)
        with bench.holding(bench.course_with(page)):
            made, _ = bench.content(page)
            return page, bench.whole_page(made)
    except CourseError as error:
        manners.check(error.problems, {f"docs/fr/{id}.md": raw})


def check(bench, name, raw):
    """Check a page whose front matter stands in `raw`."""
    found = outcome(bench, name, raw)
    event(f"{name}: {'accepted' if found else 'refused'}")
    if not found:
        return
    page, text = found
    root = html.document_fromstring(text)
    titles = [text_of(each) for each in root.iter("h1")]
    assert titles == [folded(page.title)], "the title is another one"
    assert root.find(".//title").text_content().startswith(page.title), "the title of the window is another one"
    (description,) = root.xpath("//meta[@name='description']/@content")
    assert description == page.description, "the description is another one"
    assert [text_of(each) for each in root.xpath("//*[@class='aims']//li")] == [
        folded(each) for each in page.objectives
    ]
    if page.minutes:
        shown = templates.duration(bench.whole.strings["fr"], page.minutes)
        assert shown in root.find_class("place")[0].text_content(), "the minutes are others"
    assert not [each for each in root.iter("script") if "pwned" in each.text_content()] and not root.xpath(
        "//*[@onerror]"
    )
    article = text_of(root.xpath("//*[@id='page-content']|//main")[0])
    for key in ("title:", "description:", "objectives:"):
        assert key not in article.replace(folded(page.title), ""), "the front matter stands on the page"


def page(*lines):
    """Return a plain page whose front matter holds these lines before its description."""
    return "page", "\n".join(["---", *lines, f"description: {PLAIN['description']}", "---", "", "Texte."])


@examples(50)
@given(fronts())
@example(page("title: 2026-02-31"))
@example(page("title: 2026-11-22"))
@example(page("title: 12:30:00"))
@example(page('title: "   "'))
@example(page('title: "A\\x02B C"'))
@example(page("title: \u2028\u2028", "x: 1"))
@example(page("title: Une page", "template: nothing.html"))
@example(page("title: Une page", "template: shelf.html"))
@example(page("title: Une page", f"minutes: {'9' * 5000}"))
@example(page("title: Une page", f"objectives: {'[' * 700}{']' * 700}"))
@example(("lesson", LESSON.replace("minutes: 10\n", "minutes: 10.0\n")))
def test_what_stands_in_front_matter_is_shown_as_it_is_written(bench, front):
    name, text = front
    check(bench, name, text.encode("utf-8", "surrogatepass"))


@examples(60)
@given(st.sampled_from(sorted(FORMS)), st.data())
def test_front_matter_that_an_editor_mangled_is_read_whole_or_refused(bench, name, data):
    _, _, meta, body = FORMS[name]
    written = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items())
    raw = data.draw(odd.mangled(f"---\n{written}\n---\n", most=2)) + body.encode()
    id, kind, _, _ = FORMS[name]
    page, problems = bench.read(id, kind, raw)
    event("refused" if problems else "accepted")
    if problems:
        manners.check(problems, {f"docs/fr/{id}.md": raw})
        return
    text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    front = text.split("\n---", 1)[0].removeprefix("---\n")
    lost = odd.said(front) - odd.kept(page.meta)
    assert not lost, f"these words are gone: {lost}"
    assert text.endswith(page.body) and body.strip() in page.body, "a part of the text is gone"
