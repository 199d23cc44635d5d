"""What a first lesson costs more in a course of ten times the lessons. Nothing is built: only the menu and the outline
grow on the page of a lesson, and both are written here from a course that is made larger in memory."""

import gzip
from dataclasses import replace
from itertools import count

from course import outline, paths, templates, web_outline

# How a course may grow: how many times its modules, and the steps of each.
SHAPES = {"in ten times the modules": (10, 1), "in three times the modules, each three times as long": (3, 10 / 3)}
SYLLABLES = ["mer", "ci", "ren", "dez", "vous", "clé", "pont", "table", "main", "fil", "port", "sel", "voix", "pas"]


def larger(course, modules, steps):
    """Return a course with so many times the modules, each with so many times the steps, under other names."""
    found, pages, number = [], {}, count(1)
    for turn in range(modules):
        for module in course.modules:
            id = f"{module.id}-{turn}" if turn else module.id
            page = _renamed(module.page, f"{id}/index", next(number)) if turn else module.page
            wanted = round(len(module.steps) * steps)
            made = [
                each if not turn and n < len(module.steps) else _renamed(each, f"{id}/step-{n}", next(number))
                for n in range(wanted)
                for each in [module.steps[n % len(module.steps)]]
                if turn == 0 or each.kind != "assessment"
            ]
            pages |= {each.id: each for each in [page, *made]}
            found.append(outline.Module(id, page, made))
    return outline.Course(course.language, course.pages | pages, found)


def _renamed(page, id, number):
    """Return a page under another id, title and question ids, none of which repeats those of another page."""
    name = " ".join(SYLLABLES[(number * each + each) % len(SYLLABLES)] for each in (1, 3, 5, 7))
    asked = [replace(each, id=f"{each.id[:12]}-{number}-{n}") for n, each in enumerate(page.questions)]
    return replace(page, id=id, meta=page.meta | {"title": f"{name.capitalize()} {number}"}, questions=asked)


def costs(whole, course):
    """Return `{module id: bytes}`: what can grow on the page of a module's first lesson, compressed, for whoever comes
    for the first time: the menu and the outline."""
    words = whole.strings[course.language]
    made = web_outline.files(
        replace(whole, courses={course.language: course}, every=None),
        course,
        paths.of_course(course, {}, whole.company, words),
    )
    env = templates.environment(t=templates.speaker(words))
    env.filters["url"] = lambda url: f"../{url}"
    menu = env.get_template("partials/nav.html")
    found = {}
    for module in course.modules:
        texts = [made[name][1] for name in ("courseOutline", f"courseSteps.{module.id}")]
        texts.append(menu.render(course=course, module=module, me=module.lessons[0]))
        found[module.id] = sum(len(gzip.compress(text.encode(), 6)) for text in texts)
    return found


def extra(whole, language="fr"):
    """Return `{shape: bytes}`: the most that a first lesson of today's modules costs more in a larger course."""
    course = whole.courses[language]
    today = costs(whole, course)
    found = {}
    for shape, times in SHAPES.items():
        then = costs(whole, larger(course, *times))
        found[shape] = max(then[id] - bytes for id, bytes in today.items())
    return found
