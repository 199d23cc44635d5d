"""docs/exceptions.yml: what it says is read, what it says wrongly is told, and nothing in it lasts for ever."""

from datetime import date, timedelta

import pytest

from course import ROOT, exceptions, external_links
from course.problems import CourseError

TODAY = date(2026, 11, 22)
GOOD = """# what is let pass
rules:
  - rule: dead-anchor
    page: docs/en/about.md
    about: "#history"
    reason: The other course gets this heading in winter.
    until: 2026-12-31
quarantine:
  - url: https://example.org/report#page=3
    reason: The library moves its collection this winter.
    owner: Training team
    until: "2027-03-31"
"""


def load(tmp_path, text):
    (tmp_path / "docs").mkdir()
    (tmp_path / exceptions.NAME).write_text(text, encoding="utf-8")
    return exceptions.load(tmp_path, TODAY)


def test_nothing_in_the_course_s_own_file_has_expired():
    today = date.today()
    problems = exceptions.expired(exceptions.load(ROOT, today), today)
    assert not problems, "\n".join(map(str, problems))


def test_entries_are_read_with_their_lines(tmp_path):
    found = load(tmp_path, GOOD)
    [rule], [quarantine] = found.rules, found.quarantine
    assert (rule.rule, rule.page, rule.about) == ("dead-anchor", "docs/en/about.md", "#history")
    assert (rule.until, rule.line) == (date(2026, 12, 31), 3)
    assert (quarantine.url, quarantine.owner) == ("https://example.org/report", "Training team")
    assert (quarantine.until, quarantine.line) == (date(2027, 3, 31), 9)


@pytest.mark.parametrize("text", ["", "# nothing\n", "rules: []\nquarantine: []\n", "quarantine: []\n"])
def test_a_file_may_hold_nothing(tmp_path, text):
    assert load(tmp_path, text) == exceptions.Exceptions()


def test_there_may_be_no_file(tmp_path):
    assert exceptions.load(tmp_path, TODAY) == exceptions.Exceptions()


def test_an_entry_holds_through_its_last_day(tmp_path):
    found = load(tmp_path, GOOD)
    assert exceptions.expired(found, date(2026, 12, 31)) == []
    [rule] = exceptions.expired(found, date(2027, 1, 1))
    assert (rule.path, rule.line) == (exceptions.NAME, 3)
    assert "ended on 2026-12-31" in rule.message and "write a new day and why" in rule.message
    assert [problem.line for problem in exceptions.expired(found, date(2027, 4, 1))] == [3, 9]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("    reason: The library moves its collection this winter.\n", "", 9, "'reason' is missing"),
        ("owner: Training team", "owner: X", 11, "write who looks after it"),
        ("https://example.org", "example.org", 9, "beginning with https://"),
        ("    page: docs/en/about.md\n", "", 3, "'page' is missing"),
        ("docs/en/about.md", "/docs/en/about.md", 4, "write where the remark stands"),
        ("dead-anchor", "Dead anchor", 3, "write the id of the rule"),
        ("reason: The other", "because: It is so.\n    reason: The other", 6, "unknown key 'because'; known"),
        ("reason: The other course gets this heading in winter.", "reason: later", 6, "why it cannot be mended now"),
        ("until: 2026-12-31", "until: soon", 7, "write the last day"),
        ("until: 2026-12-31", "until: 2026-12-32", 7, "there is no day 2026-12-32"),
        ("until: 2026-12-31", f"until: {TODAY + timedelta(367)}", 7, f"write a day up to {TODAY + timedelta(366)}"),
        ("rules:", "rule:", 2, "did you mean 'rules'?"),
        ("quarantine:\n", "quarantine:\n  - {url: 'https://example.org/report#top', reason: As it is said below., "
         "owner: Team, until: 2027-01-01}\n", 10, "line 9 has this address already"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line_and_remedy(tmp_path, old, new, line, said):
    assert GOOD.count(old) == 1
    with pytest.raises(CourseError) as stop:
        load(tmp_path, GOOD.replace(old, new))
    assert [(problem.path, problem.line) for problem in stop.value.problems] == [(exceptions.NAME, line)]
    assert said in stop.value.problems[0].message


def test_a_year_is_the_longest(tmp_path):
    text = GOOD.replace("until: 2026-12-31", f"until: {TODAY + exceptions.LONGEST}")
    assert load(tmp_path, text).rules[0].until == TODAY + timedelta(days=366)


def test_a_link_in_quarantine_is_not_asked_and_an_idle_entry_is_told(tmp_path):
    quarantine = load(tmp_path, GOOD).quarantine
    pages = {"https://example.org/report": ["fr/a.html"], "https://example.org/other": ["fr/b.html"]}
    asked, spared, idle = external_links.part(pages, quarantine)
    assert asked == {"https://example.org/other": ["fr/b.html"]}
    assert spared == [(quarantine[0], ["fr/a.html"])] and idle == []
    assert external_links.part({}, quarantine) == ({}, [], list(quarantine))
