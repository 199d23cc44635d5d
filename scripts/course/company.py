"""`company.yml`: the one file that a company edits, and what holds where it says nothing."""

import copy
import re

from course import ROOT, days, yaml_file
from course.problems import Problem, read_text, stop_if

NAME = "company.yml"
LOCAL = re.compile(
    r"https?://(?:localhost|127\.|10\.|192\.168\.|0\.0\.0\.0|\[)|https?://[^/]*\.(?:local|internal|lan)[:/]"
)
DEFAULTS = {
    "course": {
        "id": "tous-clients",
        "title": {"fr": "Tous clients", "en": "Everyone Is a Client"},
        "subtitle": {
            "fr": "Expérience-fournisseur, clients internes et civilité au travail",
            "en": "Supplier experience, internal clients and workplace civility",
        },
    },
    "languages": ["fr", "en"],
    "address": "https://example.org/tous-clients/",
    "repository": "",
    "contacts": {},
    "mastery": 80,
    "required": [],
    "legal_review": {},
    "values": [],
    "policies": {},
}


def load(root=ROOT):
    """Return `company.yml` of the folder `root`, laid over `DEFAULTS`, as a dict; raise `CourseError` if it is wrong.

    A missing or empty file is the course as it comes. A text must be there in each language chosen.
    """
    path = root / NAME
    data, lines = yaml_file.parse(read_text(path, NAME), NAME) if path.exists() else (None, {})
    stop_if([] if data is None else yaml_file.check(data, lines, "company", NAME))
    company = _merge(copy.deepcopy(DEFAULTS), data or {})
    problems = []
    for language in company["languages"]:
        if not (root / "docs" / language).is_dir() or not (root / config_name(language)).is_file():
            line = lines.get(("languages",), 0)
            known = ", ".join(sorted(folder.name for folder in (root / "docs").iterdir() if folder.is_dir()))
            problems.append(
                Problem(
                    NAME,
                    line,
                    f"there is no course in the language '{language}'; choose among {known}, or add "
                    f"docs/{language}/ and {config_name(language)}",
                )
            )
    if LOCAL.match(company["address"]):
        told = "only your machine or network answers there; write the public address, with a slash at the end"
        problems.append(Problem(NAME, lines.get(("address",), 0), told))
    if company["legal_review"] and not days.exists(company["legal_review"]["date"]):
        told = f'there is no day {company["legal_review"]["date"]}; write the day of the review, such as "2027-02-01"'
        problems.append(Problem(NAME, lines[("legal_review", "date")], told))
    problems += _missing_words(data or {}, lines, company["languages"])
    for key in ("title", "subtitle"):  # these keep the course's own text where it has one
        for language in set(company["languages"]) - set(company["course"][key]):
            told = f"'course.{key}' has no text in '{language}'; add {language}: …"
            problems.append(Problem(NAME, lines.get(("course", key), 0), told))
    stop_if(problems)
    return company


def config_name(language):
    """Return the MkDocs configuration of a language: the French one holds what all share."""
    return "mkdocs.yml" if language == "fr" else f"mkdocs.{language}.yml"


def _merge(base, over):
    """Lay the dict `over` on the dict `base`: dicts merge, all else replaces."""
    for key, value in over.items():
        if isinstance(value, dict) and isinstance(base.get(key), dict):
            _merge(base[key], value)
        else:
            base[key] = value
    return base


def _missing_words(data, lines, languages):
    """Return a problem for each text in several languages that lacks one of `languages`."""
    words = yaml_file.schema("company")["$defs"]["words"]

    def walk(value, schema, here):
        if schema.get("$ref", "").startswith("#/$defs/"):
            target = yaml_file.schema("company")["$defs"][schema["$ref"].rsplit("/", 1)[1]]
            if target is words:
                for language in languages:
                    if language not in value and here != ("course", "title") and here != ("course", "subtitle"):
                        yield Problem(
                            NAME,
                            lines.get(here, 0),
                            f"'{'.'.join(map(str, here))}' has no text in '{language}'; add {language}: …",
                        )
                return
            schema = target
        if isinstance(value, dict):
            for key, item in value.items():
                sub = schema.get("properties", {}).get(key) or schema.get("additionalProperties")
                if isinstance(sub, dict):
                    yield from walk(item, sub, (*here, key))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from walk(item, schema.get("items", {}), (*here, index))

    return list(walk(data, yaml_file.schema("company"), ()))
