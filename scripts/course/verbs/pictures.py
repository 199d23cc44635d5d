"""./scripts/pictures: take the pictures of the course again, in every language, as an example company would have it.

They are those of the hosting guide and of the READMEs. The tests say when they no longer show what the course says.
"""

import sys

from course import ROOT, pictures, verbs
from course.problems import CourseError


def main():
    verbs.parser(__doc__).parse_args()
    try:
        for path, size in pictures.take_all():
            print(f"{path.relative_to(ROOT).as_posix():<36}{size / 1000:>6.0f} kB", flush=True)
    except CourseError as error:
        sys.exit(f"{error}\n\nNo picture was taken: {len(error.problems)} problem(s) above.")


if __name__ == "__main__":
    main()
