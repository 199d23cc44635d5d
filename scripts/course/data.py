"""The data that languages share: sources, glossary, slots, ideas and more in `docs/`, and the interface's words."""

import re
from dataclasses import dataclass

from course import changes, days, ideas, misconceptions, paths, phrases, slots, statements, values, yaml_file
from course.problems import CourseError, Problem, read_text

PLACEHOLDER = re.compile(r"\{(\w*)(?::\w+)?\}")
SOURCES, GLOSSARY, STRINGS = "docs/sources.yml", "docs/glossary.yml", "overrides/strings.yml"


@dataclass
class Data:
    """`sources`, `slots`, `ideas`, `paths`: id → entry. `glossary`, `statements`, `phrases`, `values` (sample): lists.
    `strings`: language → key → text. `misconceptions`: id → language → text. `changes`: see `changes.py`.

    `lines`: file → the lines of what the outline checks there.
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
    problems = []

    def read(name, schema=None):
        try:
            content, lines = yaml_file.parse(read_text(root / name, name), name)
        except CourseError as error:
            problems.extend(error.problems)
            return None, {}
        if schema:
            content = content if name == STRINGS else yaml_file.trimmed(content)  # words may end with their space
            problems.extend(yaml_file.check(content, lines, schema, name))
        return content, lines

    sources, source_lines = read(SOURCES, "sources")
    glossary, glossary_lines = read(GLOSSARY, "glossary")
    strings, string_lines = read(STRINGS, "strings")
    places, place_lines = read(slots.NAME, "slots")
    taken, idea_lines = read(ideas.NAME, "ideas")
    believed, believed_lines = read(misconceptions.NAME, "misconceptions")
    ways, path_lines = read(paths.NAME, "paths")
    said, statement_lines = read(statements.NAME, "statements")
    pocket, phrase_lines = read(phrases.NAME, "phrases")
    changed, _ = read(changes.NAME, "changes")
    sample, sample_lines = read(values.NAME)
    if problems:
        return None, problems
    problems += values.check(sample, sample_lines, languages)
    problems += slots.missing(places, place_lines, languages)
    for id, entry in sources.items():
        if not days.exists(entry["checked"]):
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
        problems += _check_placeholders(key, texts, string_lines)
    lines = {
        ideas.NAME: idea_lines,
        misconceptions.NAME: believed_lines,
        paths.NAME: path_lines,
        statements.NAME: statement_lines,
        phrases.NAME: phrase_lines,
    }
    shared = Data(sources, glossary, words, places, taken, believed, ways, said, pocket, changed, sample, lines)
    return shared, problems


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
