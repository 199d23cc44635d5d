"""./scripts/proofread and ./scripts/check: what an author sees of the rules, and the spaces that are set for them."""

import json
import re
from datetime import date, timedelta

import pytest

from course import ROOT
from course.verbs import check
from tests import handbook
from tests.copies import EVERYTHING, SITE, Copy

PAGE = "docs/fr/about.md"
SOON = (date.today() + timedelta(30)).isoformat()


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """A copy of the course with defects that the build lets pass, first those that CONTRIBUTING.md shows, and the site
    built from it."""
    copy = Copy(ROOT, tmp_path_factory.mktemp("repository"), SITE)
    shown = '\nMerci à <a href="glossary.html#recogniton">la livreuse</a>.\n\nLe geste: un mot.\n'
    copy.write(PAGE, copy.read(PAGE) + shown + '\nUn "mot" à [ici](glossary.md).\n')
    shown = "\nA wrod to say.\n\nOne more.\n"
    copy.write("docs/en/about.md", copy.read("docs/en/about.md") + shown + "\nA [sentense](glossary.md).\n")
    copy.build(copy.root / "site")
    return copy


def test_one_rule_alone_and_all_findings_as_json(repository):
    done = repository.verb("proofread", "--site", "site", "--rule", "vague-link-text", "--json", "-")
    (found,) = json.loads(done.stdout)
    assert (found["path"], found["rule"]) == (PAGE, "vague-link-text") and done.returncode == 1
    assert "1 finding(s) by 1 rules" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--rule", "dead-lnk"], "There is no rule 'dead-lnk'; did you mean dead-link? tests/RULES.md lists them."),
        (["--site", "docs"], "docs: there is no page of the course here"),
        (["--site", "nowhere"], "nowhere: there is no page of the course here"),
    ],
)
def test_what_cannot_be_read_is_no_success(repository, arguments, said):
    done = repository.verb("proofread", *arguments)
    assert done.returncode == 1 and said in done.stderr, done.stderr


def test_a_course_that_does_not_build_says_why(tmp_path):
    copy = Copy(ROOT, tmp_path, SITE)
    copy.edit(PAGE, r"^title: .*", "title: A")
    done = copy.verb("proofread")
    assert done.returncode == 1 and f"{PAGE}:2: " in done.stderr and "the course does not build" in done.stderr


@pytest.fixture(scope="module")
def excused(repository):
    """A function that proofreads with one exception, for `page` until `until`, and returns the process."""

    before = repository.read("docs/exceptions.yml")
    entry = "rule: vague-link-text, page: {}, about: ici, reason: A reason that is long enough., until: {}"

    def proofread(page, until, *arguments):
        repository.write("docs/exceptions.yml", f"rules:\n  - {{{entry.format(page, until)}}}\nquarantine: []\n")
        try:
            return repository.verb("proofread", "--site", "site", *arguments)
        finally:
            repository.write("docs/exceptions.yml", before)

    return proofread


@pytest.fixture(scope="module")
def lines(excused):
    """All that every rule says of the copy, a line a finding, then the count; one exception excuses nothing."""
    return excused("docs/fr/glossary.md", SOON).stdout.splitlines()


def test_an_exception_excuses_what_it_names_until_its_day(excused):
    assert "an exception ends within a year" in excused(PAGE, "2099-01-01").stderr
    done = excused(PAGE, SOON, "--rule", "vague-link-text")
    assert done.returncode == 0 and done.stdout.startswith("0 finding(s)"), done.stdout + done.stderr


def test_everything_is_said_with_its_line_but_what_an_exception_excuses(repository, lines):
    told = "docs/exceptions.yml:2: [vague-link-text] finds nothing"
    assert [line for line in lines if line.startswith(told)], lines
    french = repository.line(PAGE, "^Un .mot.")
    assert (
        f"{PAGE}:{french} → glossary.html: 'ici' says nothing alone; name what stands there [vague-link-text]" in lines
    )
    assert any(line.startswith(f"{PAGE}:{french} → ") and line.endswith("[fr-straight-quotes]") for line in lines)
    english = repository.line("docs/en/about.md", r"^A .sentense")
    assert any(line.startswith(f"docs/en/about.md:{english} → ") and line.endswith("[en-spelling]") for line in lines)
    assert re.search(r"^\d+ finding\(s\) by \d+ rules on \d+ pages with ", lines[-1]), lines[-1]


def test_the_findings_that_contributing_shows_are_the_ones_that_are_said(repository, lines):
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    shown = re.search(r"^## Proofread\n.*?^```\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)[1]
    others = (
        f"{PAGE}:{repository.line(PAGE, '^Un .mot.')} → ",
        f"docs/en/about.md:{repository.line('docs/en/about.md', '^A .sentense')} → ",
        "docs/exceptions.yml:2: ",
    )
    assert sorted(line for line in lines[:-1] if not line.startswith(others)) == sorted(shown.splitlines())


def test_check_sets_french_spaces_and_only_look_names_them(tmp_path, monkeypatch, capsys):
    copy = Copy(ROOT, tmp_path, EVERYTHING)
    copy.write(PAGE, copy.read(PAGE) + "\nUn mot : « oui ».\n")
    monkeypatch.setattr(check, "ROOT", copy.root)
    assert not check.mend(write=False)
    assert capsys.readouterr().out == f"{PAGE}: no-break spaces are missing\n"
    assert "Un mot : « oui »." in copy.read(PAGE), "only looking wrote to a file"
    assert check.mend(write=True)
    assert capsys.readouterr().out == f"{PAGE}: no-break spaces set\n"
    assert "Un mot\u00a0: «\u00a0oui\u00a0»." in copy.read(PAGE)
    assert check.mend(write=False) and check.mend(write=True)
    copy.write(PAGE, b"\xe9")
    assert not check.mend(write=True)
    assert f"{PAGE}:1: this is not UTF-8" in capsys.readouterr().err


def test_the_page_of_the_rules_is_the_rules():
    told = "tests/RULES.md is old; run PYTHONPATH=scripts:. .venv/bin/python -m tests.handbook"
    assert handbook.PAGE.read_text(encoding="utf-8") == handbook.render(), told
