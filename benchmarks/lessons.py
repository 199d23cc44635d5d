"""What each lesson holds: words of prose, minutes, questions, and how hard it is to read.

`PYTHONPATH=scripts:. .venv/bin/python -m benchmarks.lessons` prints it. LIX counts letters and so holds in both
languages: under 40 is a story, 40 to 50 a newspaper (Björnsson, 1968). Kandel and Moles adapted Flesch's reading ease
to French (1958): 60 is standard, 80 easy; textstat has it, and wants a word list from elsewhere for English.
"""

import sys
from collections import Counter

import textstat

from course import branching, outline


def ease(text, language):
    """Return the reading ease of a French text."""
    textstat.set_lang(language)
    return f"{textstat.flesch_reading_ease(text):10.0f}" if language == "fr" else ""


def main():
    whole = outline.load()
    for language, course in whole.courses.items():
        print(f"{'':32}words  minutes  questions  LIX  {'ease' if language == 'fr' else ''} ({language})")
        for step in course.steps:
            row = f"{step.words:5}  {step.minutes:7}  {len(step.questions):9}  {textstat.lix(step.prose):3.0f}"
            print(f"{step.id:32}{row}{ease(step.prose, language)}")
        places = Counter()
        for question in course.questions.values():
            if question.kind == "single":
                places[next(n for n, option in enumerate(question.options, 1) if option.right)] += 1
        print(f"right answers, by place: {dict(sorted(places.items()))}")
        for step in course.steps:
            if step.kind == "assessment":
                themes = Counter(question.lesson.partition("/")[0] for question in step.questions)
                print(f"the bank by theme: {dict(themes)}, by level: {dict(Counter(q.level for q in step.questions))}")
            if step.kind == "case":
                graph = branching.read(step)
                told = (
                    f"{len(graph.to)} scenes, {sum(map(len, graph.to.values()))} options, {len(graph.endings)} endings"
                )
                print(f"{step.id}: {told}, {len(list(graph.routes()))} routes")
        print(f"{course.minutes} minutes in all\n")
    taught = [idea for idea in whole.ideas.values() if idea["lessons"]]
    print(f"{len(taught)} of {len(whole.ideas)} ideas are taught, practised and checked")


if __name__ == "__main__":
    sys.exit(main())
