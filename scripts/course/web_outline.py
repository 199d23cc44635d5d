"""The outline as the pages of one language get it: what the progress of a learner is worked out from (see
`assets/js/lib/progress.js`), and what the review of questions needs besides. Scripts: pages from disk may load them.

What every page loads does not grow with the lessons: the frame of the course, and on a page of a module that module's
steps. A page loads more when a learner's record asks for it (see `assets/js/lib/outline.js`); only pages that show or
reckon with the whole course (see `elements.DATA`) load it at once.
"""

from course import VERSION, assets, branching, branding, passages, templates

# The interface's words that every page's script may say, by the beginning of their key.
COMMON = ("colon", "state_", "go_on", "chosen_before", "notice_", "search_", "told_", "sheet_")
SHORT = 110  # characters of a question that a list of questions shows


def frame(whole, course, parts):
    """Return what every page knows of the course: itself, its words, its modules without their steps.

    `parts` maps each module's id, and "" for the whole, to the file of its steps.
    """
    return {
        "id": whole.company["course"]["id"],
        "title": whole.company["course"]["title"][course.language],
        "version": VERSION,
        "language": course.language,
        "words": select(whole.strings[course.language], *COMMON),
        "whole": f"assets/{parts['']}",
        "modules": [
            {
                "id": module.id,
                "title": module.title,
                "url": module.url,
                "steps": [],
                "part": f"assets/{parts[module.id]}",
            }
            for module in course.modules
        ],
    }


def part(whole, module, required):
    """Return the steps of one module: `{"modules": {module id: steps}, "required": [step id…]}`."""
    return {
        "modules": {module.id: [_step(whole, step) for step in module.steps]},
        "required": [step.id for step in module.steps if step.id in required],
    }


def rest(whole, course, ways):
    """Return all that `frame` leaves out: every module's steps, the bank, what a certificate says; `ways` are the
    course's paths (see `paths.of_course`)."""
    steps = _required(course, ways)
    return {
        **_company(whole.company, course.language),
        "mastery": whole.company["mastery"],
        "minutes": sum(step.minutes for step in steps),
        "required": [step.id for step in steps],
        "modules": {module.id: [_step(whole, step) for step in module.steps] for module in course.modules},
        "bank": [
            {"id": question.id, "hash": whole.fingerprint(question.id), "theme": lesson.id.partition("/")[0],
             "lesson": lesson.id}
            for step in course.steps if step.kind == "assessment"
            for question in step.questions
            for lesson in [course.lesson_of(question)]
        ],
    }  # fmt: skip


def _required(course, ways):
    path = next((path for path in ways if path.required), None)
    return path.steps if path else course.steps


def _company(company, language):
    """Return what a company puts on the certificate, or `{}`: its name, its logo's address, who signs, their role."""
    logo, signer = branding.of_company(company).logo, company["certificate"]
    given = {
        "name": company["name"].get(language),
        "logo": f"assets/{logo['light']}" if logo else None,
        "signer": signer.get("name"),
        "role": signer.get("title", {}).get(language),
    }
    kept = {key: value for key, value in given.items() if value}
    return {"company": kept} if kept else {}


def _step(whole, step):
    """Return a step of a module; the questions of the assessment are the bank, and no part of it."""
    asks = [] if step.kind == "assessment" else step.questions
    found = {
        "id": step.id,
        "kind": step.kind,
        "url": step.url,
        "title": step.title,
        "minutes": step.minutes,
        "asks": [[question.id, whole.fingerprint(question.id)] for question in asks],
    }
    return found | ({"ends": branching.read(step).endings} if step.kind == "case" else {})


def questions(course):
    """Return `{question id: [page's address, its beginning, its passage's address]}`."""
    return {
        question.id: [step.url, beginning(question), passages.address(question, course)]
        for step in course.steps
        for question in step.questions
    }


def beginning(question):
    """Return the first words of a question, as plain text."""
    text = passages.plain(question.text)
    text = text.replace("[[", "").replace("]]", "").replace("\n", " ")
    return text if len(text) <= SHORT else f"{text[: text.rindex(' ', 0, SHORT)]}…"


def select(strings, *prefixes):
    """Return the interface's words whose keys begin with one of `prefixes`."""
    return {key: text for key, text in strings.items() if key.startswith(prefixes)}


def script(name, content, file=None):
    """Return `(file name with a fingerprint, text)` of a script that hands `content` over as `self.NAME`; `file` is the
    beginning of its file's name, if it is not `name`."""
    text = f"self.{name}={templates.json_of(content)};\n"
    return assets.named(f"{file or name}.js", text.encode()), text


def files(whole, course, ways):
    """Return `{name: (file name, text)}` of the scripts of one language: `courseOutline` (the frame), `courseSteps`
    (the rest), `courseSteps.MODULE` and `courseQuestions`. Those of steps all hand over `self.courseSteps`."""
    required = {step.id for step in _required(course, ways)}
    steps = {
        module.id: script("courseSteps", part(whole, module, required), f"courseSteps.{module.id}")
        for module in course.modules
    }
    steps[""] = script("courseSteps", rest(whole, course, ways))
    return {
        "courseOutline": script("courseOutline", frame(whole, course, {id: file for id, (file, _) in steps.items()})),
        **{f"courseSteps.{id}" if id else "courseSteps": made for id, made in steps.items()},
        "courseQuestions": script("courseQuestions", questions(course)),
    }
