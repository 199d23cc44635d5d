"""What every language asks of a text: marks in pairs, marks in place, one sort of blank, no word twice."""

import re
import unicodedata

from course.proofreading.passages import THING
from course.proofreading.registry import rule
from course.proofreading.wording import own_words, pattern, visible

# Drawn words are lines of a sentence that goes on in the next `<text>`: pairs and ends are not looked for in them.
DRAWN = ("text",)
# Right in a row: pronouns (nous nous parlons), causatives (faire faire), and what people say (non non, had had).
TWICE = {
    *("nous", "vous", "faire", "en", "non", "oui", "très", "si", "bla", "ha", "hé", "hein", "toc", "ouf"),
    *("had", "that", "no", "bye", "very", "so", "knock", "hey", "there", "tsk", "again"),
}
WORD_TWICE = re.compile(r"(?<![\w’'-])([^\W\d_]{2,}|[àÀaAyY])[ \u00a0]\1(?![\w’'/-])", re.IGNORECASE)
BRACKETS = {"(": ")", "[": "]"}
# `a)` and `1)` begin the items of a list and close nothing.
LISTED = re.compile(r"(?:^|[\s\u00a0;,:])(?:[a-h]|\d{1,2}|[ivx]{1,4})$")
# A paragraph of so many words is a sentence; shorter ones may be labels.
SENTENCE = 12
SIGNED = re.compile(r"[.!?…»”][ \u00a0][^\W\d_]+(?: [^\W\d_]+)?$")  # a message ends with its author's name
# « À relire : » and titles of lessons: a label of a few words, and no sentence.
LABELLED = re.compile(r"[^\W\d_][^\W\d_’]*(?: [^\W\d_’]+){0,3}[\u00a0\u202f]?: [^.!?;]*$")
ENDS = (".", "!", "?", "…", ":", "»", "”", ")", "]", ";", "→", THING)

pattern(
    "three-dots",
    "An ellipsis is one character, …, which no line end can cut.",
    r"\.{3,}|\. \. \.",
    "“{0}” is three dots; write …",
    signs=".",
)
pattern(
    "etc-dots",
    "“etc.” already says that the list goes on: no ellipsis follows it.",
    r"\b[Ee]tc(?:…|\.…|\.{2,}|(?![\w.…]))",
    "“{0}”; write etc.",
)
pattern(
    "doubled-mark",
    "A mark stands once: no ,, ;; :: .. !! or ??.",
    r",,+|;;+|::+|!!+|\?\?+|,\.(?!\.)|(?<![.…])\.\.(?!\.)|…\.",
    "“{0}” is a mark too many; keep one",
)
pattern(
    "space-before-mark",
    "No space stands before a comma, a period, an ellipsis, a closing bracket, or after an opening one.",
    r"(?<=[^\s\u00a0\u202f,;:.!?«“(\[—–])[ \u00a0\u202f]+(?:[,)\]]|\.(?![\w./])|…)|[(\[][ \u00a0\u202f]+(?!»)",
    "“{0}” has a space too many; write {0} without it",
)
pattern(
    "space-after-mark",
    "A space follows a comma, a semicolon, an exclamation mark and a question mark, and a period before a capital.",
    r"[,;!?](?=[^\W\d_])",
    "nothing parts “{0}” from the next word; write a space after it",
)
pattern(
    "space-between-sentences",
    "A space follows the period of a sentence.",
    r"[^\W\d_A-Z]{3}[.…](?=[A-ZÀ-ÖØ-Þ][^\W\d_A-Z])"
    r"|[^\W\d_A-Z]{3}\.(?=(?:it (?:is|was|has|will)|the|they|we|you|he|she|this|that"
    r"|il|elle|on|le|la|les|un|une|nous|vous|ce) [^\W\d_])",
    "“{0}” touches the next sentence; write a space after its period",
    kinds=("p", "dd", "label", "blockquote", "summary", "desc"),
)
pattern(
    "hyphen-as-dash",
    "A hyphen joins; what sets apart is a dash: — with spaces in French, — without in English. Better, a comma.",
    r"(?<=[^\s\u00a0\u202f])[ \u00a0\u202f]-[ \u00a0\u202f](?=\S)|(?<!-)--(?!-)",
    "a hyphen used as a dash; write a comma, a colon or —",
    signs="-",
)
pattern(
    "invisible-character",
    "No character hides in a text: soft hyphens, zero-width and direction marks, odd blanks. No-break spaces may.",
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2000-\u200a\u2028-\u202e"
    r"\u205f-\u206f\u3000\ue000-\uf8ff\ufeff\ufff9-\ufffb]|\u200d(?![^\w\s])",
    "an invisible character; delete it (a no-break space is U+00A0)",
)


@rule("text")
def double_word(site):
    """A word does not stand twice in a row, unless the language wants it (« nous nous parlons », “had had”)."""
    for passage, text in own_words(site):
        for match in WORD_TWICE.finditer(text):
            if match[1].lower() not in TWICE:
                yield passage.at(*match.span()), f"“{visible(match[0])}”; keep one"


@rule("text")
def unbalanced_bracket(site):
    """Every bracket that opens closes, and the other way round, within its paragraph."""
    for passage, text in own_words(site, signs="()[]"):
        if passage.kind in DRAWN:
            continue
        opened = []
        for place, character in enumerate(text):
            if character in BRACKETS:
                opened.append(place)
            elif character in BRACKETS.values():
                if opened and BRACKETS[text[opened[-1]]] == character:
                    opened.pop()
                elif not (character == ")" and LISTED.search(text[max(0, place - 5) : place])):
                    yield passage.at(place, place + 1), f"“{character}” closes nothing; open it, or take it out"
        for place in opened:
            yield (
                passage.at(place, place + 1),
                f"“{text[place]}” is never closed; close it with {BRACKETS[text[place]]}",
            )


@rule("text")
def decomposed_accent(site):
    """An accented letter is one character (Unicode NFC), so that searching and spelling know it."""
    for passage, text in own_words(site):
        if not unicodedata.is_normalized("NFC", text):
            place = next(n for n, character in enumerate(text) if unicodedata.combining(character))
            word = unicodedata.normalize("NFC", text[max(0, place - 1) : place + 1])
            yield passage.at(max(0, place - 1), place + 1), f"a letter and its accent apart; write {word}, typed anew"


@rule("text")
def unended_sentence(site):
    """A paragraph that is a sentence ends with its mark."""
    # A reference and the link that follows it are no sentence.
    for passage, text in own_words(site):
        long = passage.kind in ("p", "dd") and text.count(" ") >= SENTENCE - 1
        whole = text.endswith(ENDS) or SIGNED.search(text) or LABELLED.match(text)
        if long and not whole and THING not in text:
            yield passage.at(max(0, len(text) - 12)), "a sentence without its end; write a period"
