"""The course as a book to be printed, one PDF a language: modules and lessons in order as they print from their pages,
their questions without answers, and the answers with their reasons at the end. Made from the built pages.

Links inside the book lead to its own places, all others to where the course is published.
"""

import posixpath
import re

from lxml import html as lxml_html
from markupsafe import Markup

from course import ROOT, VERSION, browser, printing, question_html, templates

STYLE = ROOT / "overrides" / "assets" / "css" / "book.css"
# What a page has for the screen, or what stands elsewhere in the book.
SCREEN = ["bar", "recall", "steps", "answer-back", "neighbours", "actions", "skip"]
# Pages after the answers.
APPENDIX = ["glossary"]
HEADINGS = [f"h{level}" for level in range(1, 7)]
REFERENCES = ("id", "for", "aria-labelledby", "aria-describedby", "aria-controls")
LOCAL = re.compile(r"url\(#([^)]+)\)")


def file_name(whole, language):
    """Return the name of a language's book, such as `tous-clients-0.4.0-fr.pdf`."""
    return f"{whole.company['course']['id']}-{VERSION}-{language}.pdf"


def package(builds, target):
    """Print the book of every language into the folder `target`; yield `(file name, what it holds)` of each. Ends with
    a sentence if no browser can be had."""
    browser.ensure()  # before the time that a build takes
    built = builds.site()
    with printing.started() as (launched, stop):
        for language in built.whole.courses:
            file = target / file_name(built.whole, language)
            write(launched, built, language, file, stop)
            yield file.name, f"{printing.pages_of(file)} page(s)"


def write(launched, built, language, file, stop=lambda: None):
    """Print the book of a language into `file` with a browser; `stop` is called between prints."""
    book = Book(built, language)
    path = f"{language}/book.html"
    known = {f"{language}/book.css": STYLE.read_text(encoding="utf-8")}
    numbers = {}
    # The second time with the pages that the first one gave: Chromium cannot write them in a table of contents itself.
    for _ in range(2):
        stop()
        known[path] = book.html(numbers)
        with printing.sheet(launched, built.folder, built.address, known) as page:
            page.goto(built.address + path)
            file.write_bytes(page.pdf(**printing.PDF))
        numbers = printing.places(file)
    stop()


def anchor(id, fragment=""):
    """Return the id that a page has in the book, or a place of it."""
    return "--".join(filter(None, [id.replace("/", "-"), fragment]))


class Book:
    """The pages of a course, made parts of one page."""

    def __init__(self, built, language):
        self.built, self.language = built, language
        self.course, words = built.whole.courses[language], built.whole.strings[language]
        self.env = templates.environment(
            t=templates.speaker(words), duration=lambda minutes: templates.duration(words, minutes)
        )
        chapters = [each for module in self.course.modules for each in (module.page, *module.steps)]
        self.pages = {page.id: page for page in [*chapters, *(self.course.pages[id] for id in APPENDIX)]}
        self.answers = {}
        self.parts = {id: self._part(page) for id, page in self.pages.items()}

    def html(self, numbers):
        """Return the book as HTML; `numbers` are the sheets where its parts begin, by their id, as far as known."""
        files = self.built.files
        names = ("course.css", "case.css", "trainer.css", "handout.css")
        folder = f"{self.built.address}{self.language}/"
        return self.env.get_template("book.html").render(
            company=self.built.whole.company,
            course=self.course,
            language=self.language,
            version=VERSION,
            address=folder + "index.html",
            styles=[*(f"{folder}assets/{files[name].name}" for name in names), f"{folder}book.css"],
            parts=self.parts,
            answers=self.answers,
            appendix=[self.pages[id] for id in APPENDIX],
            anchor=anchor,
            numbers=numbers,
        )

    def _part(self, page):
        """Return a page's article as a part of the book."""
        text = (self.built.folder / self.language / page.url).read_text(encoding="utf-8")
        article = lxml_html.document_fromstring(text.encode(), parser=lxml_html.HTMLParser(encoding="utf-8")).find(
            ".//article"
        )
        for name in SCREEN:
            for element in article.find_class(name):
                element.drop_tree()
        for n, element in enumerate(article.find_class("question"), 1):
            self._to_paper(element, n, page)
        deeper = page.kind not in ("module", "page")
        for element in article.iter(lxml_html.etree.Element):
            if deeper and element.tag in HEADINGS[:-1]:
                element.tag = HEADINGS[HEADINGS.index(element.tag) + 1]
            element.attrib.pop("tabindex", None)
            for name, value in element.attrib.items():
                if name in REFERENCES:
                    element.set(name, " ".join(anchor(page.id, id) for id in value.split()))
                elif name == "href":
                    element.set(name, self._address(value, page, element.tag == "a"))
                elif "url(#" in value:
                    element.set(name, LOCAL.sub(lambda match: f"url(#{anchor(page.id, match[1])})", value))
        article.set("id", anchor(page.id))
        return Markup(lxml_html.tostring(article, encoding="unicode"))

    def _to_paper(self, element, number, page):
        """Put a question to be answered on paper in place of one of the screen, and keep its answer."""
        question = self.course.questions[element.get("data-question")]
        rendered = question_html.from_ours(element)
        known = {
            "question": question,
            "rendered": rendered,
            "place": number,
            "letters": "ABCDEFGH"[: len(rendered.options)],
        }
        paper = self.env.get_template("partials/question-paper.html").render(known)
        element.getparent().replace(element, lxml_html.fragment_fromstring(paper))
        answer = self.env.get_template("partials/question-answer.html").render(known)
        self.answers.setdefault(page.id, []).append(Markup(answer))

    def _address(self, href, page, followed):
        """Return where a link of a page leads from the book."""
        if href.startswith("#"):
            return f"#{anchor(page.id, href[1:])}"
        if not followed or re.match(r"[a-z]+:", href):
            return href
        path, _, fragment = href.partition("#")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.url), path))
        id = path.removesuffix(".html")
        if id in self.pages:
            return f"#{anchor(id, fragment)}"
        place = f"#{fragment}" if fragment else ""
        return f"{self.built.address}{posixpath.normpath(posixpath.join(self.language, path))}{place}"
