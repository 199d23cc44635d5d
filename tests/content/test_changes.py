"""What changed since a version: noted by ./scripts/check beside what was edited, told on a page, read by a browser."""

import dataclasses

import pytest
from lxml import html as lxml_html

from course import changes, lists

FIRST = {"since": "0.4.0", "fingerprint": "aaaaaaaa"}
OTHER = {"since": "0.4.0", "fingerprint": "bbbbbbbb"}
TABLE = {"first": "0.4.0", "lessons": {"m/a": FIRST, "m/b": OTHER}, "questions": {"one-two": FIRST}}
FOUND = {"lessons": {"m/a": "aaaaaaaa", "m/b": "bbbbbbbb"}, "questions": {"one-two": "aaaaaaaa"}}


def test_what_is_as_it_was_keeps_its_version():
    assert changes.updated(TABLE, FOUND, "0.5.0") == TABLE
    assert changes.by_version(TABLE) == []


def test_what_was_edited_or_added_gets_the_version_of_today_and_what_is_gone_goes():
    found = {"lessons": {"m/a": "cccccccc", "m/c": "dddddddd"}, "questions": {"one-two": "eeeeeeee"}}
    table = changes.updated(TABLE, found, "0.10.0")
    assert table["lessons"] == {
        "m/a": {"since": "0.10.0", "fingerprint": "cccccccc"},
        "m/c": {"since": "0.10.0", "fingerprint": "dddddddd"},
    }
    later = changes.updated(table, {**found, "lessons": {**found["lessons"], "m/a": "ffffffff"}}, "0.11.0")
    assert changes.by_version(later) == [("0.11.0", ["m/a"], []), ("0.10.0", ["m/c"], ["one-two"])]


def test_versions_are_compared_as_numbers():
    assert changes.key("0.10.0") > changes.key("0.9.9")


def test_a_fingerprint_changes_with_either_language_and_not_with_trainer_notes(whole):
    def digits(edit):
        lesson = whole.courses["en"].pages["suppliers/gifts"]
        body = lesson.body
        lesson.body = edit(body)
        try:
            return changes.fingerprints(whole)["lessons"]["suppliers/gifts"]
        finally:
            lesson.body = body

    now = digits(lambda body: body)
    assert digits(lambda body: body + "\nZeta.\n") != now
    assert digits(lambda body: body.replace("\n\n", "\n\n\n")) == now, "white space is no change"
    trainer = "\n/// trainer | 9 min\nZeta.\n///\n"
    assert digits(lambda body: body + trainer) == now


def test_the_table_of_the_repository_is_that_of_the_course_as_it_is(whole):
    right = changes.updated(whole.changes, changes.fingerprints(whole))
    assert right == whole.changes, "run ./scripts/check: it notes what has changed"


def test_an_edit_in_a_new_version_reaches_the_page_with_links(acme):
    said = acme.copy.read("noted")
    assert said.split()[-1] == "True" and "False" in said, said
    assert "since: 0.10.0" in acme.copy.read("docs/changes.yml")
    for language, title in (("fr", "Les cadeaux"), ("en", "Gifts: the right measure")):
        root = lxml_html.parse(str(acme.site / language / "progress" / "changes.html")).getroot()
        (section,) = root.xpath("//course-changes//section[@data-version='0.10.0']")
        links = {link.text: link.get("href") for link in section.iter("a")}
        assert links.pop(title) == "../suppliers/gifts.html"
        assert list(links.values()) == ["../suppliers/saying-thanks.html#q-thanks-specific"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_with_nothing_changed_the_page_says_so(whole, language):
    told = {"fr": "rien n’a changé depuis", "en": "nothing has changed since"}[language]
    course, words = whole.courses[language], whole.strings[language]
    page = course.pages["progress/changes"]
    assert told in lists.changed(dataclasses.replace(whole, changes=TABLE), course, words, page)
    assert told not in lists.changed(whole, course, words, page)
