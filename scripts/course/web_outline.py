"""The outline as the pages of one language get it: what the progress of a learner is worked out from (see
`assets/js/lib/progress.js`), and what the review of questions needs besides. Scripts: pages from disk may load them."""

from course import VERSION, assets, branching, branding, passages, templates

# The interface's words that every page's script may say, by the beginning of their key.
COMMON = ("colon", "state_", "go_on", "chosen_before", "notice_")
SHORT = 110  # characters of a question that a list of questions shows


def of_course(whole, course, ways):
    """Return the outline of a course as a dict; `ways` are its paths (see `paths.of_course`)."""
    path = next((path for path in ways if path.required), None)
    steps = path.steps if path else course.steps
    return {
        "id": whole.company["course"]["id"],
        "title": whole.company["course"]["title"][course.language],
        "version": VERSION,
        **_company(whole.company, course.language),
        "language": course.language,
        "mastery": whole.company["mastery"],
        "minutes": sum(step.minutes for step in steps),
        "words": select(whole.strings[course.language], *COMMON),
        "required": [step.id for step in steps],
        "modules": [
            {
                "id": module.id,
                "title": module.title,
                "url": module.url,
                "steps": [_step(whole, step) for step in module.steps],
            }
            for module in course.modules
        ],
        "bank": [
            {"id": question.id, "hash": whole.fingerprint(question.id), "theme": lesson.id.partition("/")[0],
             "lesson": lesson.id}
            for step in course.steps if step.kind == "assessment"
            for question in step.questions
            for lesson in [course.lesson_of(question)]
        ],
    }  # fmt: skip


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


def script(name, content):
    """Return `(file name with a fingerprint, text)` of a script that hands `content` over as `self.NAME`."""
    text = f"self.{name}={templates.json_of(content)};\n"
    return assets.named(f"{name}.js", text.encode()), text


def files(whole, course, ways):
    """Return `{name: (file name, text)}` of the scripts of one language."""
    data = {"courseOutline": of_course(whole, course, ways), "courseQuestions": questions(course)}
    return {name: script(name, content) for name, content in data.items()}
