"""Editions: what one build makes of the course. The whole of it, or some languages only, or only what learners need."""

import json
import os
import posixpath
from dataclasses import asdict, dataclass, replace

from course import pages

# The builds of the languages learn from this variable which edition they make; without it, the whole course.
VARIABLE = "COURSE_EDITION"


@dataclass(frozen=True)
class Edition:
    """`languages` are those of the edition, in its order (none named: all); `learners` leaves the shelves of
    `pages.STAFF` out; what is not `published` has no address of its own: no front door, canonical link or sitemap."""

    languages: tuple = ()
    learners: bool = False
    published: bool = True

    def has(self, id):
        """Tell whether the page `id` is part of the edition."""
        return not self.learners or pages.is_for_learners(id)

    def cut(self, whole):
        """Return the outline of the edition from the whole course's. Its questions keep the fingerprints that they have
        in the whole course, so that an answer given in one is known in the other."""
        courses = {
            language: replace(
                whole.courses[language],
                pages={id: page for id, page in whole.courses[language].pages.items() if self.has(id)},
            )
            for language in self.languages or whole.courses
        }
        return replace(whole, courses=courses, every=whole.every or whole.courses)

    def environment(self):
        """Return what tells a build which edition it makes, as environment variables."""
        return {VARIABLE: json.dumps(asdict(self))}


WHOLE = Edition()


def for_lms(language):
    """Return the edition that a learning management system gets: one language, and nothing for trainers and hosts."""
    return Edition((language,), learners=True, published=False)


def asked():
    """Return the edition that the environment asks for."""
    given = json.loads(os.environ.get(VARIABLE) or "{}")
    return Edition(**given | {"languages": tuple(given.get("languages", ()))})


def nav(entries, edition):
    """Return MkDocs's navigation, a list of file names and of `{section: names}`, without what the edition lacks."""
    return [entry for entry in entries if not isinstance(entry, dict) or all(edition.has(f"{name}/") for name in entry)]


def problems(course):
    """Return the links from pages for learners to pages that only trainers and hosts have: in an edition for learners
    they would lead nowhere."""
    found = []
    for page in course.pages.values():
        if not pages.is_for_learners(page.id):
            continue
        for line, target in page.targets:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.id), target.partition("#")[0]))
            if path.endswith(".md") and not pages.is_for_learners(path):
                told = f"'{target}' is for trainers or hosts, and LMS packages hold pages for learners only; "
                found.append(page.problem(told + "name that page without a link, or link another", line=line))
    return found
