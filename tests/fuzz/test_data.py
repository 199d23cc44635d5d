"""A data file of the course is read whole, or refused by its line."""

import shutil

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from course import ROOT, data, outline

from . import examples, manners, odd

NAMES = [
    "sources",
    "glossary",
    "slots",
    "ideas",
    "misconceptions",
    "paths",
    "statements",
    "phrases",
    "changes",
    "values",
]
FILES = [data.STRINGS, *(f"docs/{name}.yml" for name in NAMES)]
MOST = 60  # lines of a long file: what follows is like what stands there


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the data, of which each example writes one file."""
    folder = tmp_path_factory.mktemp("data")
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    return folder


def load(folder, whole, name, raw):
    """Return the data with a file in the place of another, or None once the problems were looked at."""
    text = (ROOT / name).read_bytes()
    (folder / name).write_bytes(raw)
    try:
        shared, problems = data.load(folder, list(whole.courses))
        problems = problems or outline.problems_of_data(folder, shared, whole.company, whole.courses)
    finally:
        (folder / name).write_bytes(text)
    if problems:
        manners.check(problems, {name: raw})
        return None
    return shared


def head(name):
    """Return the text of a file, or whole entries from the beginning of a long one."""
    lines = (ROOT / name).read_text(encoding="utf-8").split("\n")
    ends = [n for n, line in enumerate(lines) if n and line[:1].strip() and line[:1] != "#"]
    return "\n".join(lines[: max(n for n in ends if n <= MOST)] if len(lines) > 300 else lines)


def check(folder, whole, name, raw):
    """Check a file that stands in the place of another; return whether it is accepted."""
    shared = load(folder, whole, name, raw)
    if shared:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        kept = odd.kept(vars(shared)[name.split("/")[1].removesuffix(".yml")])
        lost = {each for each in odd.said(text) - kept if each not in kept}  # words are kept by language
        assert not lost, f"these words are gone: {lost}"
    return bool(shared)


@examples(60)
@given(st.data(), st.sampled_from(FILES))
def test_a_data_file_that_an_editor_mangled_is_read_whole_or_refused(folder, whole, data, name):
    accepted = check(folder, whole, name, data.draw(odd.mangled(head(name), most=2)))
    event(f"{name}: {'accepted' if accepted else 'refused'}")


@pytest.mark.parametrize(
    "name, old, new, accepted",
    [
        (data.STRINGS, "colon:", "empty: {}\ncolon:", False),
        (data.STRINGS, "colon:", 'brace: {fr: "a {", en: "b {"}\ncolon:', False),
        (data.STRINGS, "colon:", 'other: {fr: "a {x}", en: "b {y}"}\ncolon:', False),
        ("docs/sources.yml", "  checked:", "  url: >\n    https://a.test/\n  checked:", True),
        ("docs/glossary.yml", "- id: supplier-experience", "- mot\n- id: supplier-experience", False),
    ],
    ids=["empty", "brace", "placeholder", "folded address", "no entry"],
)
def test_what_was_once_lost_is_read_or_refused(folder, whole, name, old, new, accepted):
    text = head(name)
    assert f"\n{old}" in text or text.startswith(old), f"{old} is not in {name}"
    assert check(folder, whole, name, text.replace(old, new, 1).encode()) == accepted
