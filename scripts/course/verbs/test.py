"""./scripts/test [pytest arguments]: run the tests, installing a browser if there is none."""

import os
import sys

import pytest

from course import ROOT, browser


def main():
    os.environ["CHROMIUM"] = browser.ensure()
    os.chdir(ROOT)
    sys.exit(pytest.main(sys.argv[1:]))


if __name__ == "__main__":
    main()
