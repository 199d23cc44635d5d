"""The outline: course → modules → lessons → objectives, minutes, sources, questions. Read once, used by everything."""

import json
import os
import pickle
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from course import (
    ROOT,
    checks,
    company,
    data,
    decks,
    editions,
    fields,
    figures,
    ideas,
    legal,
    misconceptions,
    pages,
    passages,
    paths,
    phrases,
    questions,
    slots,
    statements,
    twin_pages,
    values,
    yaml_file,
)
from course.problems import Problem, read_text, stop_if

# One build reads the course once: the builds of the languages find the outline where this variable says.
FILE = "COURSE_OUTLINE"


@dataclass
class Module:
    """A module: a folder whose `index.md` introduces it; its other pages are its `steps`, in the order of nav: lessons,
    a check, a case, the assessment (see `pages.KINDS`)."""

    id: str
    page: pages.Page
    steps: list

    title = property(lambda self: self.page.title)
    description = property(lambda self: self.page.description)
    accent = property(lambda self: self.page.meta["accent"])
    shape = property(lambda self: self.page.meta["shape"])
    url = property(lambda self: self.page.url)
    lessons = property(lambda self: [step for step in self.steps if step.kind == "lesson"])
    check = property(lambda self: next((step for step in self.steps if step.kind == "check"), None))
    minutes = property(lambda self: sum(step.minutes for step in self.steps))


@dataclass
class Course:
    """The course in one language. `pages` are all pages of the navigation, in its order, by id. What is asked of it for
    each page is worked out once."""

    language: str
    pages: dict
    modules: list = field(default_factory=list)

    minutes = property(lambda self: sum(module.minutes for module in self.modules))

    @cached_property
    def lessons(self):
        """All lessons, in reading order."""
        return [lesson for module in self.modules for lesson in module.lessons]

    @cached_property
    def steps(self):
        """The steps of all modules, in reading order."""
        return [step for module in self.modules for step in module.steps]

    @cached_property
    def questions(self):
        """All questions by id."""
        return {question.id: question for step in self.steps for question in step.questions}

    @cached_property
    def path(self):
        """The pages that one reads from the first module to the last step."""
        return [page for module in self.modules for page in (module.page, *module.steps)]

    @cached_property
    def position(self):
        """Where each page of `path` stands in it, from 0, by its id."""
        return {page.id: index for index, page in enumerate(self.path)}

    @cached_property
    def footer(self):
        """The pages about the course, and the first page of each shelf."""
        shelves = [self.shelf(name)[0] for name in pages.SHELVES if self.shelf(name)]
        return shelves + [page for page in self.pages.values() if page.kind == "page" and page.id != "index"]

    @cached_property
    def _by_folder(self):
        folders = {}
        for page in self.pages.values():
            folders.setdefault(page.id.partition("/")[0] if "/" in page.id else "", []).append(page)
        return folders

    def page_of(self, file):
        """Return the page that a file of MkDocs holds."""
        return self.pages[file.src_uri.removesuffix(".md")]

    def shelf(self, name):
        """Return the pages of a shelf (see `pages.SHELVES`), in the order of nav."""
        return self._by_folder.get(name, [])

    def beside(self, page):
        """Return the pages that stand in the folder of a page of a shelf, itself included, and the first page of each
        folder in it, in the order of nav."""
        folder, found = page.id.rpartition("/")[0], {}
        for each in self.shelf(folder.partition("/")[0]):
            name = each.id.removeprefix(f"{folder}/")
            if name != each.id:
                found.setdefault(name.partition("/")[0], each)
        return list(found.values())

    def theme_of(self, page):
        """Return the module that a page of `trainer/MODULE/` is about, or None."""
        shelf, _, rest = page.id.partition("/")
        name = rest.partition("/")[0] if shelf == "trainer" and "/" in rest else None
        return self.module_of(f"{name}/index")

    def module_of(self, page_id):
        """Return the module that a page belongs to, or None."""
        return self.place_of(page_id)[0]

    def lesson_of(self, question):
        """Return the lesson that a question of a check or of the assessment draws from, or None."""
        folder = question.path.split("/")[2]
        lesson = question.lesson if "/" in question.lesson else f"{folder}/{question.lesson}"
        return self.pages.get(lesson) if question.lesson else None

    def place_of(self, page_id):
        """Return `(module, k, lesson, i)` of a page: module k of the course, lesson i of the module; else None."""
        return self._places.get(page_id, (None, None, None, None))

    @cached_property
    def _places(self):
        places = {}
        for k, module in enumerate(self.modules, 1):
            places |= {page.id: (module, k, None, None) for page in (module.page, *module.steps)}
            places |= {lesson.id: (module, k, lesson, i) for i, lesson in enumerate(module.lessons, 1)}
        return places


@dataclass
class Outline(data.Data):
    """The whole course: the data that languages share, the company, and one `Course` a language in its order. In an
    edition (see `editions.py`) `every` holds the courses of all languages."""

    company: dict
    courses: dict
    every: dict = None

    def fingerprint(self, question_id):
        """Return the fingerprint of a question over its languages (see `questions.fingerprint`)."""
        twins = [
            course.questions[question_id]
            for _, course in sorted((self.every or self.courses).items())
            if question_id in course.questions
        ]
        return questions.fingerprint(twins)


def load(root=ROOT, twins=True):
    """Read the course under `root` and return its `Outline`; raise `CourseError` with every problem found.

    `twins=False` lets the languages of a page differ: an author looks at one while the other is still to be written.
    """
    settings = company.load(root)
    shared, problems = data.load(root, settings["languages"])
    entries, nav_problems = navigation(root)
    problems += nav_problems + figures.problems(settings["languages"])
    stop_if(problems)
    courses = {}
    for language in settings["languages"]:
        course, wrong = _read_course(root, language, entries)
        problems += wrong
        courses[language] = course
    stop_if(problems)
    outline = Outline(**vars(shared), company=settings, courses=courses)
    for course in courses.values():
        problems += _check_course(course, shared.sources) + slots.problems(course, shared.slots)
        problems += values.problems(course)
        problems += legal.problems(course, shared.sources)
        problems += fields.of_course(course) + passages.problems(course) + decks.of_course(course)
        problems += _check_glossary(course, shared.glossary) + editions.problems(course)
    problems += twin_pages.problems(list(courses.values())) if twins else []
    stop_if(problems)
    stop_if(problems_of_data(root, shared, settings, courses))
    return outline


def problems_of_data(root, shared, settings, courses):
    """Return what the data names wrongly, given the course in each language, itself in order."""
    problems = ideas.problems(shared.ideas, shared.lines[ideas.NAME], courses)
    problems += paths.problems(root, shared.paths, shared.lines[paths.NAME], settings, courses)
    problems += misconceptions.problems(shared.misconceptions, shared.lines[misconceptions.NAME], courses)
    problems += statements.problems(shared.statements, shared.lines[statements.NAME], courses)
    return problems + phrases.problems(shared.phrases, shared.lines[phrases.NAME], courses)


def hand_over(outline, file):
    """Write an outline for the builds of its languages; return what tells them, as environment variables."""
    file.write_bytes(pickle.dumps(outline, pickle.HIGHEST_PROTOCOL))
    return {FILE: str(file)}


def handed_over():
    """Return the outline that the build of all languages wrote, or None where this is no part of one."""
    file = os.environ.get(FILE)
    return pickle.loads(Path(file).read_bytes()) if file else None


def navigation(root=ROOT):
    """Return `(entries, problems)`: nav of mkdocs.yml as `(page id, section or None)` pairs in reading order."""
    data, lines = yaml_file.parse(read_text(root / "mkdocs.yml", "mkdocs.yml"), "mkdocs.yml")
    nav = data.get("nav") if isinstance(data, dict) else None
    if not isinstance(nav, list) or not nav:
        told = "nav holds no page; write nav: and a list of file names such as index.md"
        return [], [Problem("mkdocs.yml", lines.get(("nav",), 0), told)]
    entries, problems = [], []
    for index, item in enumerate(nav):
        for section, names in item.items() if isinstance(item, dict) else [(None, item)]:
            for n, name in enumerate(names if isinstance(names, list) else [names]):
                told = None
                if not isinstance(name, str) or not name.endswith(".md"):
                    told = f"nav holds {json.dumps(name)}; write file names such as start/index.md"
                elif section and not name.startswith(f"{section}/"):
                    told = f"nav: {name} stands under '{section}' and not in its folder"
                elif (name.removesuffix(".md"), section) in entries:
                    told = f"nav: {name} stands twice; keep one"
                else:
                    entries.append((name.removesuffix(".md"), section))
                if told:
                    problems.append(
                        Problem("mkdocs.yml", lines.get(("nav", index, section, n), lines[("nav", index)]), told)
                    )
    return entries, problems


def _read_course(root, language, entries):
    """Return `(Course, problems)` of one language."""
    problems, read = [], {}
    folder = root / "docs" / language
    for id, section in entries:
        if not (folder / f"{id}.md").is_file():
            told = "this page is in the navigation and does not exist; write it, or take it out of nav in mkdocs.yml"
            problems.append(Problem(f"docs/{language}/{id}.md", 0, told))
            continue
        page, wrong = pages.read(root, language, id, pages.kind_of(id, section))
        problems += wrong
        if page:
            read[id] = page
    known = {id for id, _ in entries}
    for file in sorted(folder.rglob("*.md")):
        id = file.relative_to(folder).as_posix().removesuffix(".md")
        hidden = any(part.startswith(".") for part in id.split("/"))  # MkDocs does not see these
        if id not in known and not hidden:
            told = "this page is not in the navigation; add it to nav in mkdocs.yml"
            problems.append(Problem(f"docs/{language}/{id}.md", 0, told))
    modules, wrong = _modules(entries, read)
    return Course(language, read, modules), problems + wrong


def _modules(entries, read):
    """Return `(modules, problems)` of a language: the sections of nav that are no shelf, and their pages."""
    problems, modules, sections = [], [], {}
    for id, section in entries:
        if section and section not in pages.SHELVES:
            sections.setdefault(section, []).append(id)
    for section, ids in sections.items():
        index = f"{section}/index"
        if index not in ids:
            problems.append(Problem("mkdocs.yml", 0, f"the module '{section}' has no {index}.md in nav"))
        elif index in read:
            steps = [read[id] for id in ids if id in read and id != index]
            modules.append(Module(section, read[index], steps))
            names = [id.removeprefix(f"{section}/") for id in ids]
            if not [name for name in names if name not in pages.KINDS]:
                told = f"a module has at least one lesson; write one in {section}/ and add it to nav in mkdocs.yml"
                problems.append(read[index].problem(told))
    return modules, problems


def _check_course(course, sources):
    """Return problems across the pages of one language: ids that stand twice, recalls and sources that lead nowhere."""
    problems, seen, asked, scenarios = checks.of_course(course), {}, {}, {}
    rename = "rename it in the lesson that you are adding: a published id keeps readers' answers"
    for lesson in course.steps:
        if lesson.recall and lesson.recall not in seen:
            problems.append(
                lesson.problem(
                    f"recall '{lesson.recall}' is no question of an earlier lesson"
                    + (f"; choose among {', '.join(seen)}" if seen else "; there is none yet, take it out"),
                    "recall",
                )
            )
        if seen and not lesson.recall and lesson.kind == "lesson":
            problems.append(
                lesson.problem("'recall' is missing; write recall: and the id of a question of an earlier lesson")
            )
        for question in lesson.questions:
            if question.id in seen:
                told = f"the question id '{question.id}' stands already in {seen[question.id]}; {rename}"
                problems.append(lesson.problem(told, line=question.line))
            where = seen.setdefault(question.id, f"{lesson.shown}:{question.line}")
            told = asked.setdefault(" ".join(question.text.casefold().split()), where)
            if told != where:
                told = f"this question is asked already in {told}; ask another"
                problems.append(lesson.problem(told, line=question.line))
        for block in lesson.blocks_of("scenario"):
            id = block.options["id"]
            if id in scenarios:
                told = f"the scenario id '{id}' stands already in {scenarios[id]}; choose another"
                problems.append(lesson.problem(told, line=block.start))
            scenarios.setdefault(id, f"{lesson.shown}:{block.start}")
    for page in course.pages.values():
        for id, line in page.citations.items():
            if id not in sources:
                problems.append(
                    page.problem(f"[^{id}] is not in docs/sources.yml; add it there, or mend the id", line=line)
                )
    return problems


def _check_glossary(course, glossary):
    """Return the terms of the glossary to which no page links: it holds what readers meet, and nothing else."""
    text = "\n".join(page.body for page in course.pages.values())
    told = "no page in '{}' links to '{}'; link it where it is first used, as [{}](../glossary.md#{}), or take it out"
    return [
        Problem(
            data.GLOSSARY, 0, told.format(course.language, entry["id"], entry[course.language]["term"], entry["id"])
        )
        for entry in glossary
        if f"glossary.md#{entry['id']})" not in text
    ]
