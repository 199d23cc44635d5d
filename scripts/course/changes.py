"""What has changed since a version: for each lesson and question, the version in which its text changed last.

`docs/changes.yml` holds it, with a fingerprint of each text. `./scripts/check` compares, and writes the version of
pyproject.toml beside what was edited; so a learner who has a certificate can be told what is new since.
"""

from hashlib import sha256

from course import VERSION, blocks, masks
from course.problems import read_text

NAME = "docs/changes.yml"
HEAD = """\
# The version in which each lesson and question changed last, written by ./scripts/check; the page "What changed" is
# made from it. `first` is the version of the first certificates: what is as it was then has not changed for anybody.
"""
TABLES = ("lessons", "questions")


def fingerprints(outline):
    """Return `{"lessons": {id: digits}, "questions": {id: digits}}` of the course as it is, over its languages."""
    courses = [course for _, course in sorted(outline.courses.items())]
    told = [step.id for step in courses[0].steps if step.kind in ("lesson", "case")]
    return {
        "lessons": {id: _of_texts([course.pages[id] for course in courses]) for id in told},
        "questions": {id: outline.fingerprint(id) for id in courses[0].questions},
    }


def _of_texts(twins):
    """Return the fingerprint of what learners read on a page outside its questions, in each of its languages."""
    texts = []
    for page in twins:
        prose = masks.blank(blocks.without(page.body, "trainer"), masks.QUIZ)
        texts.append(" ".join([page.title, *prose.split()]))
    return sha256("\0".join(texts).encode()).hexdigest()[:8]


def updated(known, found, version=VERSION):
    """Return the table `known` brought to the fingerprints `found`: what is new or differs changed in `version`."""
    return {
        "first": known["first"],
        **{
            table: {
                id: known[table][id]
                if known[table].get(id, {}).get("fingerprint") == digits
                else {"since": version, "fingerprint": digits}
                for id, digits in found[table].items()
            }
            for table in TABLES
        },
    }


def text(table):
    """Return the table as the text of its file."""
    lines = [f"{HEAD}first: {table['first']}"]
    for name in TABLES:
        lines += [
            "",
            f"{name}:",
            *(
                f'  {id}: {{since: {entry["since"]}, fingerprint: "{entry["fingerprint"]}"}}'
                for id, entry in table[name].items()
            ),
        ]
    return "\n".join(lines) + "\n"


def mend(root, outline, write):
    """Bring the file to the course as it is, or with `write` false only look; return whether it was right."""
    path = root / NAME
    right = text(updated(outline.changes, fingerprints(outline)))
    if read_text(path, NAME) == right:
        return True
    if write:
        path.write_text(right, encoding="utf-8")
    return False


def key(version):
    """Return a version as numbers, to compare."""
    return tuple(int(part) for part in version.split("."))


def by_version(table):
    """Return `[(version, lesson ids, question ids)…]` of what changed after the first certificates, newest first."""
    found = {}
    for index, name in enumerate(TABLES):
        for id, entry in table[name].items():
            if key(entry["since"]) > key(table["first"]):
                found.setdefault(entry["since"], ([], []))[index].append(id)
    return [(version, *found[version]) for version in sorted(found, key=key, reverse=True)]
