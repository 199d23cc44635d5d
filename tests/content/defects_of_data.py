"""The defects of files, of company.yml and of the data that languages share; and edits that are no defect."""

from .planting import COMPANY, EN, FR, FRONT, GLOSSARY, MODULE, NAV, SINGLE, SOURCES, STRINGS, Case, fill_quiz, one

OF_FILES = [
    one("nav without a page", NAV, r"^nav:\n(?s:.*)\Z", "nav:\n", r"^nav:", "write nav: and a list of file names"),
    Case(
        "module without a lesson",
        [(NAV, r"^ +- suppliers/saying-thanks\.md\n", ""), (FR, None), (EN, None)],
        (MODULE, 2),
        "a module has at least one lesson",
        ("docs/en/suppliers/index.md",),
    ),
    Case("missing twin", [(EN, None)], (EN, 0), "write it, or take it out of nav in mkdocs.yml"),
    Case(
        "page not in the navigation",
        [("docs/fr/start/zeta.md", "Zeta\n")],
        ("docs/fr/start/zeta.md", 0),
        "add it to nav",
    ),
    Case(
        "page that is not UTF-8", [(FR, b"---\ntitle: Zeta\ndescription: \xe9t\xe9\n---\n")], (FR, 3), "encoding UTF-8"
    ),
    Case("company that is not UTF-8", [(COMPANY, b"mastery: 80\n# \xe9t\xe9\n")], (COMPANY, 2), "encoding UTF-8"),
    Case("sources that are not UTF-8", [(SOURCES, b"\xe9t\xe9: 1\n")], (SOURCES, 1), "encoding UTF-8"),
    one(
        "module without an index",
        NAV,
        r"^ +- start/index\.md\n",
        "",
        0,
        "has no start/index.md in nav",
        ("docs/fr/start/index.md", "docs/en/start/index.md"),
    ),
    one(
        "page under another module",
        NAV,
        r"^( +- )start/three",
        r"\1suppliers/three",
        "suppliers/three",
        "not in its folder",
    ),
    one("nav that is no file", NAV, r"^( +- )start/three-circles.md", r"\1zeta", "- zeta$", "write file names such as"),
    one("nav that is not YAML", NAV, r"^ +- start/index", r"\t- start/index", r"^(\t)", "indent with spaces, not tabs"),
]

OF_COMPANY = [
    one(
        "company: alias of itself",
        COMPANY,
        r"^values: .*",
        "values: &a [*a]",
        r"^values",
        "'*a' repeats a value; write",
    ),
    one(
        "company: address with a quote", COMPANY, r"^(address: .*)/$", r'\1/"a/', r"^address", "with a slash at the end"
    ),
    one(
        "company: address with a space",
        COMPANY,
        r"^(address: .*)/$",
        r"\1/a a/",
        r"^address",
        "with a slash at the end",
    ),
    one("company: unknown key", COMPANY, r"^mastery:", "mastry:", r"^mastry", "did you mean 'mastery'?"),
    one(
        "company: unknown key inside",
        COMPANY,
        r"^  subtitle:",
        "  subtitel:",
        r"^  subtitel",
        "did you mean 'subtitle'?",
    ),
    one("company: mastery of 200", COMPANY, r"^mastery: .*", "mastery: 200", r"^mastery", "in percent, from 50 to 100"),
    one(
        "company: mastery as a date",
        COMPANY,
        r"^mastery: .*",
        "mastery: 2026-11-22",
        r"^mastery",
        '"2026-11-22"; write',
    ),
    one(
        "company: phone as a number",
        COMPANY,
        r"^contacts: .*",
        r"contacts:\n  a: {name: Zeta, phone: 4185550100}",
        "Zeta",
        "between quotes",
    ),
    one(
        "company: language without a folder",
        COMPANY,
        r"^languages: .*",
        "languages: [fr, de]",
        r"^languages",
        "docs/de/",
    ),
    one("company: no language", COMPANY, r"^languages: .*", "languages: []", r"^languages", "such as [fr, en]"),
    one("company: languages as text", COMPANY, r"^languages: .*", "languages: fr", r"^languages", "such as [fr, en]"),
    one(
        "company: address without a slash", COMPANY, r"^(address: .*)/$", r"\1", r"^address", "with a slash at the end"
    ),
    one(
        "company: unknown required lesson",
        COMPANY,
        r"^required: .*",
        "required: [ze/ta]",
        r"^required",
        "choose among start",
    ),
    one(
        "company: required as text",
        COMPANY,
        r"^required: .*",
        "required: ze/ta",
        r"^required",
        "such as [start/three-circles]",
    ),
    one("company: tab", COMPANY, r"^  title:", r"\ttitle:", r"^(\t)", "indent with spaces, not tabs"),
    one("company: key twice", COMPANY, r"^mastery: .*", r"mastery: 80\n\g<0>", r"^mastery: 80\n(mastery)", "keep one"),
    one("company: a list", COMPANY, r"\A(?s:.*)\Z", r"- zeta\n", 1, "write keys such as"),
    one(
        "company: value without a language",
        COMPANY,
        r"^values: .*",
        r"values:\n  - name: {fr: Zeta}",
        "Zeta",
        "add en: …",
    ),
    one(
        "company: policy without an address",
        COMPANY,
        r"^policies: .*",
        r"policies:\n  - title: {fr: Z, en: Z}",
        "Z,",
        "write url:",
    ),
    Case(
        "company: title without a chosen language",
        [
            (COMPANY, r"^languages: .*", "languages: [fr, en, es]"),
            ("docs/es/index.md", "Zeta\n"),
            ("mkdocs.es.yml", "INHERIT: mkdocs.yml\n"),
        ],
        (COMPANY, r"^  title:"),
        "add es: …",
    ),
]

OF_DATA = [
    one(
        "source checked on a day of no month",
        SOURCES,
        r"(\A(?s:.*?)^  checked: ).*",
        r'\1"2026-13-45"',
        "2026-13-45",
        "there is no day 2026-13-45; write the day it was checked",
    ),
    one(
        "source without the language of its reference",
        SOURCES,
        r"(\A(?s:.*?))^  language: .*\n",
        r"\1",
        r"^auger",
        "write language: the language of the reference",
    ),
    one(
        "source without a language",
        SOURCES,
        r"(\A(?s:.*?)^  says:\n(?s:.*?))^    en:",
        r"\1    de:",
        r"\A(?s:.*?)^(  says:)",
        "add en: …",
    ),
    one("source twice", SOURCES, r"\Z", r"\nauger:\n  kind: law\n", r"^auger:(?s:.*)^(auger:)", "keep one"),
    one(
        "source of a bad kind", SOURCES, r"(\A(?s:.*?)^  kind: ).*", r"\1rumour", "rumour", "one of testimony, opinion"
    ),
    one(
        "source with a bad id",
        SOURCES,
        r"^[a-z][a-z0-9-]*:(?!(?s:.*)^[a-z])",
        "Auger_1:",
        "Auger_1",
        "lower-case words joined by hyphens",
    ),
    one(
        "source checked on no day",
        SOURCES,
        r"(\A(?s:.*?)^  checked: ).*",
        r"\1yes",
        "checked: yes",
        "the day it was checked",
    ),
    one(
        "source without limits",
        SOURCES,
        r"(\A(?s:.*?))^  limits:\n(?:    .*\n)+",
        r"\1",
        r"^auger",
        "'limits' is missing in 'auger'; write limits: what",
    ),
    one(
        "source with an unknown key", SOURCES, r"(\A(?s:.*?))^  kind:", r"\1  kin:", r"^  kin:", "did you mean 'kind'?"
    ),
    one("term without a language", GLOSSARY, r"(\A(?s:.*?))^  en:", r"\1  de:", r"\A(?s:.*?)^(- id)", "add en: …"),
    one(
        "term twice", GLOSSARY, r"(\A- id: )(.*)((?s:.*?)^- id: ).*", r"\1\2\3\2", r"\A- id(?s:.*?)^(- id)", "keep one"
    ),
    one("term without an id", GLOSSARY, r"\A- id: .*\n ", "-", 1, "write id: lower-case words"),
    one(
        "term without a definition",
        GLOSSARY,
        r"(\A(?s:.*?))^    definition: .*\n(?:      .*\n)+",
        r"\1",
        r"\A(?s:.*?)^(  fr:)",
        "write definition:",
    ),
    one("interface word without a language", STRINGS, r"^skip: .*", "skip: {fr: Zeta}", r"^skip", "add en: …"),
]

QUOTING = f"> Zeta\n\n{SINGLE}\nAs said:\n\n- [Zeta](../glossary.md#civility)\n- [Zeta](../sources.md#auger)\n\n> Eta\n"

CLEAN = {
    "files that MkDocs does not see": [("docs/fr/.#about.md", "Zeta\n"), ("docs/fr/start/._index.md", b"\0\xe9")],
    "a note shown between backquotes": [
        (FR, r"(?=^/// plan)", r"Zeta `[^zeta]` and ``a ` [^zeta]``.\n\n"),
        (EN, r"(?=^/// plan)", r"Zeta `[^zeta]` and ``a ` [^zeta]``.\n\n"),
    ],
    "a quotation in a question, links and another in its explanation": [
        fill_quiz(FR, QUOTING),
        fill_quiz(EN, QUOTING),
    ],
    "a tag shown in a quiz": [fill_quiz(FR, SINGLE.replace("Omega", "`<div>`")), fill_quiz(EN, SINGLE)],
    "a capital X in a box": [fill_quiz(FR, SINGLE.replace("[x]", "[X]")), fill_quiz(EN, SINGLE)],
    "a hook that begins with bold words": [(FR, FRONT, r"\1\n**Zeta.** Zeta.\n"), (EN, FRONT, r"\1\n*Zeta.* Zeta.\n")],
    "a code fence that shows blocks and quizzes": [
        (FR, r"(?=^/// plan)", r"```text\n/// zeta\n<quiz>\n# Zeta [^zeta]\n```\n\n"),
        (EN, r"(?=^/// plan)", r"```text\n/// zeta\n<quiz>\n# Zeta [^zeta]\n```\n\n"),
    ],
    "French alone": [(COMPANY, r"^languages: .*", "languages: [fr]")],
    "English alone": [(COMPANY, r"^languages: .*", "languages: [en]")],
    "English first": [(COMPANY, r"^languages: .*", "languages: [en, fr]")],
    "an empty company.yml": [(COMPANY, "")],
    "no company.yml": [(COMPANY, None)],
    "a required lesson": [(COMPANY, r"^required: .*", "required: [start/three-circles]")],
    "a title in one language, the other as it comes": [
        (COMPANY, r"^  title:\n    fr: .*\n    en: .*", r"  title: {fr: Zeta}")
    ],
}
