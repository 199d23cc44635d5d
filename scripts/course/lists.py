"""Lists that pages ask for with `<!-- list: NAME -->`, as HTML. Each function takes the outline, the course of the
page's language, the interface's words, and `link`, which makes of an address in the language's folder one from where
the page stands.
"""

from markupsafe import Markup, escape

from course import VERSION, changes, statements

ITEM = Markup(
    '<li data-plan="{}"><blockquote><p>{}</p></blockquote><p class="quiet small"><a href="{}">{}</a></p></li>'
)


def plans(whole, course, words, link):
    """Return the if-then plans of all lessons."""
    items = [
        ITEM.format(lesson.id, block.text.strip(), link(lesson.url), lesson.title)
        for lesson in course.lessons
        for block in lesson.blocks
        if block.name == "plan"
    ]
    return Markup('<ul class="plans">{}</ul>').format(Markup("").join(items))


def self_diagnosis(whole, course, words, link):
    """Return the statements of the self-diagnosis by circle, each with the lesson that it suggests."""
    parts = []
    for circle in statements.CIRCLES:
        items = Markup("").join(
            Markup('<li data-statement="{}" data-url="{}" data-lesson="{}">{}</li>').format(
                entry["id"], link(course.pages[entry["lesson"]].url), course.pages[entry["lesson"]].title,
                entry[course.language],
            )
            for entry in whole.statements
            if entry["circle"] == circle
        )  # fmt: skip
        title = words[f"circle_{circle}"]
        parts.append(Markup('<p><strong>{}</strong></p><ul class="statements">{}</ul>').format(title, items))
    return Markup('<div class="circles">{}</div>').format(Markup("").join(parts))


def pocket_phrases(whole, course, words, link):
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
        lessons = Markup(", ").join(
            Markup('<a href="{}">{}</a>').format(link(course.pages[id].url), course.pages[id].title)
            for id in entry["lessons"]
        )
        head = Markup('<h2 id="{}">{}{}</h2>').format(entry["id"], names[0], other)
        learn = Markup('<p class="quiet small">{}{} {}</p>').format(words["phrases_lesson"], words["colon"], lessons)
        sections.append(Markup('<section class="situation">{}<ul>{}</ul>{}</section>').format(head, rows, learn))
    index = Markup("").join(
        Markup('<li><a href="#{}">{}</a></li>').format(entry["id"], entry[course.language]) for entry in whole.phrases
    )
    nav = Markup('<nav class="situations-index" aria-label="{}"><ul>{}</ul></nav>')
    whole_list = Markup('<div class="situations">{}</div>').format(Markup("").join(sections))
    return nav.format(words["phrases_index"], index) + whole_list


def changed(whole, course, words, link):
    """Return what changed in each version since the first certificates, the newest first."""
    versions = changes.by_version(whole.changes)
    if not versions:
        return escape(words["changes_none"].format(first=whole.changes["first"], version=VERSION))
    asked = {question.id: (step, n) for step in course.steps for n, question in enumerate(step.questions, 1)}
    parts = []
    for version, lessons, questions in versions:
        items = [Markup('<li><a href="{}">{}</a></li>').format(link(course.pages[id].url), course.pages[id].title)
                 for id in lessons if id in course.pages]  # fmt: skip
        items += [
            Markup('<li><a href="{}#q-{}">{}</a></li>').format(
                link(asked[id][0].url), id, words["changes_question"].format(n=asked[id][1], title=asked[id][0].title)
            )
            for id in questions
            if id in asked
        ]
        title = words["changes_version"].format(version=version)
        parts.append(
            Markup('<section data-version="{}"><h2 id="v{}">{}</h2><ul>{}</ul></section>').format(
                version, version.replace(".", "-"), title, Markup("").join(items)
            )
        )
    return Markup("").join(parts)


LISTS = {"plans": plans, "statements": self_diagnosis, "phrases": pocket_phrases, "changes": changed}
