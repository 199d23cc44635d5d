"""mkdocs-quiz's markup is pinned by golden files, read into parts, and written again as ours."""

import re
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace

import markdown
import pytest
from lxml import html as lxml_html

from course import question_html, questions, quick_quizzes, yaml_file
from course.problems import CourseError

GOLDEN = Path(__file__).parent / "golden"
KINDS = ["single", "multiple", "blank"]
HANDLER = re.compile(r"on[a-z]+|style|action")


def source(kind):
    return (GOLDEN / f"{kind}.md").read_text(encoding="utf-8")


def folded(markup):
    """Return markup with its white space made one space, or none between tags."""
    return re.sub(r">\s+<", "><", " ".join(markup.split()))


def course_of(found):
    """Return what the renderer asks of a course: these questions, none of them drawn from another lesson."""
    pages = defaultdict(lambda: SimpleNamespace(questions=list(found.values())))
    return SimpleNamespace(questions=found, pages=pages, lesson_of=lambda question: None)


@pytest.fixture(scope="module")
def page(pristine, tmp_path_factory):
    """The HTML of a page that holds one question of each kind, as mkdocs-quiz alone writes it."""
    folder = tmp_path_factory.mktemp("quiz")
    shared, _ = yaml_file.parse(pristine.read("mkdocs.yml"), "mkdocs.yml")
    options = shared["plugins"]["mkdocs_quiz"]
    config = [
        "site_name: Golden",
        "use_directory_urls: false",
        "theme: {name: material, font: false}",
        "plugins:",
        "  mkdocs_quiz:",
        *(f"    {name}: {str(value).lower()}" for name, value in options.items()),
    ]
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text("\n".join(config), encoding="utf-8")
    (folder / "docs" / "glossary.md").write_text("# Glossary\n\n## Civility\n", encoding="utf-8")
    (folder / "docs" / "index.md").write_text("\n".join(["# Golden", "", *map(source, KINDS)]), encoding="utf-8")
    done = pristine.run("-m", "mkdocs", "build", "--config-file", str(folder / "mkdocs.yml"))
    assert done.returncode == 0, f"the small MkDocs project does not build:\n{done.stderr}"
    return (folder / "site" / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def written(page, whole):
    """Our markup of the three questions, numbered and once more as recalled ones: `(html, {kind: element})`."""
    found = {question.id: question for kind in KINDS for question in questions.scan(source(kind), "docs/en/a/b.md")[0]}
    renderer = question_html.Renderer(
        SimpleNamespace(fingerprint=lambda id: "0123abcd"), course_of(found), whole.strings["en"]
    )
    rendered = [question_html.read(match[0]) for match in question_html.QUIZ.finditer(page)]
    texts = [renderer.question(each, number, 3) for number, each in enumerate(rendered, 1)]
    texts += [renderer.question(each, None, None) for each in rendered]
    elements = [lxml_html.fragment_fromstring(text) for text in texts]
    return "\n".join(texts), dict(zip([*KINDS, *(f"again {kind}" for kind in KINDS)], elements, strict=True))


@pytest.mark.parametrize("number, kind", list(enumerate(KINDS)), ids=KINDS)
def test_the_markup_of_mkdocs_quiz_is_the_one_that_is_read(page, number, kind):
    found = question_html.QUIZ.findall(page)
    assert len(found) == len(KINDS), f"{len(KINDS)} questions were written and {len(found)} found in the page"
    golden = (GOLDEN / f"{kind}.html").read_text(encoding="utf-8")
    assert folded(found[number]) == folded(golden), (
        "mkdocs-quiz writes another markup than the one that question_html.read was made for: "
        f"read it again, then replace golden/{kind}.html"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_golden_sources_are_right_questions_of_their_kind(kind):
    found, problems = questions.scan(source(kind), "f.md")
    assert (problems, [question.kind for question in found]) == ([], [kind]), "a golden source is no such question"


def golden(kind):
    return question_html.read((GOLDEN / f"{kind}.html").read_text(encoding="utf-8").strip())


def test_a_question_with_one_answer_is_read_whole():
    single = golden("single")
    assert single.id == "golden-single", "the id in the header is lost"
    assert single.text == '<p>Which <em>one</em>, says <a href="glossary.html#civility">the glossary</a>?</p>', (
        "misread"
    )
    assert single.options == [
        ("“First,” with <code>code</code>", "Because <strong>no</strong>.", False),
        ('Second &amp; <a href="glossary.html">a link</a>', "Because yes: 1 &lt; 2.", True),
        ("Third", "Because not.", False),
    ], "options, their reasons or which is right are misread"
    assert single.explanation == "<p>An explanation that <em>follows</em>.</p>", "the explanation is misread"


def test_a_question_with_several_answers_is_read_whole():
    multiple = golden("multiple")
    assert (multiple.id, multiple.text) == ("golden-multiple", "<p>Which ones? (choose all that apply)</p>"), "misread"
    assert [option[2] for option in multiple.options] == [True, False, True], "which options are right is misread"
    assert [option[1] for option in multiple.options] == ["It belongs.", "It does not.", "It belongs too."], "misread"
    assert multiple.explanation == "", "an explanation was made of nothing"


def test_a_question_with_a_blank_is_read_whole():
    blank = golden("blank")
    assert blank.id == "golden-blank", "the id in the header is lost when it does not come first"
    assert blank.text == "<p>The <course-blank></course-blank> client works <em>here</em>.</p>", (
        "the blank is misplaced"
    )
    assert blank.options == [(None, None, "internal")], "the answer is misread"
    assert blank.explanation == "<p>Someone <strong>inside</strong> the organization.</p>", "the explanation is misread"


def test_every_id_is_unique_even_when_a_question_is_asked_again(written):
    ids = re.findall(r'\bid="([^"]*)"', written[0])
    assert len(ids) == len(set(ids)) and len(ids) >= 12, f"ids stand twice: {sorted(ids)}"


@pytest.mark.parametrize("kind", ["single", "multiple", "again single", "again multiple"])
def test_options_are_a_group_named_by_the_question(written, kind):
    (group,) = written[1][kind].iter("fieldset")
    (stem,) = [each for each in written[1][kind].iter() if each.get("id") == group.get("aria-labelledby")]
    assert stem.text_content().strip().startswith("Which"), "the group of options is not named by the question"
    controls = list(group.iter("input"))
    assert {control.get("type") for control in controls} == {"radio" if "single" in kind else "checkbox"}, (
        "wrong control"
    )
    assert len({control.get("name") for control in controls}) == 1, "options of one question have several names"
    assert group.getparent().tag == "form", "options of two questions with one name would be one group"
    labels = [control.getparent() for control in controls]
    assert all(label.tag == "label" and label.text_content().strip() for label in labels), "a control has no label"
    assert len(set(labels)) == len(controls), "two controls have one label"


@pytest.mark.parametrize("kind, right", [("single", [1]), ("multiple", [0, 2]), ("again single", [1])])
def test_only_right_options_are_marked_right(written, kind, right):
    controls = list(written[1][kind].iter("input"))
    marked = [number for number, control in enumerate(controls) if "data-right" in control.attrib]
    assert marked == right, "data-right stands on other options than the right ones"


@pytest.mark.parametrize("kind", ["single", "multiple"])
def test_each_option_has_a_reason_that_opens_without_a_script(written, kind):
    options = written[1][kind].find_class("option")
    for option, (_, reason, right) in zip(options, golden(kind).options, strict=True):
        (details,) = option.iter("details")
        assert details.find("summary").text_content().strip(), "a reason opens with nothing to press"
        assert str(reason) in lxml_html.tostring(details, encoding="unicode"), "an option has another one's reason"
        assert ("right" in details.get("class").split()) == right, "a reason is dressed as right and is not, or is"
        assert details.find_class("verdict")[0].text_content().strip(), (
            "a reason does not say whether the option is right"
        )


def test_a_blank_is_a_labelled_text_field_with_its_answer(written):
    (field,) = written[1]["blank"].iter("input")
    assert (field.get("type"), field.get("data-answer")) == ("text", "internal"), "the blank lost its answer"
    assert field.get("aria-label"), "the blank has no label"
    assert "internal" in written[1]["blank"].find_class("why")[0].text_content(), "the answer is not given in its place"
    assert "course-blank" not in written[0], "a mark of ours is left in the page"


def test_a_question_asked_again_has_no_number(written):
    assert [len(written[1][kind].find_class("kind")) for kind in ("single", "again single")] == [1, 0], (
        "only a question of the lesson itself is numbered"
    )


def test_our_markup_carries_no_script(written):
    text, elements = written
    assert "javascript:" not in text and "<script" not in text, "a script is left in a question"
    kept = {
        name for each in elements.values() for node in each.iter() for name in node.attrib if HANDLER.fullmatch(name)
    }
    assert not kept, f"handlers, styles or actions are left in a question: {kept}"


def test_our_markup_names_the_question_for_the_script(written):
    named = {(each.get("data-question"), each.get("data-hash"), each.get("data-kind")) for each in written[1].values()}
    assert named == {(f"golden-{kind}", "0123abcd", kind) for kind in KINDS}, "id, fingerprint or kind is wrong"


def test_a_question_that_mkdocs_quiz_did_not_understand_stops_the_build(page, whole):
    found = {question.id: question for kind in KINDS for question in questions.scan(source(kind), "docs/en/a/b.md")[0]}
    course = course_of(found)
    renderer = question_html.Renderer(SimpleNamespace(fingerprint=lambda id: "0"), course, whole.strings["en"])
    lesson = SimpleNamespace(questions=[*found.values(), None], recall=None, kind="lesson", shown="docs/en/a/b.md")
    with pytest.raises(CourseError) as caught:
        renderer.page(page, lesson)
    assert str(caught.value).startswith("docs/en/a/b.md: 4 questions were read and 3 rendered"), (
        "the loss is not told of"
    )


@pytest.mark.parametrize("change", ["lost", "turned"])
def test_a_question_whose_options_mkdocs_quiz_reads_otherwise_stops_the_build(page, whole, change):
    found = {question.id: question for kind in KINDS for question in questions.scan(source(kind), "docs/en/a/b.md")[0]}
    options = found["golden-single"].options
    if change == "lost":
        options.append(options[0])
    else:
        options[0].right = True
    renderer = question_html.Renderer(
        SimpleNamespace(fingerprint=lambda id: "0"), course_of(found), whole.strings["en"]
    )
    with pytest.raises(CourseError) as caught:
        renderer.page(
            page, SimpleNamespace(questions=list(found.values()), recall=None, kind="lesson", shown="docs/en/a/b.md")
        )
    assert str(caught.value).startswith("docs/en/a/b.md:1: mkdocs-quiz reads other options"), "the loss is not told of"


def test_the_recalled_question_is_taken_out_of_the_text(page, whole):
    found = {question.id: question for kind in KINDS for question in questions.scan(source(kind), "docs/en/a/b.md")[0]}
    course = course_of(found)
    renderer = question_html.Renderer(SimpleNamespace(fingerprint=lambda id: "0"), course, whole.strings["en"])
    own = [question for id, question in found.items() if id != "golden-multiple"]
    html, recalled = renderer.page(
        page, SimpleNamespace(questions=own, recall="golden-multiple", kind="lesson", shown="f.md")
    )
    assert re.findall(r'data-question="([^"]*)"', html) == ["golden-single", "golden-blank"], "the text has others"
    assert 'id="q-again-golden-multiple"' in recalled, "the recalled question is not handed to the template"
    assert "quiz-progress" not in html, "mkdocs-quiz's progress bar is left in the page"


@pytest.mark.parametrize(
    "page_id, link",
    [("start/x", "../glossary.md#a"), ("index", "glossary.md#a"), ("a/b/c", "../../glossary.md#a")],
)
def test_links_of_a_question_still_lead_there_from_another_page(page_id, link):
    text = "[a](../glossary.md#a) [b](https://example.org/x.md) [c](three.md)"
    question = SimpleNamespace(page_id="suppliers/thanks", path="docs/fr/suppliers/thanks.md", source=text)
    moved = question_html.move_links(question, page_id)
    assert f"[a]({link}) [b](https://example.org/x.md)" in moved, "a link of a recalled question leads elsewhere"
    assert "suppliers/three.md)" in moved, "a link to a neighbour of the question's own lesson leads elsewhere"


# What begins or ends like a plain sentence, and is more.
ALMOST = ["1. Un", "2) Deux", "- un", "+ un", ": une", "# un", "/// un", "a  ", " a", "a\nb", "a\tb", "a & b", "a < b"]
ALMOST += [
    "http://a.ca",
    "a@b.ca",
    "a_b_",
    "*a*",
    "`a`",
    "a \\* b",
    "[a](b.md)",
    "a [^b]",
    "![a](b.png)",
    "a {#b}",
    "[[a]]",
]
ALMOST += [
    "12.5 km",
    "5:10 a.m.",
    "11\u00a0h\u00a005.",
    "«\u00a0Un\u00a0», dit-il.",
    "“One,” he said.",
    "(un)",
    "‘a’",
    "$a$",
    "a | b",
]


def test_a_plain_sentence_of_a_question_is_what_markdown_makes_of_it(whole, pristine):
    shared, _ = yaml_file.parse(pristine.read("mkdocs.yml"), "mkdocs.yml")
    names = [name if isinstance(name, str) else next(iter(name)) for name in shared["markdown_extensions"]]
    converter = markdown.Markdown(extensions=names)
    asked = [question for course in whole.courses.values() for question in course.questions.values()]
    texts = {text for each in asked for option in each.options for text in (option.text, option.reason)}
    plain = {text for text in texts if quick_quizzes.PLAIN.fullmatch(text)}
    assert len(plain) > len(texts) / 2, "few sentences are taken for plain: building takes longer than it must"
    for text in sorted(plain) + [text for text in ALMOST if quick_quizzes.PLAIN.fullmatch(text)]:
        assert converter.reset().convert(text) == f"<p>{text}</p>"
