"""Any input builds a right page or stops with file, line and remedy; Hypothesis writes what people might.

The suite runs few examples, the same ones each time; HYPOTHESIS_PROFILE=deep ./scripts/test tests/fuzz runs others.
"""

import os

from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from course import ROOT

set_hypothesis_home_dir(ROOT / ".cache" / "hypothesis")

# How many times as many examples a deep run tries.
DEEP = 40

settings.register_profile("suite", derandomize=True, deadline=None, database=None)
settings.register_profile("deep", derandomize=False, deadline=None, database=None, print_blob=True)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "suite")
settings.load_profile(PROFILE)


def examples(count):
    """Return the settings of a property that tries `count` examples in the suite."""
    return settings(max_examples=count * (DEEP if PROFILE == "deep" else 1))
