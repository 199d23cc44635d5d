"""The glossary page from one data file. A term is linked to as `../glossary.md#id`, which MkDocs checks."""

from mkdocs.plugins import event_priority

LIST = "<!-- list: glossary -->"


@event_priority(80)
def on_page_markdown(markdown, page, config, files):
    """Fill in the list where the page asks for it, in the language's alphabetical order."""
    if LIST not in markdown:
        return markdown
    language = config.theme["language"]
    entries = sorted(config.extra["outline"].glossary, key=lambda entry: entry[language]["term"].casefold())
    texts = [
        f"### {entry[language]['term']} {{#{entry['id']}}}\n\n{entry[language]['definition']}" for entry in entries
    ]
    return markdown.replace(LIST, "\n\n".join(texts))
