"""./scripts/check-company: what it says to somebody who never programmed, and how it ends."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from course import ROOT, company, outline
from course.verbs import check_company
from tests.company.cases import EVERYTHING, LOGO
from tests.copies import CONTENT, Copy


@pytest.fixture
def check(tmp_path, monkeypatch, capsys, whole):
    """Return a function that runs the command on a company's file: `(exit code, what it printed)`."""

    def run(text, *arguments, site_url=None, on_github=False):
        copy = tmp_path / "copy"
        if not copy.exists():
            Copy(ROOT, copy, CONTENT).write("company/logo.svg", LOGO)
        (copy / company.NAME).write_text(text, encoding="utf-8")
        # The course itself is read once; the company's file alone differs.
        monkeypatch.setattr(outline, "load", lambda root: replace(whole, company=company.load(root)))
        monkeypatch.setattr(check_company, "ON_GITHUB", on_github)
        monkeypatch.setattr(check_company.sys, "argv", ["check-company", *arguments])
        monkeypatch.delenv("SITE_URL", raising=False)
        if site_url:
            monkeypatch.setenv("SITE_URL", site_url)
        with pytest.raises(SystemExit) as end:
            check_company.main(copy)
        said = capsys.readouterr()
        return end.value.code, said.out

    return run


def test_the_file_as_it_comes_is_right_and_says_which_pages_show_samples(check, whole):
    code, said = check((ROOT / company.NAME).read_text(encoding="utf-8"))
    assert code == 0
    for key in ("contacts.course", "contacts.designated", "contacts.assistance", "policies.gifts", "policies.respect"):
        assert f"{key} is left out: " in said
    assert "internal-clients/values, action/charter, trainer/internal-clients/deck and 1 more show the values" in said
    assert "civility/recognizing" in said and whole.slots["designated"]["fr"]["sample"] in said
    assert "address is still that of an example" in said and "legal_review is left out" in said
    assert said.splitlines()[-1] == (
        "Nothing is wrong; look again at 1 thing above. 11 samples left: readers will see them marked as samples until "
        "you write your own."
    )


def test_everything_filled_is_ready(check):
    code, said = check(EVERYTHING)
    assert (code, said.splitlines()[-1]) == (0, "Ready to publish.")
    assert "colour, light theme: #0b5fa5 as it is, contrast 6.1:1" in said
    assert check(EVERYTHING, "--strict")[0] == 0


def test_strict_refuses_samples(check):
    assert check("mastery: 80\n", "--strict")[0] == 1


def test_what_is_wrong_ends_with_one(check):
    code, said = check("mastery: 180\nlanguage: [fr]\n")
    assert "company.yml:1: 'mastery' cannot be 180" in said and "did you mean 'languages'?" in said
    assert code == "\nNot ready: 2 things above to correct; nothing is published."


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("name: Acme #1\n", 1, "« #1 » is not read"),
        ("name: “Acme”\n", 1, "readers will see the quotation marks of “Acme”"),
        ("contacts:\n  course: {name: Ana}\n", 2, "contacts.course has a name and no way to reach it"),
        ("contacts:\n  course: {name: Ana, email: training@your-company.example}\n", 2, "an example's address"),
        ("address: https://example.org/x/\n", 1, "address is still that of an example"),
    ],
)
def test_what_is_allowed_and_hardly_meant_is_told(check, text, line, words):
    code, said = check(text)
    told = [each for each in said.splitlines() if each.startswith(f"company.yml:{line}: ") and words in each]
    assert code == 0 and told, said


def test_a_quotation_of_what_one_says_is_no_doubt(check):
    assert "quotation marks" not in check("values: [{name: {fr: A, en: A}, words: {fr: « Oui. », en: “Yes.”}}]\n")[1]


def test_where_pages_gives_the_address_the_example_is_no_doubt(check):
    assert "of an example" not in check("mastery: 80\n", site_url="https://acme.github.test/course/")[1]


def test_on_github_each_line_is_an_annotation_of_the_file(check):
    said = check("mastery: 180\n", on_github=True)[1]
    assert "::error file=company.yml,line=1::'mastery' cannot be 180" in said
    said = check('name: "“100%\\nsure”"\n', on_github=True)[1]
    assert "::warning file=company.yml,line=1::readers will see the quotation marks of “100%25%0Asure”" in said


def test_what_the_course_lacks_is_told_of_the_file_too(tmp_path):
    copy = Copy(ROOT, tmp_path, CONTENT)
    copy.write("company.yml", "mastery: 80\nrequired: [start/three-circle]\n")
    assert [str(each).partition(" is no")[0] for each in copy.problems()] == ["company.yml:2: 'start/three-circle'"]


def test_the_command_needs_no_developer_s_package():
    """Only what builds the site is imported: an HR department does not set up a test suite."""
    code = (
        "import sys; from course.verbs import check_company\n"
        "found = [n for n in ('pytest', 'playwright', 'hunspell', 'icalendar', 'pypdf') if n in sys.modules]\n"
        "sys.exit(' '.join(found) or 0)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert '"check-company"], "site")' in (ROOT / "scripts" / "run.py").read_text(encoding="utf-8")
