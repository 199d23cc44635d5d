"""What each lesson holds: words of prose, minutes, questions, and how hard it is to read.

`python -m benchmarks.lessons`, with `scripts` in PYTHONPATH. Readability wants the package textstat, which nothing else
here needs: `pip install textstat` beside the course's own environment, and run it with that Python.
"""

import sys
from collections import Counter

from course import outline

try:
    import textstat
except ImportError:
    textstat = None


def readability(text):
    """Return the LIX of a text, which counts letters and so holds in both languages: under 30 is very easy, 40 is a
    newspaper, over 55 an official text (Björnsson, 1968)."""
    return f"{textstat.lix(text):.0f}" if textstat else "–"


def main():
    whole = outline.load()
    for language, course in whole.courses.items():
        print(f"{'':32}words  minutes  questions  LIX ({language})")
        for step in course.steps:
            row = f"{step.words:5}  {step.minutes:7}  {len(step.questions):9}  {readability(step.prose)}"
            print(f"{step.id:32}{row}")
        places = Counter()
        for question in course.questions.values():
            if question.kind == "single":
                places[next(n for n, option in enumerate(question.options, 1) if option.right)] += 1
        print(f"right answers, by place: {dict(sorted(places.items()))}\n")
    taught = [idea for idea in whole.ideas.values() if idea["lessons"]]
    print(f"{len(taught)} of {len(whole.ideas)} ideas are taught, practised and checked")


if __name__ == "__main__":
    sys.exit(main())
