"""The data that languages share: sources, glossary, slots, ideas and more in `docs/`, and the interface's words."""

import re
from dataclasses import dataclass

from course import changes, days, ideas, misconceptions, paths, phrases, slots, statements, values, yaml_file
from course.problems import CourseError, Problem, read_text, untranslated

PLACEHOLDER = re.compile(r"\{(\w*)(?::\w+)?\}")
SOURCES, GLOSSARY, STRINGS = "docs/sources.yml", "docs/glossary.yml", "overrides/strings.yml"
# What `Data` holds, and the file that holds it; its schema has the same name.
FILES = {
    "sources": SOURCES,
    "glossary": GLOSSARY,
    "strings": STRINGS,
    "slots": slots.NAME,
    "ideas": ideas.NAME,
    "misconceptions": misconceptions.NAME,
    "paths": paths.NAME,
    "statements": statements.NAME,
    "phrases": phrases.NAME,
    "changes": changes.NAME,
    "values": values.NAME,
}


@dataclass
class Data:
    """`sources`, `slots`, `ideas`, `paths`: id → entry. `glossary`, `statements`, `phrases`, `values` (sample): lists.
    `strings`: language → key → text. `misconceptions`: id → language → text. `changes`: see `changes.py`.

    `lines`: file → the lines of what stands in it (see `yaml_file.parse`).
    """

    sources: dict
    glossary: list
    strings: dict
    slots: dict
    ideas: dict
    misconceptions: dict
    paths: dict
    statements: list
    phrases: list
    changes: dict
    values: list
    lines: dict


def load(root, languages):
    """Return `(Data or None, problems)` of the folder `root`."""
    found, lines, problems = {}, {}, []
    for key, name in FILES.items():
        try:
            found[key], lines[name] = yaml_file.parse(read_text(root / name, name), name)
        except CourseError as error:
            problems += error.problems
            continue
        if key != "values":  # their schema is that of company.yml: see `values.check`
            if key != "strings":  # which may end with their space
                found[key] = yaml_file.trimmed(found[key])
            problems += yaml_file.check(found[key], lines[name], key, name)
    if problems:
        return None, problems
    problems += values.check(found["values"], lines[values.NAME], languages)
    problems += slots.missing(found["slots"], lines[slots.NAME], languages)
    problems += _check_sources(found["sources"], lines[SOURCES], languages)
    problems += _check_glossary(found["glossary"], lines[GLOSSARY], languages)
    problems += _check_strings(found["strings"], lines[STRINGS], languages)
    words = {
        language: {key: texts.get(language, "") for key, texts in found["strings"].items()} for language in languages
    }
    return Data(**found | {"strings": words}, lines=lines), problems


def _check_sources(sources, lines, languages):
    """Return the sources that were checked on no day, or that do not say in each language what they show."""
    found = [
        Problem(
            SOURCES,
            lines[(id, "checked")],
            f'there is no day {entry["checked"]}; write the day it was checked, such as "2026-11-22"',
        )
        for id, entry in sources.items()
        if not days.exists(entry["checked"])
    ]
    said = [
        (f"'{id}.{key}'", lines[(id, key)], entry[key]) for id, entry in sources.items() for key in ("says", "limits")
    ]
    return found + untranslated(SOURCES, said, languages)


def _check_glossary(glossary, lines, languages):
    """Return the terms without words in a language, or whose id stands twice."""
    ids = [entry["id"] for entry in glossary]
    found = [
        Problem(GLOSSARY, lines[(index,)], f"the id '{id}' stands twice; keep one")
        for index, id in enumerate(ids)
        if id in ids[:index]
    ]
    entries = [(f"'{entry['id']}'", lines[(index,)], entry) for index, entry in enumerate(glossary)]
    return found + untranslated(GLOSSARY, entries, languages)


def _check_strings(strings, lines, languages):
    """Return the interface's words that a language lacks, or whose placeholders differ."""
    entries = [(f"'{key}'", lines[(key,)], texts) for key, texts in strings.items()]
    found = untranslated(STRINGS, entries, languages)
    return found + [each for key, texts in strings.items() for each in _check_placeholders(key, texts, lines)]


def _check_placeholders(key, texts, lines):
    """Return a problem if the `{placeholders}` of a text are not those that it has in the first of its languages."""
    found = {language: sorted(PLACEHOLDER.findall(text)) for language, text in texts.items()}
    first = next(iter(found), None)
    told = "'{}' has {} in '{}' and {} in '{}'; write the same in each language"
    problems = [
        Problem(STRINGS, lines[(key,)], told.format(key, names, language, found[first], first))
        for language, names in found.items()
        if names != found[first]
    ]
    told = "'{}' has a {{ or }} that opens or closes nothing; write a name between them, such as {{count}}"
    problems += [
        Problem(STRINGS, lines[(key, language)], told.format(key))
        for language, text in texts.items()
        if re.search(r"[{}]", PLACEHOLDER.sub("", text))
    ]
    return problems
