"""The defects of what serves the whole course: worksheets, passages, statements, phrases, elements, changes."""

from .planting import CHECK, EN, FR, HEAD, Case, one

STATEMENTS, PHRASES, CHANGES = "docs/statements.yml", "docs/phrases.yml", "docs/changes.yml"
TOOL = "docs/fr/tools/thank-you.md"
FIELD = r"^- who: .*"
SHEET = r"^/// fields \| thank-you$"

OF_SHEETS = [
    one(
        "sheet without a name of two words", FR, SHEET, "/// fields | thanks", r"^/// fields", "two or more", (EN, TOOL)
    ),
    one("field that is none", FR, FIELD, "- Who: Zeta", "Who: Zeta", "write '- key: Label'", (EN, TOOL)),
    one("field with too many lines", FR, FIELD, "- who (12): Zeta", "who .12", "for three lines", (EN, TOOL)),
    one("field of no line", FR, FIELD, "- who (0): Zeta", "who .0", "for three lines", (EN, TOOL)),
    one("field without a label", FR, FIELD, "- who:", "- who:", "this is no field", (EN, TOOL)),
    one(
        "field twice",
        FR,
        r"^(- effect .*)",
        r"\1\n- who: Zeta",
        "who: Zeta",
        "stands twice here; rename one",
        (EN, TOOL),
    ),
    one(
        "sheet without a field",
        FR,
        r"(/// fields.*\n)(?:- .*\n)+",
        r"\1",
        r"^/// fields",
        "at least one field",
        (EN, TOOL),
    ),
    one(
        "field that the twin lacks",
        EN,
        r"^- from: .*\n",
        "",
        r"^/// fields",
        "fields differ from",
        (EN, TOOL.replace("/fr/", "/en/")),
    ),
    one(
        "field of another height in the twin",
        EN,
        r"^- what \(3\)",
        "- what (2)",
        r"^/// fields",
        "fields differ",
        (EN,),
    ),
    Case(
        "sheet with other fields elsewhere",
        [(TOOL, FIELD, "- whom: Zeta"), (TOOL.replace("/fr/", "/en/"), FIELD, "- whom: Zeta")],
        (TOOL, r"^/// fields"),
        "has other fields in docs/fr/suppliers/saying-thanks.md",
        (TOOL.replace("/fr/", "/en/"),),
    ),
    one(
        "practice without fields",
        FR,
        r"^/// fields(?s:.*?)^///\n",
        "",
        r"^//// practice",
        "a practice has 'fields'",
        (EN,),
    ),
    one(
        "practice without examples",
        FR,
        r"^/// examples\n((?s:.*?))^///\n",
        r"\1",
        r"^//// practice",
        "has 'examples'",
        (EN,),
    ),
    one(
        "unknown element",
        TOOL,
        r"^//// element . .*",
        "//// element | thank-your-note",
        r"^//// el",
        "did you mean 'thank-you",
    ),
]

OF_PASSAGES = [
    one(
        "passage that no section is",
        FR,
        HEAD + r"(.*)passage: \d",
        r"\1\2passage: 9",
        r"\A(?s:.*?)^<quiz>()",
        "is none of the",
        (EN,),
    ),
    one(
        "passage that is no number",
        FR,
        HEAD + r"(.*)passage: \d",
        r"\1\2passage: zeta",
        r"\A(?s:.*?)^<quiz>\n()",
        "the number of",
        (EN,),
    ),
    one(
        "passage other than the twin's",
        EN,
        HEAD + r"(.*)passage: \d",
        r"\1\2passage: 1",
        r"\A(?s:.*?)^(<quiz>)",
        "questions differ",
        (EN,),
    ),
    one(
        "question of a check without a passage",
        CHECK,
        HEAD + r"(.*)passage: \d; ",
        r"\1\2",
        r"\A(?s:.*?)^(<quiz>)",
        "which section answers it",
        ("docs/en/suppliers/check.md",),
    ),
]

OF_LISTS = [
    one(
        "statement of no lesson", STATEMENTS, r"\A(?s:(.*?))  lesson: .*", r"\1  lesson: ze/ta", "ze/ta", "is no lesson"
    ),
    one(
        "statement twice",
        STATEMENTS,
        r"\A- id: (.*)(?s:(.*?))^- id: .*",
        r"- id: \1\2- id: \1",
        r"\A(?s:.+?)^(- id)",
        "stands twice; rename",
    ),
    one("statement in one language", STATEMENTS, r"\A(?s:(.*?))^  en: .*\n", r"\1", 1, "has no 'en'; add en: …"),
    one(
        "statement of no circle",
        STATEMENTS,
        r"\A(?s:(.*?))circle: .*",
        r"\1circle: zeta",
        "circle: zeta",
        "one of customers",
    ),
    one(
        "circle with five statements", STATEMENTS, r"\A(?s:(.*?))circle: customers", r"\1circle: internal", 0, "write 4"
    ),
    one(
        "phrase in one language",
        PHRASES,
        r"\A(?s:(.*?))^      en: .*\n",
        r"\1",
        r"\A(?s:.*?)^    (- fr)",
        "phrase 1 of",
    ),
    one(
        "phrase of no lesson",
        PHRASES,
        r"\A(?s:(.*?))  lessons: .*",
        r"\1  lessons: [ze/ta]",
        "ze/ta",
        "is no lesson; choose",
    ),
    one(
        "situation twice",
        PHRASES,
        r"\A- id: (.*)(?s:(.*?))^- id: .*",
        r"- id: \1\2- id: \1",
        r"\A(?s:.+?)^(- id)",
        "stands twice; rename",
    ),
    one("version that is none", CHANGES, r"^first: .*", "first: zeta", "first: zeta", "such as 0.4.0"),
]
