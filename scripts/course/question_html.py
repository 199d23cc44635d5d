"""mkdocs-quiz's markup of a question, read and written again as ours.

Ours works without a script (each reason opens in place), carries ids that are the same in both languages wherever the
question stands, and is what `questions.js` answers. A golden test pins the markup that is read here (mkdocs-quiz 1.7).
"""

import posixpath
import re
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html
from markupsafe import Markup

from course import passages, questions, templates
from course.problems import CourseError, Problem

QUIZ = re.compile(r'<div class="quiz[ "].*?<section class="content hidden">.*?</section>\s*</div>', re.DOTALL)
# What mkdocs-quiz leaves at the end of a page: its progress bar where the theme is Material, else its scripts alone.
TAIL = re.compile(
    r'(?:<div id="quiz-progress-sidebar"|<script type="text/javascript">\s*window\.mkdocsQuiz).*\Z', re.DOTALL
)
BLOCK = re.compile(r"<(?:blockquote|div|dl|h[1-6]|hr|ol|p|pre|table|ul)\b")
LINK = re.compile(r"(\]\()([^)\s:#]+\.md)(#[^)]*)?\)")


@dataclass
class Rendered:
    """A question as HTML: `text` and `explanation` are blocks; each option is `(html, reason html, right)`."""

    id: str
    text: Markup
    options: list
    explanation: Markup


def move_links(question, page_id):
    """Return a question's source with its relative links made right for the page `page_id`, where it is asked again."""
    return move(question.source, question.page_id, page_id)


def move(source, from_id, page_id):
    """Return Markdown of the page `from_id` with its relative links made right for the page `page_id`."""
    here, there = posixpath.dirname(page_id) or ".", posixpath.dirname(from_id)

    def moved(match):
        target = posixpath.normpath(posixpath.join(there, match[2]))
        return f"{match[1]}{posixpath.relpath(target, here)}{match[3] or ''})"

    return LINK.sub(moved, source)


def read(markup):
    """Return the `Rendered` question of one `<div class="quiz">` as mkdocs-quiz writes it."""
    root = lxml_html.fragment_fromstring(markup)
    stem = root.find_class("quiz-question")[0]
    found = questions.HEADER_ID.search(etree.tostring(stem, encoding="unicode"))
    for comment in list(stem.iter(etree.Comment)):
        comment.drop_tree()
    for empty in [p for p in stem.findall("p") if not len(p) and not (p.text or "").strip()]:
        empty.drop_tree()
    options = []
    for control in root.iter("input"):
        if control.get("type") == "text":
            options.append((None, None, control.get("data-answer")))
            blank = etree.Element("course-blank")
            blank.tail = control.tail
            control.getparent().replace(control, blank)
            continue
        row = control.getparent()
        reason = row.find_class("answer-feedback")
        options.append(
            (_inner(row.find("label")), _inner(reason[0]) if reason else "", control.get("data-correct") == "true")
        )
    return Rendered(found[1] if found else "", _inner(stem), options, _inner(root.find_class("content")[0]))


def _shows(part):
    """Tell whether a reader sees something of a piece of markup."""
    found = lxml_html.fragment_fromstring(part, "div")
    return bool(found.text_content().strip()) or any(found.iter("img", "course-blank"))


def _inner(element):
    """Return what stands inside an element, as markup."""
    parts = [Markup.escape(element.text or "")]
    parts += [Markup(lxml_html.tostring(child, encoding="unicode")) for child in element]
    return Markup("").join(parts).strip()


# The template of a question on a trainer's page, by the page's kind; any other is answered on screen.
FORMS = {"deck": "-vote", "vote": "-vote", "guide": "-answer", "key": "-answer", "workbook": "-paper"}


class Renderer:
    """Writes the questions of pages of one language with the templates `overrides/partials/question*.html`."""

    def __init__(self, outline, course, words):
        self.outline, self.course = outline, course
        self.environment = templates.environment(t=templates.speaker(words))
        self.template = self._form(None)

    def _form(self, kind):
        """Return the template of questions on a page of this kind."""
        return self.environment.get_template(f"partials/question{FORMS.get(kind, '')}.html")

    def page(self, html, page, total=None):
        """Return `(html, recalled)`: a page's HTML with its questions in our markup, and the recalled one apart.

        `total` is how many it shows, where that is not how many it holds: a trainer's page shows those of lessons.
        """
        html = TAIL.sub("", html)
        total, seen, recalled = len(page.questions) if total is None else total, 0, None
        self.template = self._form(page.kind)

        def write(match):
            nonlocal seen, recalled
            rendered = read(match[0])
            if rendered.id == page.recall:
                recalled = Markup(self.question(rendered, None, None))
                return ""
            seen += 1
            return self.question(rendered, seen, total)

        html = QUIZ.sub(write, html)
        if seen != total or 'class="quiz' in html or "MKDOCS_QUIZ" in html:
            message = f"{total} questions were read and {seen} rendered; mkdocs-quiz did not understand one of them"
            raise CourseError([Problem(page.shown, 0, message)])
        return html, recalled

    def place(self, question):
        """Return the number of a question on the page that holds it, from 1."""
        return [each.id for each in self.course.pages[question.page_id].questions].index(question.id) + 1

    def question(self, rendered, number, total):
        """Return one question as HTML; a recalled one has no number and its controls other ids."""
        question = self.course.questions[rendered.id]
        if [option.right for option in question.options] != [bool(right) for _, _, right in rendered.options]:
            message = (
                "mkdocs-quiz reads other options here than those that were written; write the question more simply"
            )
            raise CourseError([Problem(question.path, question.line, message)])
        parts = [part for text, reason, _ in rendered.options if text is not None for part in (text, reason)]
        if any(map(BLOCK.search, parts)) or not all(map(_shows, [rendered.text, *parts])):
            message = "this question, or an option or a reason of it, shows no line of text; write it more simply"
            raise CourseError([Problem(question.path, question.line, message)])
        lesson = self.course.lesson_of(question)
        letters = "ABCDEFGH"[: len(rendered.options)]
        return self.template.render(
            question=question,
            rendered=rendered,
            letters=letters,
            number=number,
            total=total,
            place=self.place(question),
            prefix=rendered.id if number else f"again-{rendered.id}",
            hash=self.outline.fingerprint(rendered.id),
            lesson=lesson,
            lesson_url=lesson
            and posixpath.relpath(passages.address(question, self.course), posixpath.dirname(question.page_id)),
        )


def from_ours(element):
    """Return the `Rendered` question of an element that `partials/question.html` wrote."""
    stem = element.find_class("stem")[0]
    for field in list(stem.iter("input")):
        blank = etree.Element("course-blank")
        blank.tail = field.tail
        field.getparent().replace(field, blank)
    options = []
    for option in element.find_class("option"):
        reason = option.find_class("why")[0]
        for verdict in reason.find_class("verdict"):
            verdict.drop_tree()
        [paragraph] = reason.findall("p")
        [control] = option.iter("input")
        right = "data-right" in control.attrib
        control.drop_tree()
        options.append((_inner(option.find("label")), _inner(paragraph), right))
    last = [each for each in element.find_class("reason") if each.getparent().get("class") != "option"]
    explanation = _inner(last[0].find_class("why")[0]) if last else Markup("")
    if element.get("data-kind") == "blank":
        word = last[0].find(".//strong")
        options.append((None, None, word.text_content()))
        explanation = Markup(explanation.split("</p>", 1)[1])  # the word stands before it
    return Rendered(element.get("data-question"), _inner(stem), options, explanation)
