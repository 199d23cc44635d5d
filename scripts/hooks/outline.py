"""Gives every page the outline: the course's words, its place, its neighbours, its twins in other languages."""

import json
import posixpath

from markupsafe import Markup
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from course import answer_back, branching, editions, figures, legal, make, outline, paths, slots, templates, values
from course.problems import CourseError

TEMPLATES = {
    "lesson": "lesson.html",
    "module": "module.html",
    "check": "step.html",
    "case": "step.html",
    "assessment": "step.html",
    "shelf": "shelf.html",
    "deck": "deck.html",
    **dict.fromkeys(["guide", "workbook", "roles", "key", "vote"], "trainer.html"),
}


@event_priority(100)
def on_config(config):
    """Read the course once a build; stop with every problem found rather than build a page that lost something."""
    edition = editions.asked()
    try:
        whole = outline.handed_over() or edition.cut(outline.load(twins=not config.extra.get("quick")))
    except CourseError as error:
        raise Abort(f"The course cannot be built:\n{error}") from None
    language = config.theme["language"]
    course, words = whole.courses[language], whole.strings[language]
    config.site_name = whole.company["course"]["title"][language]
    address = make.address_of(whole.company)
    config.site_url = f"{address}{language}/" if edition.published else ""
    config.nav = editions.nav(config.nav, edition)
    ways = paths.of_course(course, whole.paths, whole.company, words)
    config.extra.update(outline=whole, course=course, words=words, address=address, paths=ways, edition=edition)
    filled = slots.fill(whole.slots, whole.company, language)
    config.mdx_configs["course.markdown_blocks"] = {
        "language": language,
        "strings": words,
        "slots": filled,
        "values": values.of_course(whole, course),
        "legal": legal.notice(whole.company, whole.sources, words, language),
        "places": branching.places(course),
    }
    config.mdx_configs["footnotes"] = {"BACKLINK_TITLE": words["back_to_text"] + " ({})", "SEPARATOR": "-"}
    # One sitemap and one 404 page serve all languages; they are written beside the languages' folders.
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    return config


@event_priority(100)
def on_files(files, config):
    """Take out the files of what the edition lacks: pages, and what stands in their folders."""
    for file in list(files):
        if not config.extra["edition"].has(file.src_uri):
            files.remove(file)
    return files


def on_page_read_source(page, config):
    """Give MkDocs the page as we read it: it takes a « no » or a day of the front matter for something else, and where
    a day does not exist it publishes the front matter as text."""
    me = config.extra["course"].page_of(page.file)
    return f"---\n{json.dumps(me.meta, ensure_ascii=False)}\n---\n{me.body}"


def on_env(env, config, files):
    """Give templates the interface's words as `t` and what the whole course shares."""
    env.globals.update(
        t=templates.speaker(config.extra["words"]),
        duration=lambda minutes: templates.duration(config.extra["words"], minutes),
        other=lambda code, key: config.extra["outline"].strings[code][key],
        figure=lambda name: Markup(figures.drawing(name, config.theme["language"])),
        course=config.extra["course"],
        paths=config.extra["paths"],
        company=config.extra["outline"].company,
        language=config.theme["language"],
    )
    # What people write in company.yml and front matter is text; only what Markdown made is markup.
    env.autoescape = True
    env.trim_blocks = env.lstrip_blocks = True
    return env


def on_page_context(context, page, config, nav):
    """Add the page's own part: its kind, its place, what comes before and after, and its address in each language."""
    whole, course = config.extra["outline"], config.extra["course"]
    me = course.page_of(page.file)
    module, k, lesson, i = course.place_of(me.id)
    path, here = course.path, course.position.get(me.id)
    base = posixpath.dirname(page.file.url) or "."
    context.update(
        me=me,
        module=module,
        module_number=k,
        lesson=lesson,
        lesson_number=i,
        answer_back=answer_back.links(whole.company, me, config.extra["address"], config.extra["words"]),
        before=path[here - 1] if here else None,
        after=path[here + 1] if here is not None and here + 1 < len(path) else None,
        twins=[
            {
                "language": code,
                "url": posixpath.relpath(posixpath.join("..", code, page.file.url), base),
                "address": f"{config.extra['address']}{code}/{page.file.url}",
            }
            for code in whole.courses
        ],
    )
    return context


def on_page_markdown(markdown, page, config, files):
    """Let a page's kind choose its template, unless its front matter does."""
    kind = config.extra["course"].page_of(page.file).kind
    if kind in TEMPLATES:
        page.meta.setdefault("template", TEMPLATES[kind])
    return markdown
