"""./scripts/test [pytest arguments]: run the tests, installing a browser if there is none."""

import os
import sys

import pytest

from course import ROOT, browser


def main():
    if os.environ.get("CI"):  # a machine for tests alone: by hand, nothing is installed beside a browser that is there
        browser.lighten()
    os.environ["CHROMIUM"] = browser.ensure()
    os.chdir(ROOT)
    sys.exit(pytest.main(sys.argv[1:]))


if __name__ == "__main__":
    main()
