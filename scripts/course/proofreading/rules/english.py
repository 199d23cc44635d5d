"""What Canadian English asks of a text: its quotation marks, numbers, dates, spelling and a few words."""

import re
from functools import cache

from course.proofreading import dictionaries
from course.proofreading.registry import rule
from course.proofreading.rules.spelling import WORD, speller
from course.proofreading.rules.writing import DRAWN
from course.proofreading.wording import DIGITS, own_words, pattern

EN = ("en",)
S = "[ \u00a0\u202f]"
MONTHS = "January|February|March|April|June|July|August|September|October|November|December"

pattern(
    "en-straight-quotes",
    "Quotation marks are curly: “ ”.",
    '["„‟]',
    "{0} is straight; write “…”",
    EN,
    signs='"„‟',
)
pattern(
    "en-apostrophe",
    "The apostrophe is ’, also before a year or a cut word (’90s, ’em).",
    r"['`´ʼ′]|‘(?=\d\ds?\b|em\b|tis\b|til\b|cause\b)",
    "{0}; write ’",
    EN,
    signs="'`´ʼ′‘",
)
pattern(
    "en-guillemets",
    "« » are French; English quotes with “ ”.",
    f"[«»]{S}?",
    "{0} in English; write “…” without spaces",
    EN,
    signs="«»",
)
pattern(
    "en-quote-spaces",
    "No space stands inside quotation marks.",
    f"[“‘]{S}+|{S}+”",
    "a space inside {0}; take it out",
    EN,
    signs="“”‘",
)
pattern(
    "en-no-space-before",
    "No space stands before a colon, a semicolon, an exclamation mark or a question mark.",
    rf"(?<=[^\s“]){S}+[:;!?]",
    "a space before “{0}”; write word{0}",
    EN,
    signs=":;!?",
)
pattern(
    "en-space-after-colon",
    "A space follows a colon, unless it parts two numbers (10:30, 3:1).",
    r"(?<=[^\W\d_]):(?=\w)",
    "no space after “{0}”; write one",
    EN,
    signs=":",
)
pattern(
    "en-percent",
    "No space parts a number from %.",
    rf"\d{S}+%",
    "“{0}”; write 48%",
    EN,
    signs="%",
)
pattern(
    "en-dollar",
    "The sign of a currency stands right before the amount.",
    rf"[$€]{S}+\d|\d{S}?[$€](?!\d)",
    "“{0}”; write $40",
    EN,
    signs="$€",
)
pattern(
    "en-thousands",
    "Commas part the thousands of a number, not spaces.",
    rf"(?<![\d,.-])[1-9]\d{{0,2}}(?:{S}\d{{3}})+(?![\d-])",
    "“{0}”; write 1,173",
    EN,
    signs=DIGITS,
)
pattern(
    "en-decimal",
    "A period stands before decimals, not a comma.",
    r"(?<![\d,.])(?:\d+,\d{1,2}|0,\d+)(?![\d,])",
    "“{0}”; write 0.65 (or, in a list, a space after the comma)",
    EN,
    signs=DIGITS,
)
pattern(
    "en-time",
    "The time is 2:30 p.m.: twelve hours, small letters, periods.",
    rf"\b\d{{1,2}}(?::\d\d)?{S}?(?:[ap]m\b|[AP]\.?M\b\.?)|\b\d{{1,2}}(?::\d\d)?[ap]\.m\.|\b\d{{1,2}}(?::\d\d)?{S}[ap]\.m(?![.\w])"
    rf"|\b\d{{1,2}}{S}?h{S}?[0-5]\d\b|(?<![\d:.])(?:1[3-9]|2[0-3]):[0-5]\d(?![\d:])",
    "“{0}”; write 2:30 p.m.",
    EN,
    signs=DIGITS,
)
pattern(
    "en-date",
    "A date is September 27, 2024: the month first, no ordinal, a comma before the year.",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:{S}of)?{S}(?:(?:{MONTHS})\b|May{S}\d{{4}})"
    rf"|\b(?:{MONTHS}|May){S}\d{{1,2}}(?:(?:st|nd|rd|th)\b|{S}\d{{4}}\b)|\b\d{{1,2}}/\d{{1,2}}/\d{{4}}\b"
    r"|(?<![\d/])(?:0\d|1[0-2])/(?:[0-2]\d|3[01])/\d\d(?![\d/])",
    "“{0}”; write September 27, 2024",
    EN,
    signs=DIGITS,
)
pattern(
    "en-email",
    "It is email, without a hyphen.",
    r"\b[Ee]-[Mm]ail(?:s|ed|ing)?\b",
    "“{0}”; write email",
    EN,
)
pattern(
    "en-internal-client",
    "The course says internal client; “internal customer” is mentioned once, as another name for it.",
    r"\b[Ii]nternal (?:customers\b|(?<!called internal )(?<!called an internal )(?<!“internal )customer\b)",
    "“{0}”; write internal client",
    EN,
)
pattern(
    "en-article",
    "A stands before a consonant's sound, an before a vowel's.",
    r"(?<![\w’'.-])an (?![aeioux]|hono|hones|hour|heir|herb)[a-z][^\W\d_]{2,}"
    r"|(?<![\w’'.-])(?:a|(?<![^.!?”“»] )A) (?!and\b|are\b|also\b|eu|ewe|one|once|uni|unan|us[eu]|ut[ei]|uk|ub"
    r"|ur[aeio]|ouija)[aeiou][^\W\d_]{2,}"
    r"|(?<![\w’'.-])[Aa] (?:hours?|honest\w*|hono(?:u?r)\w*|heir\w*)\b"
    r"|(?<![\w’'.-])[Aa]n (?:use|used|users?|useful|usual|unique|unions?|units?|univers\w+|European|one|once)\b",
    "“{0}”; write the other article",
    EN,
)
pattern(
    "en-could-of",
    "It is could have, or could’ve: never could of.",
    r"\b(?:[cw]ould|[Ss]hould|[Mm]ight|[Mm]ust)(?:n’t)? of\b(?! course)",
    "“{0}”; write have",
    EN,
)
pattern(
    "en-usage",
    "A few words have one form here: website, online, psychological harassment, home in on, health care.",
    r"\b(?:[Ww]eb[ -]sites?|[Oo]n-line|[Mm]oral harassment|[Ii]rregardless|[Vv]ice-versa|[Ww]ork-place|[Ee]-learnings"
    r"|[Ff]eedbacks|[Ii]nformations|[Aa]dvices|[Ss]taffs are|[Ss]upplier-experience)\b",
    "“{0}”; write website, online, psychological harassment, vice versa, workplace, supplier experience; feedback, "
    "information and advice have no plural",
    EN,
)

QUEBEC = re.compile(r"\bQuébec\b")
dictionaries.explained("en", QUEBEC)


@rule("text")
def en_quebec(site):
    """In English it is Quebec. A French name such as Revenu Québec keeps its accent, and docs/words/en.txt lists it."""
    words = speller(site, "en")
    for passage, text in own_words(site, "en"):
        for match in QUEBEC.finditer(text):
            if not words.named(text, *match.span()):
                told = "Québec; write Quebec, or add the French name that it belongs to, whole, to docs/words/en.txt"
                yield passage.at(*match.span()), told


# American or British stems, each with the Canadian one; what follows the stem is kept.
STEMS = {
    **{
        f"{stem}or": f"{stem}our" for stem in ("behavi", "col", "fav", "flav", "harb", "neighb", "rum", "endeav", "sav")
    },
    **{f"{stem}or(?!i|a)": f"{stem}our" for stem in ("hon", "lab", "hum", "vig", "od")},
    **{f"{stem}er(?=s?\\b)": f"{stem}re" for stem in ("cent", "theat", "lit", "fib", "lust")},
    **{"centered": "centred", "centering": "centring"},
    **{
        f"{stem}is(?=e|ing|ation)": f"{stem}iz"
        for stem in ("organ", "recogn", "apolog", "emphas", "priorit", "summar", "critic", "minim", "maxim", "util")
    },
    **{
        f"{stem}is(?=e|ing|ation)": f"{stem}iz"
        for stem in (
            "special",
            "standard",
            "real",
            "custom",
            "final",
            "personal",
            "central",
            "empath",
            "normal",
            "general",
        )
    },
    **{f"{stem}l(?=ed|ing|er)": f"{stem}ll" for stem in ("trave", "cance", "mode", "labe", "leve", "signa", "counse")},
    **{f"{stem}l(?=ed|ing|er)": f"{stem}ll" for stem in ("fue", "shove", "quarre", "tota", "channe", "unrave", "jewe")},
    "counselor": "counsellor",
    "analys(?=ed?\\b|ing)": "analyz",
    "paralys(?=ed?\\b|ing)": "paralyz",
    "defense": "defence",
    "offense": "offence",
    "enroll(?=ment|s?\\b)": "enrol",
    "fulfil(?!l)": "fulfill",
    "judgement": "judgment",
    "catalog(?!u)": "catalogue",
    "dialog(?!u)": "dialogue",
    "gray": "grey",
    "tyre": "tire",
    "programme(?!d|r)": "program",
    "practic(?=ed|ing)": "practis",
    "whilst": "while",
    "amongst": "among",
    "mold": "mould",
    "checkbook": "chequebook",
    "organisational": "organizational",
    "artefact": "artifact",
    "ageing": "aging",
    "sceptic": "skeptic",
    "jewellry": "jewellery",
}
WRONG = re.compile("|".join(rf"\b({stem})(\w*)" for stem in STEMS), re.IGNORECASE)
RIGHT = list(STEMS.values())
# Words that begin like a stem and are right.
OTHER = re.compile(r"(?i:colora|vigorous|odorous|humorous|humorist)|Gray")
IN_CONTEXT = re.compile(
    r"\b(?P<cheque>(?:pay|paid|write|wrote|mail(?:ed)?|cash(?:ed)?|late|sign(?:ed)?)(?: a| the| that| h\w+)? check)s?\b"
    r"|\b(?P<licence>(?:a|an|the|your|our|this|MIT|driver’s|under) license)\b(?!d)"
    r"|\b(?P<practise>(?:can|could|will|would|should|must|may|let’s|they|we|you|I|please) practice)\b"
    r"|\b(?P<practice>(?:a|the|in|this|best|into|your|our) practise)\b"
    r"|\b(?P<license>(?:to|will|can|must) licence)\b"
)
IN_CONTEXT_SIGNS = ("check", "licen", "practi")


@cache
def canadian(word):
    """Return the Canadian form of an American or British word, or an empty text."""
    match = WRONG.fullmatch(word)
    if not match or OTHER.match(word):
        return ""
    # Each stem has two groups: itself, and the rest of the word.
    return RIGHT[match.lastindex // 2 - 1] + match[match.lastindex]


@rule("text")
def en_canadian_spelling(site):
    """English is spelled as in Canada: behaviour, centre, organize, travelled, cheque, a licence, to practise."""
    own = speller(site, "en").own
    for passage, text in own_words(site, "en"):
        for match in WORD.finditer(text):
            if (right := canadian(match[0])) and match[0] not in own:
                yield passage.at(*match.span()), f"“{match[0]}”; write {right} in Canada"
        if any(sign in text for sign in IN_CONTEXT_SIGNS):
            for match in IN_CONTEXT.finditer(text):
                yield passage.at(*match.span()), f"“{match[0]}”; write {match.lastgroup} here in Canada"


dictionaries.explained("en", WRONG)


@rule("text")
def en_unbalanced_quotes(site):
    """Every “ has its ” within the paragraph."""
    for passage, text in own_words(site, "en", signs="“”"):
        opened = text.count("“")
        if passage.kind not in DRAWN and opened != text.count("”"):
            place = text.find("“") if opened else text.find("”")
            told = f"{opened} “ and {text.count('”')} ”; open and close each"
            yield passage.at(place, place + 1), told
