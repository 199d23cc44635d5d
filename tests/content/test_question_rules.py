"""Each rule about questions fires on its planted defects, alone, and stays silent on their valid twins."""

import html

import pytest

from course.proofreading import registry
from tests import small_site

from .question_cases import CASES

EACH = [(rule, *case) for rule, cases in CASES.items() for case in cases]
IDS = [f"{rule}: {name}" for rule, name, *_ in EACH]


def markup(questions, prefix="q-"):
    """Return questions in the markup of overrides/partials/question.html, as far as the rules read it."""
    parts = []
    for number, (stem, options) in enumerate(questions):
        kind = "multiple" if sum(option.startswith("*") for option in options) > 1 else "single"
        rows = "".join(
            f'<div class="option"><input type="radio"{" data-right" if option[0] == "*" else ""}>'
            f"<label>{html.escape(option.lstrip('*'))}</label></div>"
            for option in options
        )
        parts.append(
            f'<div id="{prefix}{number}" data-question="ze-{number}" data-kind="{kind}">'
            f'<div class="stem"><p>{stem}</p></div>{rows}</div>'
        )
    return "".join(parts)


def findings(folder, questions, prefix="q-"):
    edits = {
        f"{language}/page.html": ("</article>", markup(questions, prefix) + "</article>") for language in ("fr", "en")
    }
    sources = {
        "docs/fr/page.md": "\n<quiz>\n<!-- id: ze-0; objective: 1; level: apply -->\n</quiz>\n",
        "docs/en/page.md": "",
    }
    return small_site.findings(folder, small_site.planted(edits), "links", "pages", "questions", sources=sources)


@pytest.mark.parametrize(("rule", "defect"), [(case[0], case[2]) for case in EACH], ids=IDS)
def test_a_planted_defect_fires_its_rule_and_no_other(tmp_path, rule, defect):
    found = findings(tmp_path, defect)
    assert {finding.rule for finding in found} == {rule}, "\n".join(map(str, found)) or "nothing was found"


@pytest.mark.parametrize("twin", [case[3] for case in EACH], ids=IDS)
def test_its_valid_twin_is_silent(tmp_path, twin):
    found = findings(tmp_path, twin)
    assert found == [], "\n".join(map(str, found))


def test_every_rule_about_questions_is_tested():
    assert set(CASES) == {rule.id for rule in registry.of("questions")}


def test_a_question_that_is_asked_again_is_not_counted_twice(tmp_path):
    assert not findings(tmp_path, CASES["all-or-none"][0][1], "q-again-")


def test_a_finding_stands_at_the_questions_header(tmp_path):
    said = [str(finding) for finding in findings(tmp_path, CASES["all-or-none"][0][1])]
    assert said[1].startswith("docs/fr/page.md:3: 'Toutes ces réponses' in 'ze-0'"), said
