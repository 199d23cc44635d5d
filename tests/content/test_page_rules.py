"""Each rule about pages fires on its planted defects, alone, and stays silent on their valid twins."""

import pytest

from course.proofreading import registry
from tests import small_site

from .page_cases import CASES

EACH = [(rule, *case) for rule, cases in CASES.items() for case in cases]
IDS = [f"{rule}: {name}" for rule, name, *_ in EACH]


@pytest.mark.parametrize(("rule", "defect"), [(case[0], case[2]) for case in EACH], ids=IDS)
def test_a_planted_defect_fires_its_rule_and_no_other(tmp_path, rule, defect):
    found = small_site.findings(tmp_path, small_site.planted(defect), "links", "pages")
    assert {finding.rule for finding in found} == {rule}, "\n".join(map(str, found)) or "nothing was found"


@pytest.mark.parametrize("twin", [case[3] for case in EACH], ids=IDS)
def test_its_valid_twin_is_silent(tmp_path, twin):
    found = small_site.findings(tmp_path, small_site.planted(twin), "links", "pages")
    assert found == [], "\n".join(map(str, found))


def test_every_rule_about_pages_is_tested():
    assert set(CASES) == {rule.id for rule in registry.of("pages")}
