"""A module's check and the bank of the final assessment: questions that each draw from an objective of some lesson."""

from collections import Counter

from course.problems import Problem

CHECK = 6  # questions of a module's check
BANK = 12  # questions of each theme in the bank; a theme is a module that has a check
LEVELS = ("apply", "analyze", "evaluate")  # those of the bank: what one would do, not what one remembers
BLOCKS = ("trainer", "legal")


def check_of_module(page):
    """Return what a module's check lacks or has too much of."""
    found = _drawn(page, "file-name")
    if len(page.questions) != CHECK:
        last = page.questions[-1].line if page.questions else page.body_line
        found.append(page.problem(f"{len(page.questions)} question(s); a module's check has {CHECK}", line=last))
    return found


def bank(page):
    """Return what questions of the final assessment lack: their lesson, a level beyond recall, a misconception."""
    found = _drawn(page, "module/file-name")
    for question in page.questions:
        if question.level not in LEVELS:
            told = f"'{question.level}' asks to remember; write a situation, and level: {', '.join(LEVELS[:-1])}"
            found.append(page.problem(f"{told} or {LEVELS[-1]}", line=question.line))
        if not question.misconceptions:
            told = "no misconception tempts here; write misconceptions: and ids of docs/misconceptions.yml"
            found.append(page.problem(told, line=question.line))
    return found


def _drawn(page, form):
    """Return the questions of `page` that do not say which lesson they draw from, and the blocks of a lesson's."""
    told = f"a question here says which lesson it draws from; write 'lesson: {form};' after its id"
    found = [page.problem(told, line=question.line) for question in page.questions if not question.lesson]
    told = "a question here says which section answers it; write 'passage: 2;', counting the lesson's ## headings"
    found += [page.problem(told, line=question.line) for question in page.questions if not question.passage]
    return found + [
        page.problem(f"'{block.name}' belongs to a lesson; this page has questions only", line=block.start)
        for block in page.blocks
        if block.name not in BLOCKS
    ]


def of_course(course):
    """Return what is wrong across pages: a lesson that does not exist or is another module's, an objective that it
    lacks, a lesson of no theme, a theme with more or fewer questions than the others."""
    problems, themes = [], [module for module in course.modules if module.check]
    for page in [step for step in course.steps if step.kind in ("check", "assessment")]:
        inside = themes if page.kind == "assessment" else [course.module_of(page.id)]
        names = [lesson.id for module in inside for lesson in module.lessons]
        if page.kind == "check":
            names = [name.rpartition("/")[2] for name in names]
        for question in page.questions:
            lesson = course.lesson_of(question)
            if question.lesson not in names:
                where = "theme" if page.kind == "assessment" else "module"
                told = f"'{question.lesson}' is no lesson of this {where}; choose among {', '.join(names)}"
                problems.append(page.problem(told.replace("this theme", "a theme"), line=question.line))
            elif question.objective > len(lesson.objectives):
                told = f"objective {question.objective} is not one of the {len(lesson.objectives)} of {lesson.shown}"
                problems.append(page.problem(told, line=question.line))
        if page.kind == "assessment":
            counts = Counter(question.lesson.partition("/")[0] for question in page.questions)
            problems += [
                Problem(page.shown, page.body_line, f"{counts[module.id]} question(s) of {module.id}; write {BANK}")
                for module in themes
                if counts[module.id] != BANK
            ]
    return problems
