"""./scripts/new-lesson MODULE/NAME: begin a lesson in every language, in the right form, and add it to the navigation.

The two files build at once; ./scripts/proofread and the tests then say, with their lines, what is still to be written.
"""

import re
import sys

from course import ROOT, company, outline, pages, verbs
from course.problems import CourseError

NAME = re.compile(r"([a-z][a-z0-9-]*)/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)")


def main():
    parser = verbs.parser(__doc__)
    parser.add_argument("lesson", metavar="MODULE/NAME", help="such as suppliers/first-call: small letters and hyphens")
    lesson = parser.parse_args().lesson
    try:
        written = begin(ROOT, lesson)
    except CourseError as error:
        sys.exit(f"{error}\n\nNothing was written: mend the course first, so that what you add can be told apart.")
    except ValueError as error:
        sys.exit(f"{error}\n\nNothing was written.")
    for path in written:
        print(f"{path}: begun")
    print(f"mkdocs.yml: {lesson}.md is in the navigation\n")
    print("Now write: ./scripts/serve shows it, ./scripts/proofread says what is missing.")


def begin(root, lesson):
    """Write the files of a new lesson under `root` and add it to the navigation; return their paths.

    Raises ValueError, with what to do instead, for a name that cannot be; CourseError if the course is not in order.
    """
    match = NAME.fullmatch(lesson.removesuffix(".md"))
    if not match:
        raise ValueError(f"'{lesson}' is no MODULE/NAME; write small letters and hyphens, such as suppliers/first-call")
    module, name = match.groups()
    whole = outline.load(root)
    course = next(iter(whole.courses.values()))
    found = next((each for each in course.modules if each.id == module), None)
    if found is None:
        known = ", ".join(each.id for each in course.modules)
        raise ValueError(f"there is no module '{module}'; choose among {known}, or begin one as CONTRIBUTING.md says")
    if name in pages.KINDS or f"{module}/{name}" in course.pages:
        raise ValueError(f"{module}/{name} is taken; choose another name")
    before = found.lessons[-1].id if found.lessons else found.page.id
    recall = _recall(course, before)
    ids = _fresh_ids(course, name)
    texts = {}
    for language in company.load(root)["languages"]:
        skeleton = (root / "scripts" / "course" / "skeletons" / f"lesson.{language}.md").read_text(encoding="utf-8")
        for key, value in {"LESSON": f"{module}/{name}", "RECALL": recall, **ids}.items():
            skeleton = skeleton.replace(f"%{key}%", value)
        texts[f"docs/{language}/{module}/{name}.md"] = skeleton
    nav = (root / "mkdocs.yml").read_text(encoding="utf-8")
    line = re.search(rf"^( +)- {re.escape(before)}\.md *$", nav, re.MULTILINE)
    for path, text in texts.items():
        (root / path).write_text(text, encoding="utf-8")
    added = f"{line[0]}\n{line[1]}- {module}/{name}.md"
    (root / "mkdocs.yml").write_text(nav[: line.start()] + added + nav[line.end() :], encoding="utf-8")
    return list(texts)


def _recall(course, before):
    """Return the question to ask again: the first of the lesson that will stand before, or of the last one at all."""
    asked = [step for step in course.steps if step.questions]
    upto = [step.id for step in asked]
    last = asked[upto.index(before)] if before in upto else asked[-1]
    return last.questions[0].id


def _fresh_ids(course, name):
    """Return ids that nothing in the course has: three questions, a scenario and a sheet, named after the lesson."""
    taken = set(course.questions)
    for page in course.pages.values():
        taken |= {block.options.get("id") for block in page.blocks_of("scenario")}
        taken |= {block.title for block in page.blocks_of("fields")}
    found = {}
    for key in ("FIRST", "SECOND", "THIRD", "SCENARIO", "SHEET"):
        id, number = f"{name}-{key.lower()}", 1
        while id in taken:
            number += 1
            id = f"{name}-{key.lower()}-{number}"
        found[key] = id
    return found


if __name__ == "__main__":
    main()
