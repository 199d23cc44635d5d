"""Lists that pages ask for with `<!-- list: NAME -->`, as HTML or Markdown. Each function takes the outline, the course
of the page's language, the interface's words, and the page.
"""

import html
import posixpath

from markupsafe import Markup, escape

from course import VERSION, changes, statements

ITEM = Markup('<li data-plan="{}"><blockquote><p>{}</p></blockquote><p class="quiet small">{}</p></li>')


def plans(whole, course, words, page):
    """Return the if-then plans of all lessons."""
    items = [
        ITEM.format(lesson.id, block.text.strip(), _link(page, lesson))
        for lesson in course.lessons
        for block in lesson.blocks_of("plan")
    ]
    return Markup('<ul class="plans">{}</ul>').format(Markup("").join(items))


def self_diagnosis(whole, course, words, page):
    """Return the statements of the self-diagnosis by circle, each with the lesson that it suggests."""
    parts = []
    for circle in statements.CIRCLES:
        items = Markup("").join(
            Markup('<li data-statement="{}" data-url="{}" data-lesson="{}">{}</li>').format(
                entry["id"], _address(page, course.pages[entry["lesson"]]), course.pages[entry["lesson"]].title,
                entry[course.language],
            )
            for entry in whole.statements
            if entry["circle"] == circle
        )  # fmt: skip
        title = words[f"circle_{circle}"]
        parts.append(Markup('<p><strong>{}</strong></p><ul class="statements">{}</ul>').format(title, items))
    return Markup('<div class="circles">{}</div>').format(Markup("").join(parts))


def pocket_phrases(whole, course, words, page):
    """Return the pocket phrases by situation, the page's language first and the others beside it."""
    languages = [course.language, *(code for code in whole.company["languages"] if code != course.language)]
    sections = []
    for entry in whole.phrases:
        rows = Markup("").join(
            Markup("<li>{}</li>").format(
                Markup("").join(
                    Markup('<p class="phrase" lang="{}">{}</p>').format(code, phrase[code]) for code in languages
                )
            )
            for phrase in entry["phrases"]
        )
        names = [entry[code] for code in languages]
        other = Markup("").join(
            Markup(' <span lang="{}" class="quiet">{}</span>').format(code, name)
            for code, name in zip(languages[1:], names[1:], strict=True)
        )
        lessons = Markup(", ").join(_link(page, course.pages[id]) for id in entry["lessons"])
        head = Markup('<h2 id="{}">{}{}</h2>').format(entry["id"], names[0], other)
        learn = Markup('<p class="quiet small">{}{} {}</p>').format(words["phrases_lesson"], words["colon"], lessons)
        sections.append(Markup('<section class="situation">{}<ul>{}</ul>{}</section>').format(head, rows, learn))
    index = Markup("").join(
        Markup('<li><a href="#{}">{}</a></li>').format(entry["id"], entry[course.language]) for entry in whole.phrases
    )
    nav = Markup('<nav class="situations-index" aria-label="{}"><ul>{}</ul></nav>')
    whole_list = Markup('<div class="situations">{}</div>').format(Markup("").join(sections))
    return nav.format(words["phrases_index"], index) + whole_list


def changed(whole, course, words, page):
    """Return what changed in each version since the first certificates, the newest first."""
    versions = changes.by_version(whole.changes)
    if not versions:
        return escape(words["changes_none"].format(first=whole.changes["first"], version=VERSION))
    asked = {question.id: (step, n) for step in course.steps for n, question in enumerate(step.questions, 1)}
    parts = []
    for version, lessons, questions in versions:
        items = [Markup("<li>{}</li>").format(_link(page, course.pages[id])) for id in lessons if id in course.pages]
        for id in questions:
            if id in asked:
                step, n = asked[id]
                told = words["changes_question"].format(n=n, title=step.title)
                items.append(Markup('<li><a href="{}#q-{}">{}</a></li>').format(_address(page, step), id, told))
        title = words["changes_version"].format(version=version)
        parts.append(
            Markup('<section data-version="{}"><h2 id="v{}">{}</h2><ul>{}</ul></section>').format(
                version, version.replace(".", "-"), title, Markup("").join(items)
            )
        )
    return Markup("").join(parts)


def glossary(whole, course, words, page):
    """Return the terms in the language's alphabetical order. One is linked to as `../glossary.md#id`."""
    entries = [(entry["id"], entry[course.language]) for entry in whole.glossary]
    return "\n\n".join(
        f"### {said['term']} {{#{id}}}\n\n{said['definition']}"
        for id, said in sorted(entries, key=lambda entry: entry[1]["term"].casefold())
    )


def ideas(whole, course, words, page):
    """Return each author's ideas, and where each is taught, practised and checked, as definitions: a phone has no room
    for a table."""
    asked = {question.id: step for step in course.steps for question in step.questions}
    parts = []
    for author in dict.fromkeys(idea["author"] for idea in whole.ideas.values()):
        parts.append(f"## {words[f'author_{author}']}")
        for idea in [idea for idea in whole.ideas.values() if idea["author"] == author]:
            text = html.escape(idea[course.language], quote=False)
            lines = [f":   {line}" for line in _where(idea, course, asked, words)]
            parts.append("\n\n".join([text + "\n" + lines[0], *lines[1:]]))
    return "\n\n".join(parts)


def _where(idea, course, asked, words):
    """Return the lines of one idea: its lessons, its practices, its questions, or that its module is to come."""
    if not idea["lessons"]:
        return [f"{words['idea_later']}."]

    def line(key, links):
        return f"{words[f'idea_{key}']}{words['colon']} {', '.join(links)}."

    found = [
        line(key, [f"[{course.pages[id].title}]({id}.md)" for id in idea[key]]) for key in ("lessons", "practices")
    ]
    # As HTML: MkDocs does not know the places of questions, which are written after it looked; our own rule does.
    links = [f'<a href="{asked[id].url}#q-{id}"><code>{id}</code></a>' for id in idea["questions"]]
    return [*found, line("questions", links)]


def _link(page, other):
    """Return a link from a page to another, which says its title."""
    return Markup('<a href="{}">{}</a>').format(_address(page, other), other.title)


def _address(page, other):
    return posixpath.relpath(other.url, posixpath.dirname(page.url) or ".")


LISTS = {
    "plans": plans,
    "statements": self_diagnosis,
    "phrases": pocket_phrases,
    "changes": changed,
    "glossary": glossary,
    "ideas": ideas,
}
