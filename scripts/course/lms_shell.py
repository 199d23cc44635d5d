"""The shell of a package for an LMS: its first page, which holds the session and shows the course in a frame (see
`assets/js/lms.js`), and what the pages of a package have that those of the site have not."""

from markupsafe import Markup, escape

from course import branching, pages, paths, templates, web_outline

VERSIONS = ("1.2", "2004")
# What the shell has to say, by its code (see session.js); the interface has it as `lms_CODE`.
SAID = (
    "absent",
    "trouble",
    "back",
    "slow",
    "review",
    "browse",
    "uncredited",
    "newer",
    "full",
    "elsewhere",
    "private",
    "new_tab",
)


def page(whole, language, files, version):
    """Return the HTML of the shell, the package's `index.html`, which stands beside the folder of `language`.

    `whole` is the outline, `files` what `assets.bundle` returned; the package must hold `lms.js`, `lms.css` and
    `mark.svg` of them, and the scripts of `web_outline.files`, in `LANGUAGE/assets/`, as a built site does. `version`
    is that of SCORM: the shell takes the API of the other one where an LMS has only that.

    Every page of the package has to go through `mark`.
    """
    if version not in VERSIONS:
        raise ValueError(f"there is no SCORM {version!r} here; choose {' or '.join(VERSIONS)}")
    course, words = whole.courses[language], whole.strings[language]
    data = web_outline.files(whole, course, paths.of_course(course, whole.paths, whole.company, words))
    scripts = [f"assets/{data[name][0]}" for name in ("courseOutline", "courseSteps", "courseQuestions")]
    here = _without(words, "lms_here_")
    content = {
        "version": version,
        "start": f"{language}/index.html",
        "pages": [id for id in course.pages if pages.is_for_learners(id)],
        "choices": choices(course),
        "words": {code: words[f"lms_{code}"] for code in SAID},
        "recorded": here | _without(words, "lms_in_"),
        "unrecorded": here | _without(words, "lms_out_"),
    }
    env = templates.environment(asset=lambda name: f"{language}/assets/{files[name].name}")
    return env.get_template("lms.html").render(
        language=language,
        title=whole.company["course"]["title"][language],
        scripts=[f"{language}/{script}" for script in scripts],
        start=content["start"],
        words=words,
        data=Markup(templates.json_of(content)),
    )


def choices(course):
    """Return the ids under which a learner's choices are kept (see `assets/js/choices.js`), those of endings too."""
    scenarios = [block.options["id"] for step in course.steps for block in step.blocks_of("scenario")]
    graphs = [branching.read(step) for step in course.steps if step.kind == "case"]
    return [*scenarios, *(id for graph in graphs for id in (*graph.to, *graph.endings))]


def mark(html, words):
    """Return a page of the site as it stands in a package: it keeps nothing in the browser when it is opened outside
    the shell, and its foot says where answers go. `words` are the interface's; raises `ValueError` for a page that
    cannot be marked."""
    if html.count(" data-course=") != 1:
        raise ValueError("no script of this page says which course it is of; see partials/first.html")
    before, after = (str(escape(words[key])) for key in ("footer_note", "lms_footer_note"))
    return html.replace(" data-course=", " data-lms data-course=").replace(before, after)


def _without(words, prefix):
    """Return the words whose keys begin with `prefix`, without it."""
    return {key.removeprefix(prefix): text for key, text in words.items() if key.startswith(prefix)}
