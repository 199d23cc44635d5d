"""The list of ideas from one data file: where each one is taught, practised and checked."""

import html

from mkdocs.plugins import event_priority

LIST = "<!-- list: ideas -->"


@event_priority(80)
def on_page_markdown(markdown, page, config, files):
    """Fill in each author's ideas where the page asks for them, as definitions: a phone has no room for a table."""
    if LIST not in markdown:
        return markdown
    ideas, course, words = config.extra["outline"].ideas, config.extra["course"], config.extra["words"]
    asked = {question.id: step for step in course.steps for question in step.questions}
    parts = []
    for author in dict.fromkeys(idea["author"] for idea in ideas.values()):
        parts.append(f"## {words[f'author_{author}']}")
        for idea in [idea for idea in ideas.values() if idea["author"] == author]:
            text = html.escape(idea[config.theme["language"]], quote=False)
            lines = [f":   {line}" for line in _where(idea, course, asked, words)]
            parts.append("\n\n".join([text + "\n" + lines[0], *lines[1:]]))
    return markdown.replace(LIST, "\n\n".join(parts))


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
