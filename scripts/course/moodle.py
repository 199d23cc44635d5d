"""The questions as Moodle XML, for the question bank of a Moodle course: one file a language, a category a lesson,
check and theme of the assessment, each question under the id that it has in the course.

In Moodle, an answer to a question with several right options earns its share for each right one, and one wrong tick
takes all of it: the course counts such a question as right or wrong, which Moodle by itself cannot.
"""

import html
import posixpath

import markdown
from lxml import etree
from lxml.builder import E

from course import VERSION, passages, question_html, web_outline

# Names of categories are parts of a path.
SLASH = "//"
BLANK = "_____"
NAME = 255  # characters of a question's name


def file_name(whole, language):
    """Return the name of a language's file, such as `tous-clients-0.4.0-fr-moodle.xml`."""
    return f"{whole.company['course']['id']}-{VERSION}-{language}-moodle.xml"


def package(builds, target):
    """Write the questions of every language into the folder `target`; yield `(file name, what it holds)` of each."""
    built = builds.site()
    for language, course in built.whole.courses.items():
        name = file_name(built.whole, language)
        (target / name).write_bytes(of_course(built.whole, course, built.address))
        yield name, f"{len(course.questions)} questions"


def of_course(whole, course, address):
    """Return the questions of a course as Moodle XML in bytes; links lead to the course at `address`."""
    words = whole.strings[course.language]
    top = whole.company["course"]["title"][course.language]
    quiz = E.quiz()
    for names, id, questions in categories(course):
        path = "/".join(part.replace("/", SLASH) for part in ["$course$", "top", top, *names])
        info = words["moodle_info"].format(title=top, version=VERSION)
        quiz.append(
            E.question(
                E.category(E.text(path)),
                E.info(E.text(info), format="plain_text"),
                E.idnumber(f"{whole.company['course']['id']}-{id}"),
                type="category",
            )
        )
        quiz.extend(element(question, course, words, f"{address}{course.language}/") for question in questions)
    return etree.tostring(quiz, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def categories(course):
    """Return `(names from the top, id, questions)` of each category, in the order of the course. The numbers keep that
    order in Moodle, which sorts by name."""
    found = []
    for k, module in enumerate(course.modules, 1):
        for n, step in enumerate(module.steps, 1):
            names, id = [f"{k}. {module.title}", f"{n}. {step.title}"], step.id.replace("/", "-")
            if step.kind != "assessment":
                found.append((names, id, step.questions))
                continue
            for i, theme in enumerate(course.modules, 1):
                drawn = [question for question in step.questions if _theme(question, course) == theme]
                found.append(([*names, f"{i}. {theme.title}"], f"{id}-{theme.id}", drawn))
    return [category for category in found if category[2]]


def _theme(question, course):
    """Return the module of the lesson that a question of the assessment draws from."""
    return course.module_of(course.lesson_of(question).id)


def element(question, course, words, address):
    """Return one question as an element; `address` is that of the language's folder."""

    def rich(tag, text, **attributes):
        return getattr(E, tag)(E.text(etree.CDATA(text) if text else ""), format="html", **attributes)

    def shown(text, block=False):
        return to_html(text, question.page_id, address, block)

    lesson = course.lesson_of(question) or course.pages[question.page_id]
    reread = html.escape(lesson.title, quote=False)
    link = f'<a href="{html.escape(address + passages.address(question, course))}">{reread}</a>'
    again = f"<p>{words['from_lesson']} {link}</p>"
    blank = question.kind == "blank"
    text = question.text if not blank else question.text.replace(f"[[{question.options[0].text}]]", BLANK)
    node = E.question(
        E.name(E.text(f"{question.id}: {web_outline.beginning(question)}"[:NAME])),
        rich("questiontext", shown(text, block=True)),
        rich("generalfeedback", shown(question.explanation, block=True) + again),
        E.defaultgrade("1"),
        E.penalty("0.3333333"),
        E.hidden("0"),
        E.idnumber(question.id),
        type="shortanswer" if blank else "multichoice",
    )
    if blank:
        node.append(E.usecase("0"))
    else:
        node.append(E.single("true" if question.kind == "single" else "false"))
        node.append(E.shuffleanswers("true"))
        node.append(E.answernumbering("ABCD"))
        node.append(rich("correctfeedback", f"<p>{words['right']}</p>"))
        node.append(rich("partiallycorrectfeedback", f"<p>{words['moodle_partly']}</p>"))
        node.append(rich("incorrectfeedback", f"<p>{words['not_right']}</p>"))
    for option, fraction in zip(question.options, fractions(question), strict=True):
        if blank:
            node.append(E.answer(E.text(option.text), rich("feedback", ""), fraction=fraction, format="plain_text"))
        else:
            node.append(rich("answer", shown(option.text), fraction=fraction))
            node[-1].append(rich("feedback", shown(option.reason)))
    node.append(E.tags(*(E.tag(E.text(name)) for name in (question.level, lesson.id))))
    return node


def fractions(question):
    """Return what each option earns, in percent, as Moodle writes the few values that it takes."""
    right = sum(option.right for option in question.options)
    share = f"{100 / right:.5f}".rstrip("0").rstrip(".")
    wrong = "-100" if question.kind == "multiple" else "0"
    return [share if option.right else wrong for option in question.options]


def to_html(text, page_id, address, block=False):
    """Return Markdown of the page `page_id` as HTML, with its links made whole; `block` keeps its paragraphs."""
    folder = posixpath.dirname(page_id)

    def whole(match):
        path = posixpath.normpath(posixpath.join(folder, match[2])).removesuffix(".md")
        return f"{match[1]}{address}{path}.html{match[3] or ''})"

    found = markdown.markdown(question_html.LINK.sub(whole, text), extensions=["attr_list"])
    return found if block else found.removeprefix("<p>").removesuffix("</p>")
