"""Pages get the interface's words that their scripts say, and no others."""

import re

import pytest

from course import ROOT, elements, web_outline

SCRIPTS = ROOT / "overrides" / "assets" / "js"
IN_DECKS = re.search(r"set said = \((.*)\)", (ROOT / "overrides" / "deck.html").read_text(encoding="utf-8"))[1]
# Script → the beginnings of the words that its page gets for it.
GIVEN = {
    "deck.js": tuple(re.findall(r"\w+", IN_DECKS)),
    **{elements.SCRIPTS[name]: tuple(prefixes) for name, prefixes in elements.WORDS.items() if prefixes},
}


def sources(name):
    """Return the text of a script and of all that it imports of ours."""
    found, left = {}, [SCRIPTS / name]
    while left:
        path = left.pop().resolve()
        if path not in found:
            found[path] = path.read_text(encoding="utf-8")
            left += [path.parent / other for other in re.findall(r'(?:from|import) "(\.[^"]+)"', found[path])]
    return "\n".join(found.values())


def unsaid(text, strings, prefixes):
    """Return the words beginning so that a script does not name: whole, without the ending that `plural` adds, or put
    together, such as `file_${problem}`."""
    names = set(re.findall(r"\w+", text))
    shapes = [shape for shape in re.findall(r"`([\w${}]+)`", re.sub(r"\$\{[^{}]*\}", "${}", text)) if "${}" in shape]
    made = [re.escape(shape).replace(r"\$\{\}", r"\w+") for shape in shapes if not shape.startswith("$")]
    words = {key for key in web_outline.select(strings, *prefixes) if key.removesuffix("_many") not in names}
    return {key for key in words - names if not any(re.fullmatch(shape, key) for shape in made)}


@pytest.mark.parametrize("script", GIVEN)
def test_a_page_gets_no_word_that_its_scripts_leave_unsaid(whole, script):
    text = sources(script) + (sources("timer.js") if script == "vote.js" else "")  # the two stand together in decks
    assert unsaid(text, whole.strings["fr"], GIVEN[script]) == set()


def test_every_page_gets_no_word_that_no_script_says(whole):
    text = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS.rglob("*.js"))
    assert unsaid(text, whole.strings["fr"], web_outline.COMMON) == set()


@pytest.mark.parametrize("script", ["course.js", *GIVEN])
def test_a_page_gets_every_word_that_its_scripts_name(whole, script):
    given = GIVEN.get(script, ()) + (web_outline.COMMON if script != "deck.js" else ())
    named = set(re.findall(r"\bwords\.([a-z]+_\w+)", sources(script).replace(sources("lib/words.js"), "")))
    assert named and named <= set(web_outline.select(whole.strings["fr"], *given))
