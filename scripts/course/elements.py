"""The custom elements that a page may hold, each with the script that it needs: loaded only where it stands."""

import difflib
import re

# Element → its source in overrides/assets/js; the bundle has the same name.
SCRIPTS = {
    "course-sheet": "sheets.js",
    "course-plan": "sheets.js",
    "course-progress": "progress.js",
    "course-assessment": "assessment.js",
    "course-certificate": "certificate.js",
    "course-review": "review.js",
    "course-changes": "changes.js",
    "commitment-card": "commitments.js",
    "thank-you-note": "thank-you.js",
    "client-map": "client-map.js",
    "self-diagnosis": "self-diagnosis.js",
    "pocket-phrases": "phrases.js",
    "room-timer": "timer.js",
    "room-vote": "vote.js",
    "session-schedule": "schedule.js",
    "group-results": "group-results.js",
    "print-button": "print-button.js",
}
# Element → its style, where it has one that other pages do without.
STYLES = {
    "course-assessment": "exam.css",
    "course-certificate": "certificate.css",
    "commitment-card": "commitments.css",
    **dict.fromkeys(["thank-you-note", "client-map", "self-diagnosis", "pocket-phrases"], "tools.css"),
    "room-vote": "vote.css",
    "room-timer": "vote.css",
    "session-schedule": "trainer.css",
    "group-results": "group-results.css",
    "print-button": "handout.css",
}
# What asks for a style without being an element of ours.
MARKS = {"<code": "host.css", 'class="picture"': "host.css", 'class="block scene': "case.css"}
# What an element needs besides: the scripts of data (see web_outline.py), and the interface's words by their prefix.
DATA = {
    "course-progress": ["courseSteps"],
    "course-assessment": ["courseSteps"],
    "course-certificate": ["courseSteps"],
    "course-review": ["courseSteps", "courseQuestions"],
    "group-results": ["courseSteps", "courseQuestions"],
}
WORDS = {
    "course-sheet": [],
    "course-plan": [],
    "course-progress": ["progress_", "file_", "result_", "minutes", "hours"],
    "course-assessment": ["exam_"],
    "course-certificate": ["certificate_", "company_by"],
    "course-review": ["review_", "calendar_"],
    "course-changes": ["changes_new", "changes_pick", "changes_same", "changes_yours"],
    "commitment-card": ["card_", "calendar_"],
    "thank-you-note": ["note_"],
    "client-map": ["map_"],
    "self-diagnosis": ["diagnosis_"],
    "pocket-phrases": ["phrases_"],
    "room-timer": ["timer_"],
    "room-vote": ["vote_", "timer_"],
    "session-schedule": ["schedule_length", "schedule_minutes", "schedule_print", "schedule_start", "schedule_told"],
    "group-results": ["group_"],
}
TAG = re.compile(rf"<({'|'.join(SCRIPTS)})[ >]")


def of_html(html):
    """Return the names of the elements that a page's HTML holds, in the order of `SCRIPTS`."""
    found = set(TAG.findall(html))
    return [name for name in SCRIPTS if name in found]


def scripts(html):
    """Return the bundles that a page needs, each once."""
    return list(dict.fromkeys(SCRIPTS[name] for name in of_html(html)))


def styles(html):
    """Return the style sheets that a page needs besides the one that all have, each once."""
    marked = [style for mark, style in MARKS.items() if mark in html]
    return list(dict.fromkeys([*(STYLES[name] for name in of_html(html) if name in STYLES), *marked]))


def data(html, module=None):
    """Return the scripts of data that a page needs, each once: those of its elements, and the steps of its own module
    where it does not have them all."""
    found = list(dict.fromkeys(name for element in of_html(html) for name in DATA.get(element, [])))
    return found if "courseSteps" in found or not module else [f"courseSteps.{module.id}", *found]


def words(html):
    """Return the prefixes of the interface's words that a page needs."""
    return tuple(dict.fromkeys(prefix for element in of_html(html) for prefix in WORDS.get(element, [])))


def unknown(name):
    """Return what to tell an author of an element that does not exist."""
    near = difflib.get_close_matches(name, SCRIPTS, 1)
    return f"there is no element '{name}'; " + (
        f"did you mean '{near[0]}'?" if near else f"known: {', '.join(SCRIPTS)}"
    )
