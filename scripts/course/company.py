"""`company.yml`: the one file that a company edits, and what holds where it says nothing."""

import copy
import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from course import ROOT, colours, company_file, days, logo, yaml_file
from course.problems import Problem, stop_if

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
    "name": {},
    "logo": {},
    "colours": {},
    "languages": ["fr", "en"],
    "address": "https://example.org/tous-clients/",
    "repository": "",
    "contacts": {},
    "mastery": 80,
    "required": [],
    "certificate": {},
    "legal_review": {},
    "values": [],
    "policies": {},
}
# What of a value comes as lines in each language.
PARTS = ("gestures", "attitudes", "words", "choices")


def load(root=ROOT):
    """Return `company.yml` of the folder `root`, laid over `DEFAULTS`, as a dict; raise `CourseError` if it is wrong.

    A missing or empty file is the course as it comes. A text must be there in each language chosen. Where the file may
    say less, what is returned says all: `name` and `certificate.title` are texts by language, `logo` is {} or a path by
    theme, a value's parts are lists by language.
    """
    data, lines = read(root)
    company = _merge(copy.deepcopy(DEFAULTS), data or {})
    problems = _languages(root, company, lines)
    stop_if(problems)  # what follows asks for a text in each of them
    if LOCAL.match(company["address"]):
        told = "only your machine or network answers there; write the public address, with a slash at the end"
        problems.append(Problem(NAME, lines.get(("address",), 0), told))
    if company["legal_review"] and not days.exists(company["legal_review"]["date"]):
        told = f'there is no day {company["legal_review"]["date"]}; write the day of the review, such as "2027-02-01"'
        problems.append(Problem(NAME, lines[("legal_review", "date")], told))
    problems += _wrong_texts(root, data or {}, lines, company["languages"])
    for here, text in company_file.texts(data or {}):
        if here[-1] in ("address", "repository", "url") and not _can_be_asked(text):
            told = f"no browser can ask for '{text[:60]}'; copy the address from where the browser shows it"
            problems.append(Problem(NAME, lines.get(here, 0), told))
    for key in ("title", "subtitle"):  # these keep the course's own text where it has one
        for language in set(company["languages"]) - set(company["course"][key]):
            told = f"'course.{key}' has no text in '{language}'; add {language}: …"
            problems.append(Problem(NAME, lines.get(("course", key), 0), told))
    _spell_out(company)
    for theme, path in company["logo"].items():
        if told := logo.wrong(root, path):
            problems.append(Problem(NAME, lines.get(("logo", theme), lines[("logo",)]), told))
    for theme, told in colours.refused(company["colours"].get("accent", "")):
        problems.append(Problem(NAME, lines[("colours", "accent", theme)], told))
    stop_if(problems)
    return company


def read(root=ROOT):
    """Return `(data, lines)` of the file as it is written (see `company_file.read`); `(None, {})` if there is none."""
    path = Path(os.environ.get("COURSE_COMPANY") or root / NAME)  # another company's, for pictures and tests
    return company_file.read(path, NAME) if path.exists() else (None, {})


def _can_be_asked(address):
    """Tell whether an address has the parts that browsers and our own scripts ask of one."""
    try:
        parts = urlsplit(address)
        return parts.scheme == "mailto" or (bool(parts.hostname) and parts.port != 0)
    except ValueError:
        return False


def config_name(language):
    """Return the MkDocs configuration of a language: the French one holds what all share."""
    return "mkdocs.yml" if language == "fr" else f"mkdocs.{language}.yml"


def known_languages(root=ROOT):
    """Return the languages that the course is written in, in the order of the alphabet."""
    folders = [folder.name for folder in (root / "docs").iterdir() if folder.is_dir()]
    return sorted(name for name in folders if (root / config_name(name)).is_file())


def _merge(base, over):
    """Lay the dict `over` on the dict `base`: dicts merge, all else replaces."""
    for key, value in over.items():
        if isinstance(value, dict) and isinstance(base.get(key), dict):
            _merge(base[key], value)
        else:
            base[key] = value
    return base


def _languages(root, company, lines):
    """Return a problem for each language that the course does not have."""
    known = known_languages(root)
    return [
        Problem(
            NAME,
            lines.get(("languages", index), lines.get(("languages",), 0)),
            f"there is no course in the language '{language}'; choose among {', '.join(known)}, or add "
            f"docs/{language}/ and {config_name(language)}",
        )
        for index, language in enumerate(company["languages"])
        if language not in known
    ]


def _wrong_texts(root, data, lines, languages):
    """Return a problem for each text in several languages that lacks one of `languages`, is in one that the course does
    not have, or says more in one than in another."""
    shared = yaml_file.schema("company")["$defs"]
    known = known_languages(root)

    def told_of(value, here, may_lack):
        label = ".".join(str(part + 1) if isinstance(part, int) else part for part in here)
        for language in value:
            if language not in known:
                told = f"the course has no language '{language}'; under '{label}', write {': or '.join(known)}:"
                yield Problem(NAME, lines.get((*here, language), 0), told)
        for language in languages:
            if language not in value and not may_lack:
                yield Problem(NAME, lines.get(here, 0), f"'{label}' has no text in '{language}'; add {language}: …")
        counts = {code: len(text) if isinstance(text, list) else 1 for code, text in value.items() if code in languages}
        if len(set(counts.values())) > 1:
            said = ", ".join(f"{count} in '{code}'" for code, count in counts.items())
            yield Problem(NAME, lines.get(here, 0), f"'{label}' has {said}; write as many in each language")

    def walk(value, schema, here):
        reference = schema.get("$ref", "").removeprefix("#/$defs/")
        if reference in ("words", "name", "lines"):
            if isinstance(value, dict):
                yield from told_of(value, here, here[:1] == ("course",))
            return
        schema = shared.get(reference, schema)
        if isinstance(value, dict):
            for key, item in value.items():
                sub = schema.get("properties", {}).get(key) or schema.get("additionalProperties")
                if isinstance(sub, dict):
                    yield from walk(item, sub, (*here, key))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from walk(item, schema.get("items", {}), (*here, index))

    return list(walk(data, yaml_file.schema("company"), ()))


def _spell_out(company):
    """Bring what may be written in short to one form (see `load`)."""

    def in_each(text):
        return dict.fromkeys(company["languages"], text) if isinstance(text, str) else text

    company["name"] = in_each(company["name"])
    if "title" in company["certificate"]:
        company["certificate"]["title"] = in_each(company["certificate"]["title"])
    if isinstance(company["logo"], str):
        company["logo"] = {"light": company["logo"]}
    for value in company["values"]:
        for part in PARTS:
            if part in value:
                value[part] = {code: [text] if isinstance(text, str) else text for code, text in value[part].items()}
