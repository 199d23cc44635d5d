"""Gives the pages of a language its outline and its questions as scripts, and each page those that it needs."""

from markupsafe import Markup
from mkdocs.structure.files import File

from course import elements, templates, web_outline


def on_files(files, config):
    """Add the scripts of data, whose names hold a fingerprint."""
    made = web_outline.files(config.extra["outline"], config.extra["course"], config.extra["paths"])
    config.extra["data"] = {name: f"assets/{file}" for name, (file, _) in made.items()}
    for file, text in made.values():
        files.append(File.generated(config, f"assets/{file}", content=text))
    return files


def on_env(env, config, files):
    """Give templates the addresses of those scripts, and what the custom elements of a page's content need."""
    env.globals.update(
        data_script=lambda name: config.extra["data"][name],
        elements=elements,
        words_json=lambda *prefixes: Markup(templates.json_of(web_outline.select(config.extra["words"], *prefixes))),
    )
    return env
