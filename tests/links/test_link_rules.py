"""Each rule about links fires on its planted defects, alone, and stays silent on their valid twins."""

import pytest

from course.proofreading import registry
from tests import small_site

from .cases import CASES

EACH = [(rule, *case) for rule, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(
    ("rule", "defect"), [case[::2] for case in EACH], ids=[f"{case[0]}: {case[1]}" for case in EACH]
)
def test_a_planted_defect_fires_its_rule_and_no_other(tmp_path, rule, defect):
    found = small_site.findings(tmp_path, small_site.planted(defect), "links", "pages")
    assert {finding.rule for finding in found} == {rule}, "\n".join(map(str, found)) or "nothing was found"


@pytest.mark.parametrize("twin", [case[3] for case in EACH], ids=[f"{case[0]}: {case[1]}" for case in EACH])
def test_its_valid_twin_is_silent(tmp_path, twin):
    found = small_site.findings(tmp_path, small_site.planted(twin), "links", "pages")
    assert found == [], "\n".join(map(str, found))


def test_every_rule_about_links_is_tested():
    assert set(CASES) == {rule.id for rule in registry.of("links")}
