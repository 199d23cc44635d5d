"""The data that languages share: `docs/sources.yml`, `docs/glossary.yml`, and the interface's words."""

from datetime import date

from course import yaml_file
from course.problems import CourseError, Problem, read_text

SOURCES, GLOSSARY, STRINGS = "docs/sources.yml", "docs/glossary.yml", "overrides/strings.yml"


def load(root, languages):
    """Return `(sources, glossary, strings, problems)`.

    Sources: id → entry. Glossary: a list of entries. Strings: language → key → text.
    """
    problems = []

    def read(name, schema=None):
        try:
            content, lines = yaml_file.parse(read_text(root / name, name), name)
        except CourseError as error:
            problems.extend(error.problems)
            return None, {}
        if schema:
            problems.extend(yaml_file.check(content, lines, schema, name))
        return content, lines

    sources, source_lines = read(SOURCES, "sources")
    glossary, glossary_lines = read(GLOSSARY, "glossary")
    strings, string_lines = read(STRINGS)
    if problems:
        return {}, [], {}, problems
    for id, entry in sources.items():
        try:
            date.fromisoformat(entry["checked"])
        except ValueError:
            told = f'there is no day {entry["checked"]}; write the day it was checked, such as "2026-11-22"'
            problems.append(Problem(SOURCES, source_lines[(id, "checked")], told))
    for language in languages:
        for id, entry in sources.items():
            for key in ("says", "limits"):
                if language not in entry[key]:
                    problems.append(
                        Problem(
                            SOURCES, source_lines[(id, key)], f"'{id}.{key}' has no '{language}'; add {language}: …"
                        )
                    )
        for index, entry in enumerate(glossary):
            if language not in entry:
                told = f"'{entry['id']}' has no '{language}'; add {language}: …"
                problems.append(Problem(GLOSSARY, glossary_lines[(index,)], told))
    ids = [entry["id"] for entry in glossary]
    problems += [
        Problem(GLOSSARY, glossary_lines[(index,)], f"the id '{id}' stands twice; keep one")
        for index, id in enumerate(ids)
        if id in ids[:index]
    ]
    words = {}
    for key, texts in strings.items():
        for language in languages:
            if language not in texts:
                problems.append(
                    Problem(STRINGS, string_lines[(key,)], f"'{key}' has no '{language}'; add {language}: …")
                )
            words.setdefault(language, {})[key] = texts.get(language, "")
    return sources, glossary, words, problems
