"""Pages: each can be found, has its twin, is in its language, and is whole."""

import functools
import itertools
import re
from collections import deque

from py3langid import langid

from course.proofreading import model
from course.proofreading.registry import rule

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Fewer words than this in a page's own text, titles apart, is a page that somebody meant to write.
THIN = 25
# Letters below which a language is a guess: of a whole passage, and of what is left of it without names.
ENOUGH, ENOUGH_LEFT = 60, 40
# A capital within a sentence begins a name, which is in no language.
NAME = re.compile(r"(?<=[^.!?…:»”] )[A-ZÀ-Þ][\w’-]*(?: (?:du|de|des|la|le|of|the|and|et|à|d’|l’)* ?[A-ZÀ-Þ][\w’-]*)*")
# What a camera, a telephone or a program calls a picture.
FILE_LIKE = re.compile(
    r"(?:image|photo|picture|figure|img)\W*\d*|\S+\.(?:png|jpe?g|svg|webp|gif)|(?:img|dsc[nf]?|pxl|p)[_-]?\d{3,}\S*"
    r"|(?:screen ?shot|capture d[’']écran|capture)(?:[\s\u00a0,]+(?:(?:at|le|from|du|à|de) )?\d.*)?",
    re.IGNORECASE,
)


@rule("pages")
def unreachable_page(site):
    """Every page is reached from its language's home page by the navigation: menus, lists of lessons, next page."""
    for language in site.languages:
        start = f"{language}/index.html"
        seen, waiting = {start}, deque([start])
        while waiting:
            page = site.pages.get(waiting.popleft())
            for link in page.links_of("a[href]") if page else ():
                path = link.target.path
                own = link.target.kind == "internal" and path.startswith(f"{language}/")
                if own and path not in seen and any(up.tag == "nav" for up in link.element.iterancestors()):
                    seen.add(path)
                    waiting.append(path)
        for page in site.course_pages:
            if page.language == language and page.path not in seen:
                yield page, "no menu leads here; add the page to nav in mkdocs.yml"


@rule("pages")
def missing_twin(site):
    """Every page exists in every language, under the same name."""
    for page in site.course_pages:
        for language, twin in page.twins.items():
            if twin is None:
                yield page, f"the page has no twin; write docs/{language}/{page.name.removesuffix('.html')}.md"


@rule("pages")
def twin_headings(site):
    """A page and its twins have the same headings: as many, of the same levels, in the same order."""
    for page, twin in _twins(site):
        mine, theirs = ([_level(element) for element in _headings(one)] for one in (page, twin))
        if mine != theirs:
            at = next((n for n, pair in enumerate(zip(mine, theirs, strict=False)) if pair[0] != pair[1]), None)
            at = min(len(mine), len(theirs)) if at is None else at
            words = _text(_headings(page)[at]) if at < len(mine) else ""
            told = f"'{words}'" if words else "the end"
            yield (
                page.at(words),
                f"heading {at + 1} ({told}) has no match of its level in {twin.path}: {mine} here, {theirs} there",
            )


@rule("pages")
def twin_questions(site):
    """A page and its twins ask the same questions, by id and in order, with the same right answers."""
    for page, twin in _twins(site):
        mine, theirs = _questions(page), _questions(twin)
        if [id for id, *_ in mine] != [id for id, *_ in theirs]:
            yield page, f"asks {_list(mine)}; its twin {twin.path} asks {_list(theirs)}"
        else:
            for (id, kind, key), (_, other_kind, other_key) in zip(mine, theirs, strict=True):
                if (kind, key) != (other_kind, other_key):
                    yield (
                        page.at(f"id: {id};"),
                        f"'{id}' is {kind} with {key} right; in {twin.path} it is {other_kind} with {other_key}",
                    )


@rule("pages")
def wrong_language(site):
    """A page is in the language that it says, and so is each of its paragraphs; what is not says so with lang."""
    for page in site.course_pages:
        if page.lang.partition("-")[0].lower() != page.language:
            yield page, f'the page says lang="{page.lang}"; it stands in {page.language}/'
    names = set(site.languages)
    for passage in site.passages:
        said = passage.language.partition("-")[0]
        if passage.kind == "@aria-label":
            continue  # it may name a work in its own language, and an attribute cannot say so
        if said in names and _letters(passage.text) >= ENOUGH:
            text = NAME.sub(" ", passage.text)
            found = _detector().classify(text)[0] if _letters(text) >= ENOUGH_LEFT else said
            if found != said:
                yield (
                    passage,
                    f"this reads as '{found}' in a text that says '{said}'; translate it, or mark it with lang",
                )


@rule("pages")
def duplicate_id(site):
    """An id stands once in a page: a link to it, and what a label names, would find only the first."""
    for page in site.pages.values():
        for id, times in page.ids.items():
            if times > 1:
                yield (
                    page.at(f'"{id}"'),
                    f"#{id} stands {times} times; rename one (for a heading: other words, or {{ #another-id }})",
                )


@rule("pages")
def heading_jump(site):
    """Headings go down one level at a time: readers who move by headings would look for the one left out."""
    for page in site.pages.values():
        before = 0
        for element in _headings(page):
            level = _level(element)
            if level > before + 1 and before:
                yield (
                    page.at(_text(element)),
                    f"'{_text(element)}' is a heading of level {level} after one of level {before}; use {before + 1}",
                )
            before = level


@rule("pages")
def one_title(site):
    """A page has one heading of level 1, its title, and begins with it."""
    for page in site.pages.values():
        levels = [_level(element) for element in _headings(page)]
        if levels.count(1) != 1:
            words = [_text(element) for element in _headings(page) if _level(element) == 1]
            yield (
                page.at(words[1] if words[1:] else ""),
                f"{levels.count(1)} headings of level 1; a page has one, from its title in the front matter",
            )
        elif levels[0] != 1:
            yield page.at(_text(_headings(page)[0])), f"'{_text(_headings(page)[0])}' stands before the page's title"


@rule("pages")
def empty_heading(site):
    """A heading has words: those who move by headings would hear nothing."""
    for page in site.pages.values():
        for element in _headings(page):
            if not model.name_of(element, page):
                yield (
                    page.at("#" * _level(element)),
                    f"an empty heading of level {_level(element)}; write it or delete it",
                )


@rule("pages")
def renamed_heading(site):
    """A heading's words are no other's in its page: the second's id, such as words_1, changes when the first goes."""
    for page in site.pages.values():
        for element in _headings(page):
            if re.search(r"_\d+$", id := element.get("id", "")):
                told = f"'{_text(element)}' got #{id}, as #{id.rpartition('_')[0]} is taken; write other words"
                yield page.at(_text(element)), told


@rule("pages")
def fake_heading(site):
    """What heads a part of a page is a heading, with its #, and no paragraph in bold: menus and readers jump to those.

    Within a block, such as a practice, bold words may label a part.
    """
    for page in site.course_pages:
        for element in page.main.iter("p"):
            if not _only_bold(element) or not _text(element)[-1:].isalnum():
                continue
            inside = itertools.takewhile(lambda up: up.tag not in ("article", "main", "body"), element.iterancestors())
            if all(up.tag == "div" and up.get("class") == "text" for up in inside):
                yield page.at(_text(element)), f"'{_text(element)}' in bold stands as a heading; write ## before it"


@rule("pages")
def missing_alternative(site):
    """A picture says in words what it shows, or says that it only decorates (an empty alt, aria-hidden)."""
    pictures = "//img | //input[@type='image'] | //svg | //*[@role='img'] | //iframe | //object | //video | //audio"
    for page in site.pages.values():
        for element in page.tree.xpath(pictures):
            if _hidden(element) or (element.tag == "svg" and element.getparent().tag in ("button", "a")):
                continue  # what a link or a button needs is a name, by another rule
            alt = element.get("alt")
            if element.tag == "svg" and element.get("role") in ("none", "presentation"):
                continue
            if element.tag in ("img", "input"):
                if alt is None and not element.get("aria-label"):
                    yield (
                        page.at(model.sign_of(element)),
                        f"{_shown(element)} has no alternative; write what it shows between the brackets",
                    )
                elif alt and FILE_LIKE.fullmatch(alt):
                    yield page.at(alt), f"{_shown(element)}: '{alt}' names the file, not what it shows"
            elif not (model.name_of(element, page) if element.tag != "svg" else _svg_name(element, page)):
                yield (
                    page.at(model.sign_of(element)),
                    f"{_shown(element)} has no name; give it a title, or aria-hidden if it only decorates",
                )


@rule("pages")
def thin_page(site):
    """A page says something beyond its titles."""
    for page in site.course_pages:
        words = sum(_words(element) for element in page.main.iter("p", "li", "dd", "td", "blockquote", "summary"))
        if words < THIN:
            yield page, f"{words} words beyond its titles; write the page, or take it out of nav in mkdocs.yml"


@rule("pages")
def repeated_title(site):
    """No two pages of one language have the same title, heading or description: a list of tabs or of results would show
    them alike."""
    for name, path in (
        ("title", "//head/title/text()"),
        ("main heading", "//h1"),
        ("description", "//meta[@name='description']/@content"),
    ):
        seen = {}
        for page in site.course_pages:
            for found in page.tree.xpath(path)[:1]:
                text = " ".join((found if isinstance(found, str) else found.text_content()).split())
                first = seen.setdefault((page.language, text), page)
                if first is not page:
                    yield page, f"the {name} '{text}' is that of {first.path} too; say what only this page has"


@rule("pages")
def missing_title(site):
    """Every page has a title and a description, which is what a list of results shows."""
    for page in site.pages.values():
        for name, path in (
            ("title", "string(//head/title)"),
            ("description", "string(//meta[@name='description']/@content)"),
        ):
            if page.path != "404.html" and not page.tree.xpath(path).strip():
                yield page, f"the page has no {name}; write it in the front matter"


@rule("pages")
def noindex(site):
    """Search engines may list every page: noindex, left from a draft, would hide it."""
    for page in site.course_pages:
        for meta in page.tree.iter("meta"):
            content = meta.get("content", "") if meta.get("name", "").lower() in ("robots", "googlebot") else ""
            if {"noindex", "none"} & {word.strip().lower() for word in content.split(",")}:
                yield page, f"robots are told '{content}'; take it out"


@functools.cache
def _detector():
    """Return py3langid, told that there are only our two languages."""
    langid.set_languages(["fr", "en"])
    return langid


def _letters(text):
    return sum(map(str.isalpha, text))


def _twins(site):
    """Yield each page of the first language with each of its twins."""
    for page in site.course_pages:
        if page.language == site.languages[0]:
            yield from ((page, twin) for twin in page.twins.values() if twin)


def _headings(page):
    return list(page.main.iter(*HEADINGS)) or list(page.tree.iter(*HEADINGS))


def _only_bold(element):
    """Whether a paragraph holds bold words and nothing else."""
    rest = [element.text, *(child.tail for child in element)]
    return len(element) == 1 and element[0].tag in ("strong", "b") and not any((part or "").strip() for part in rest)


def _level(element):
    return int(element.tag[1])


def _text(element):
    return " ".join(element.text_content().split())


def _words(element):
    """Count the words of an element that are not counted with an element inside it."""
    parts = [element.text, *(part for child in element if child.tag != "p" for part in child.itertext())]
    parts += [child.tail for child in element]
    return sum(len((part or "").split()) for part in parts)


def _questions(page):
    """Return `(id, kind, positions of right options)` of each question of a page."""
    return [
        (
            question.get("data-question"),
            question.get("data-kind", ""),
            [n for n, control in enumerate(question.iter("input")) if "data-right" in control.attrib],
        )
        for question in page.tree.xpath("//*[@data-question]")
    ]


def _list(questions):
    return ", ".join(id for id, *_ in questions) or "nothing"


def _hidden(element):
    return any(up.get("aria-hidden") == "true" or "hidden" in up.attrib for up in (element, *element.iterancestors()))


def _svg_name(element, page):
    if element.get("aria-labelledby") or element.get("aria-label"):
        return model.name_of(element, page)
    return next((child.text for child in element if child.tag == "title"), "")


def _shown(element):
    """Return an element as an author recognizes it."""
    for name in ("src", "data", "id", "class"):
        if element.get(name):
            return f'<{element.tag} {name}="{element.get(name)[:60]}">'
    return f"<{element.tag}>"
