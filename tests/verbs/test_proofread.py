"""./scripts/proofread and ./scripts/check: what an author sees of the rules, and the spaces that are set for them."""

import json

import pytest

from course import ROOT
from course.verbs import check
from tests import handbook
from tests.copies import EVERYTHING, SITE, Copy

PAGE = "docs/fr/about.md"


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """A copy of the course with three defects that the build lets pass, and the site built from it."""
    copy = Copy(ROOT, tmp_path_factory.mktemp("repository"), SITE)
    copy.write(PAGE, copy.read(PAGE) + '\nUn "mot" à [ici](glossary.md).\n')
    copy.write("docs/en/about.md", copy.read("docs/en/about.md") + "\nA [wrod](glossary.md).\n")
    copy.build(copy.root / "site")
    return copy


def test_it_builds_reads_and_says_everything_with_its_line(repository):
    done = repository.verb("proofread")
    lines = done.stdout.splitlines()
    french = repository.line(PAGE, "^Un .mot.")
    assert done.returncode == 1, done.stderr
    assert (
        f"{PAGE}:{french} → glossary.html: 'ici' says nothing alone; name what stands there [vague-link-text]" in lines
    )
    assert any(line.startswith(f"{PAGE}:{french} → ") and line.endswith("[fr-straight-quotes]") for line in lines)
    english = repository.line("docs/en/about.md", r"^A .wrod")
    assert any(line.startswith(f"docs/en/about.md:{english} → ") and line.endswith("[en-spelling]") for line in lines)
    assert lines[-1].startswith("3 finding(s) by ") and " pages with " in lines[-1]


def test_one_rule_alone_and_all_findings_as_json(repository):
    done = repository.verb("proofread", "--site", "site", "--rule", "vague-link-text", "--json", "-")
    (found,) = json.loads(done.stdout)
    assert (found["path"], found["rule"]) == (PAGE, "vague-link-text") and done.returncode == 1
    assert "1 finding(s) by 1 rules" in done.stderr
    done = repository.verb("proofread", "--site", "site", "--rule", "dead-link", "--json", "found.json")
    assert done.returncode == 0 and json.loads(repository.read("found.json")) == []


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


def test_an_exception_excuses_and_one_that_excuses_nothing_is_told(tmp_path):
    copy = Copy(ROOT, tmp_path, SITE)
    copy.write(PAGE, copy.read(PAGE) + "\nUn mot à [ici](glossary.md).\n")
    english = PAGE.replace("/fr/", "/en/")
    copy.write(english, copy.read(english) + "\nA word in [the glossary](glossary.md).\n")
    entry = (
        "rules:\n  - {rule: vague-link-text, page: %s, about: ici, reason: A reason that is long enough., until: %s}\n"
    )
    copy.write("docs/exceptions.yml", (entry % (PAGE, "2099-01-01")) + "quarantine: []\n")
    assert "an exception ends within a year" in copy.verb("proofread").stderr
    from datetime import date, timedelta

    soon = (date.today() + timedelta(30)).isoformat()
    copy.write("docs/exceptions.yml", (entry % (PAGE, soon)) + "quarantine: []\n")
    done = copy.verb("proofread")
    assert done.returncode == 0 and done.stdout.startswith("0 finding(s)"), done.stdout
    copy.write("docs/exceptions.yml", (entry % ("docs/fr/glossary.md", soon)) + "quarantine: []\n")
    done = copy.verb("proofread")
    assert done.returncode == 1 and "docs/exceptions.yml:2: [vague-link-text] finds nothing" in done.stdout


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
