"""Slots: places in the text that a company fills in through `company.yml`, and what stands there until it does."""

from dataclasses import dataclass

from course.problems import untranslated

NAME = "docs/slots.yml"


@dataclass(frozen=True)
class Filled:
    """A slot in one language: its name, what stands in it, where that leads (or nothing), and if it is a sample."""

    label: str
    text: str
    address: str
    sample: bool


def fill(slots, company, language):
    """Return `{id: Filled}` of all slots in a language, from the company's contacts and policies."""
    found = {}
    for id, slot in slots.items():
        kind, key = slot["from"].split(".")
        given, words = company[kind].get(key), slot[language]
        if not given and "text" in words:
            found[id] = Filled(words["label"], words["text"], words["url"], False)
        elif not given:
            found[id] = Filled(words["label"], words["sample"], "", True)
        elif kind == "policies":
            found[id] = Filled(words["label"], given["title"][language], given["url"], False)
        else:
            text = ", ".join(filter(None, [given["name"], given.get("phone")]))
            address = given.get("url") or (f"mailto:{given['email']}" if "email" in given else "")
            found[id] = Filled(words["label"], text, address, False)
    return found


def missing(slots, lines, languages):
    """Return a problem for each slot without words in one of `languages`; `lines` are those of the data file."""
    entries = [(f"'{id}'", lines.get((id,), 0), slot) for id, slot in slots.items()]
    return untranslated(NAME, entries, languages, "with label: and sample:")


def problems(course, known):
    """Return the blocks of pages that name a slot of which `known`, by id, has none."""
    told = f"there is no slot '{{}}'; choose among {', '.join(known)} ({NAME})"
    return [
        page.problem(told.format(block.title), line=block.start)
        for page in course.pages.values()
        for block in page.blocks_of("slot")
        if block.title not in known
    ]
