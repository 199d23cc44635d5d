"""The defects of lessons: what is edited, the line at which it must be told, and words of the remedy."""

from .planting import (
    BLANK,
    CHECK,
    CHOICE,
    EN,
    FIRST,
    FIRST_HEADER,
    FIRST_QUIZ,
    FR,
    FRONT,
    HEAD,
    LAST_QUIZ,
    MODULE,
    MULTIPLE,
    SINGLE,
    Case,
    fill_quiz,
    header,
    one,
    quiz,
)

RECALLING = [f"docs/{code}/internal-clients/choose.md" for code in ("fr", "en")]  # they ask FR's first question again
BANKS = [f"docs/{code}/action/assessment.md" for code in ("fr", "en")]
CASES = [f"docs/{code}/action/case.md" for code in ("fr", "en")]
A_QUIZ = f"<quiz>\n<!-- id: ze-ta; objective: 1; level: apply -->\n{SINGLE}</quiz>\n"

OF_QUIZZES = [
    quiz(
        "option after the explanation", "- [ ] Gamma", "As said.\n\n- [ ] Gamma", "Gamma", "would be lost; move it up"
    ),
    quiz("note in a quiz", "Omega?", "Omega [^auger]?", "Omega", "in a quiz link to ../sources.md#auger"),
    quiz("section closed in a quiz", "Omega?", "Omega </section>?", "Omega", "'</section' cannot stand in a quiz"),
    quiz("division in a reason", "Why beta.", "Why <DIV>beta</b>.", "beta</b>", "'<DIV' cannot stand in a quiz"),
    quiz("division after the options", "Why gamma.\n", "Why gamma.\n\n</div>\n", "^</div>", "cannot stand in a quiz"),
    quiz("reason of two paragraphs", "Why beta.", "Why beta.\n  >\n  > Else.", "Why beta", "a reason is one paragraph"),
    quiz("reason that is a list", "> Why beta.", "> - Why beta.", "Why beta", "a reason is one paragraph"),
    quiz("blank in single brackets", "[[beta]]", "[beta]", FIRST_HEADER, "three or four, or one [[blank]]", BLANK),
    quiz(
        "block in a question",
        "Why gamma.\n",
        "Why gamma.\n\n/// plan\nZeta\n///\n",
        r"^(/// plan)\nZ",
        "close the quiz",
    ),
    one("question in a page", "docs/fr/about.md", r"\Z", f"\n{A_QUIZ}", r"^<quiz>", "questions belong to lessons"),
    one("question in a module", MODULE, r"\Z", f"\n{A_QUIZ}", r"^<quiz>", "questions belong to lessons"),
    one(
        "question in a trainer note",
        FR,
        r"^///\n*\Z",
        f"{A_QUIZ}///\n",
        LAST_QUIZ,
        "move it after the 'trainer' of line",
    ),
    one(
        "question in a scenario",
        FR,
        r"^////\n(?=\n## )",
        f"{A_QUIZ}////\n",
        FIRST_QUIZ,
        "move it after the 'scenario' of line",
    ),
    one("quiz never closed", FR, HEAD + r"((?s:.*?))^</quiz>\n", r"\1\2", FIRST_QUIZ, "closes with </quiz>"),
    one("last quiz never closed", FR, r"^</quiz>\n(?!(?s:.*)^</quiz>)", "", LAST_QUIZ, "closes with </quiz>"),
    one("quiz with an id", FR, LAST_QUIZ, '<quiz id="zeta">', "zeta", "put its id in the comment"),
    one("quiz in capitals", FR, LAST_QUIZ, "<Quiz>", "<Quiz>", "opens with <quiz>"),
    one(
        "quiz closed twice", FR, r"(?=^//// practice)", r"</quiz>\n\n", r"^(</quiz>)\n+//// practice", "stray '</quiz>'"
    ),
    quiz("option with a letter other than x", "[ ] Alpha", "[v] Alpha", "Alpha", "write '- [ ] text' or '- [x] text'"),
    quiz("option without a space", "- [ ] Alpha", "-[ ] Alpha", "Alpha", "write '- [ ] text' or '- [x] text'"),
    quiz("option with a wide box", "[ ] Alpha", "[  ] Alpha", "Alpha", "write '- [ ] text' or '- [x] text'"),
    quiz("option without a box's space", "[ ] Alpha", "[] Alpha", "Alpha", "write '- [ ] text' or '- [x] text'"),
    quiz("option without a dash", "- [ ] Alpha", "[ ] Alpha", "Alpha", "write '- [ ] text' or '- [x] text'"),
    quiz("option with a plus", "- [ ] Alpha", "+ [ ] Alpha", "Alpha", "write '- [ ] text' or '- [x] text'"),
    quiz("option indented", "- [ ] Alpha", "  - [ ] Alpha", "Alpha", "write '- [ ] text' or '- [x] text'"),
    quiz("option without text", "[ ] Alpha", "[ ] ", r"^- \[ \] $", "write '- [ ] text' or '- [x] text'"),
    quiz(
        "single option",
        SINGLE.partition("\n\n")[2],
        "- [x] Beta\n  > Why beta.\n",
        FIRST_HEADER,
        "a question needs three or four",
    ),
    quiz("two options", "- [ ] Alpha\n  > Why alpha.\n", "", FIRST_QUIZ, "a question has three or four"),
    quiz("five options", "- [ ] A", "- [ ] D\n  > D.\n- [ ] E\n  > E.\n- [ ] A", FIRST_QUIZ, "has three or four"),
    quiz("repeated option", "[ ] Alpha", "[ ] Gamma", r"Gamma(?s:.*)(Gamma)", "keep one"),
    quiz("no right option", "[x]", "[ ]", FIRST_HEADER, "mark one with [x]"),
    quiz("every option right", "[ ]", "[x]", FIRST_HEADER, "leave at least one with [ ]"),
    quiz("missing reason", "  > Why beta.\n", "", "Beta", "write '  > why' on the line right under it"),
    quiz("reason after a blank line", "\n  > Why beta", "\n\n  > Why beta", "Why beta", "no blank line between"),
    quiz("no question", "Omega?\n", "", FIRST_HEADER, "write it between the header and the options"),
    quiz("two blanks", "[[beta]]", "[[beta]] or [[alpha]]", FIRST_QUIZ, "a question has one [[answer]]", BLANK),
    quiz("blank among options", "Omega?", "Omega [[beta]]?", FIRST_QUIZ, "write a line --- and the explanation"),
    quiz(
        "blank after the line", BLANK[:22], "Omega?", FIRST_QUIZ, "a question has one [[answer]]", BLANK + "[[beta]]\n"
    ),
    quiz(
        "blank without a reason", "Why beta.\n", "", FIRST_QUIZ, "write a line --- and the explanation under it", BLANK
    ),
    one("missing header", FR, HEAD + r".*\n", r"\1", FIRST_HEADER, "write <!-- id: two-words; objective: 1; level"),
    header("header in other words", "<!-- zeta -->", "the header is not 'id: …; objective: …; level: …'"),
    header("unknown header key", "<!-- id: ze-ta; objetive: 1; level: apply -->", "did you mean 'objective'?"),
    header("header without a level", "<!-- id: ze-ta; objective: 1 -->", "write level: one of remember"),
    header("header key twice", "<!-- id: ze-ta; id: ze-to; objective: 1; level: apply -->", "keep one"),
    header("id of one word", "<!-- id: zeta; objective: 1; level: apply -->", "two or more lower-case words"),
    header("id with capitals", "<!-- id: Ze-Ta; objective: 1; level: apply -->", "two or more lower-case words"),
    header("unknown level", "<!-- id: ze-ta; objective: 1; level: know -->", "one of remember, understand, apply"),
    header("objective out of range", "<!-- id: ze-ta; objective: 9; level: apply -->", "the number of the lesson's"),
    header("objective as text", "<!-- id: ze-ta; objective: one; level: apply -->", "the number of the lesson's"),
    Case(
        "objective that the lesson lacks",
        [
            (FR, r"(^objectives:\n(?:  - .*\n){2})  - .*\n", r"\1"),
            (FR, HEAD + ".*", r"\1<!-- id: ze-ta; objective: 3; level: apply -->"),
        ],
        (FR, FIRST_HEADER),
        "is not one of the lesson's 2",
    ),
    one(
        "objective that no question checks",
        FR,
        HEAD + r"(.*)objective: 1;",
        r"\1\2objective: 2;",
        r"^objectives:\n(  -)",
        "give one 'objective: 1'",
    ),
    one("two questions only", FR, r"(?<=^</quiz>\n)(?s:.*)^</quiz>\n", "\n", FIRST_QUIZ, "a lesson has 3 to 5"),
    one(
        "question id repeated in the lesson",
        FR,
        r"(\A(?s:.*?)^<!-- id: )([a-z-]+)((?s:.*?)^<!-- id: )[a-z-]+",
        r"\1\2\3\2",
        r"\A(?s:.*?)^<quiz>(?s:.*?)^(<quiz>)",
        "rename it in the lesson that you are adding: a published id keeps readers' answers",
        (EN,),
    ),
    one(
        "question repeated in the lesson",
        FR,
        r"(\A(?s:.*?)^<quiz>\n.*\n)(.*\n)((?s:.*?)^<quiz>\n.*\n).*\n",
        r"\1\2\3\2",
        r"\A(?s:.*?)^<quiz>(?s:.*?)^(<quiz>)",
        f"asked already in {FR}:",
    ),
    one(
        "question id repeated in another lesson",
        FR,
        HEAD + r"<!-- id: [a-z-]+",
        r"\1<!-- id: courier-partner",
        FIRST_QUIZ,
        f"stands already in {FIRST}:",
        (EN, RECALLING[0]),
    ),
]

OF_TWINS = [
    one(
        "id that differs",
        EN,
        HEAD + r"<!-- id: [a-z-]+",
        r"\1<!-- id: ze-ta",
        FIRST_QUIZ,
        "ze-ta; passage: 2; objective: 1",
        (RECALLING[1],),
    ),
    one(
        "question missing in the twin",
        EN,
        rf"{LAST_QUIZ}(?s:.*?)^</quiz>\n",
        "",
        2,
        "'nothing' here, 'thanks-when-it-fails;",
    ),
    one("another level", EN, HEAD + r"(.*level: )\w+", r"\1\2evaluate", FIRST_QUIZ, "level: evaluate' here"),
    Case("right answer elsewhere", [fill_quiz(FR, SINGLE), fill_quiz(EN, MULTIPLE)], (EN, FIRST_QUIZ), "right answers"),
    Case(
        "another kind of question", [fill_quiz(FR, SINGLE), fill_quiz(EN, BLANK)], (EN, FIRST_QUIZ), "'blank [x]' here"
    ),
    one("another number of minutes", EN, r"^minutes: .*", "minutes: 29", r"^minutes", "'29' here"),
    one("heading of another level", EN, r"(\A(?s:.*?))^## ", r"\1### ", r"\A(?s:.*?)^(### )", "heading levels differ"),
    one("scenario with another id", EN, r"^    id: .*", "    id: ze-ta", r"^//// scenario", "ze-ta"),
    one(
        "another figure",
        EN,
        r"(\A(?s:.*?)^/// figure \| ).*",
        r"\1spirals",
        r"\A(?s:.*?)^(/// figure)",
        "'spirals' here",
    ),
]

OF_BLOCKS = [
    one(
        "trainer note after a space", FR, r"^/// trainer", " /// trainer", r"^ /// trainer", "at the start of the line"
    ),
    one(
        "trainer note in a list",
        FR,
        r"(?=^/// plan)",
        r"- Zeta\n\n    /// trainer | Zeta\n    Secret\n    ///\n\n",
        "/// trainer . Zeta",
        "blocks begin at the start of the line",
    ),
    one(
        "drawing twice",
        FR,
        r"(\A(?s:.*?)^/// figure \| )(.*)((?s:.*?)^/// figure \| ).*",
        r"\1\2\3\2",
        r"\A(?s:.*?)^/// figure(?s:.*?)^(/// figure)",
        "show it once a page",
    ),
    one("drawing to add", FR, r"(\A(?s:.*?)^/// figure \| ).*", r"\1zeta", "figure . zeta", "assets/figures/zeta.svg"),
    Case(
        "scenario id repeated in another lesson",
        [(FIRST, r"^    id: .*", "    id: ze-ta"), (FR, r"^    id: .*", "    id: ze-ta")],
        (FR, r"^//// scenario"),
        f"stands already in {FIRST}:",
        (EN, "docs/en/start/three-circles.md"),
    ),
    one(
        "unclosed block", FR, r"(^/// plan.*\n(?:(?!///).*\n)*)///\n", r"\1", r"^/// plan", "write /// alone on a line"
    ),
    one("unclosed last block", FR, r"^///\n*\Z", "", r"^/// trainer", "write /// alone on a line"),
    one("wrong number of slashes", FR, r"^////$(?=\n\n## )", "/////", r"^/////$", "write ////"),
    one(
        "outer block with too few",
        FR,
        r"^//// sc",
        "/// sc",
        r"^/// sc(?s:.*?)^(/// choice)(?s:.*)\Z",
        "outer block more",
    ),
    one("closing nothing", FR, r"\Z", r"\n///\n", r"^(///)\n\Z", "remove it, or open a block above it"),
    one("unknown block, near", FR, r"^//// practice", "//// practise", "practise", "did you mean 'practice'?"),
    one("unknown block, far", FR, r"(?=^/// plan)", r"/// xyz | Q\n///\n\n", "xyz", "known blocks: scenario, choice"),
    one("block without a space", FR, r"^//// practice", "////practice", "////practice", "write '/// name | title'"),
    one("block with a capital", FR, r"^//// practice", "//// Practice", "//// Practice", "write '/// name | title'"),
    one(
        "block without a title",
        FR,
        r"^//// practice.*",
        "//// practice",
        r"^//// practice",
        "//// practice | The title",
    ),
    one("block with a title too many", FR, r"^/// plan.*", "/// plan | Zeta", "Zeta", "write /// plan alone"),
    one("unknown option", FR, r"^    id: ", r"    zeta: 1\n\g<0>", "zeta", "known here: id"),
    one("option of a block without any", FR, r"(^//// practice.*\n)", r"\1    id: ze-ta\n", "ze-ta", "takes none"),
    one("choice outside a scenario", FR, r"(?=^/// plan)", r"/// choice | Zeta\n///\n\n", "Zeta", "inside 'scenario'"),
    one("two choices", FR, rf"^{CHOICE}(?=\n(?!///))", "", r"^//// scenario", "a scenario has three"),
    one("no best choice", FR, r"^    best: true\n", "", r"^//// scenario", "write '    best: true' under exactly one"),
    Case(
        "three best choices",
        [(FR, r"(\A(?s:.*?)^/// choice .*\n)(?!    best)", r"\1    best: true\n")] * 2,
        (FR, r"^//// scenario"),
        "3 best choice(s); write '    best: true' under exactly one",
    ),
    one(
        "missing consequence",
        FR,
        r"(\A(?s:.*?)^/// choice (?s:.*?))^:   .*\n",
        r"\1",
        r"\A(?s:.*?)^(/// choice)",
        "1 consequence(s); a choice has an immediate and a later one",
    ),
    one("scenario without an id", FR, r"^    id: .*\n", "", r"^//// scenario", "write '    id: two-words'"),
    one("no scenario", FR, r"^//// scenario(?s:.*)^////\n", "", r"^(.*)\n\Z", "write //// scenario | Title"),
    one("no practice", FR, r"^//// practice(?s:.*?)^////\n", "", r"^(.*)\n\Z", "write /// practice | Title"),
    one("two plans", FR, r"^/// plan(?s:.*?)^///\n", r"\g<0>\n\g<0>", r"^/// plan(?s:.*?)^(/// plan)", "has one"),
    one("unknown drawing", FR, r"(\A(?s:.*?)^/// figure \| ).*", r"\1zeta", "figure . zeta", "choose among"),
    one("title in the text", FR, r"(?=^/// plan)", r"# Zeta\n\n", r"^# Zeta", "begin at ##"),
    one("lesson that opens with a heading", FR, FRONT, r"\1\n## Zeta\n", "Zeta", "write a paragraph before the first"),
    one(
        "lesson that opens with a block", FR, FRONT, r"\1\n/// figure | spirals\nZeta\n///\n", "spirals", "a paragraph"
    ),
    one("lesson that opens with a list", FR, FRONT, r"\1\n- Zeta\n", "Zeta", "write a paragraph before the first"),
]

OF_FRONT_MATTER = [
    one(
        "front matter that ends the file",
        FR,
        r"\A(---\n(?s:.*?)\n---)\n(?s:.*)\Z",
        r"\1",
        1,
        "end the line of its last ---",
    ),
    one("text after a quotation", FR, r"^title: .*", 'title: "Zeta" zeta', "Zeta", "or begins with a quotation mark"),
    one(
        "source cited in capitals", FR, r"(?=^/// plan)", r"Zeta [^Zeta].\n\n", r"^sources", "[^Zeta] is cited and not"
    ),
    one("source cited before a colon", FR, r"(?=^/// plan)", r"Zeta [^zeta]: z.\n\n", r"^sources", "[^zeta] is cited"),
    one("source cited only in code", FR, r"(?=\[\^auger\])(.*?\])", r"`\1`", r"^sources", "'auger' is never cited"),
    one("no front matter", FR, FRONT, "", 1, "begin the file with ---, title:, description: and ---"),
    one("front matter never closed", FR, FRONT, r"---\ntitle: Zeta zeta\n", 1, "and ---"),
    one("front matter that is not YAML", FR, r"^title: .*", "title: Zeta: zeta", "Zeta", "between quotes"),
    one("quote never closed", FR, r"^title: .*", 'title: "Zeta', "Zeta", "between quotes"),
    one(
        "front matter that is a text", FR, FRONT, r"---\nZeta zeta\n---\n", 2, "write keys, each with its value: title:"
    ),
    one("front matter that is empty", FR, FRONT, r"---\n# zeta\n---\n", 1, "write keys, each with its value: title:"),
    one("tab", FR, r"^  - (?=.*\n  - .*\n  - )", r"\t- ", r"^(\t)", "indent with spaces, not tabs"),
    one("key twice", FR, r"^minutes: .*", r"\g<0>\n\g<0>", r"^minutes: .*\n(minutes)", "stands twice here; keep one"),
    one("unknown key", FR, r"^minutes:", "minuts:", r"^minuts", "did you mean 'minutes'?"),
    one("missing key", FR, r"^minutes:.*\n", "", 2, "write minutes: a whole number of minutes"),
    one(
        "minutes as text",
        FR,
        r"^minutes: .*",
        "minutes: dix",
        r"^minutes",
        "'minutes' cannot be \"dix\"; write a whole number",
    ),
    one("minutes between quotes", FR, r"^minutes: .*", 'minutes: "10"', r"^minutes", "a whole number of minutes"),
    one(
        "one objective", FR, r"(^objectives:\n  - .*\n)(?:  - .*\n)+", r"\1", r"^objectives", "two or three objectives"
    ),
    one(
        "objective with a colon", FR, r"(^objectives:\n  - )", r"\1zeta: ", "- zeta", "an objective that begins with a"
    ),
    one("short description", FR, r"^description: .*", "description: Zeta", "Zeta", "40 to 170 characters"),
    one("source cited and unknown", FR, r"(?=^/// plan)", r"Zeta [^zeta].\n\n", r"^sources", "add it to 'sources'"),
    Case(
        "source listed, cited and unknown",
        [(FR, r"^sources: \[", "sources: [zeta, "), (FR, r"(?=^/// plan)", r"Zeta [^zeta].\n\n")],
        (FR, r"\[\^zeta"),
        "add it there",
        (EN,),
    ),
    one("source cited and not listed", FR, r"^(sources: \[)[a-z-]+, ", r"\1", r"^sources", "add it to 'sources'"),
    one("source listed and not cited", FR, r"^(sources: \[)", r"\1brun-zeta, ", r"^sources", "or take it out"),
    one("source listed twice", FR, r"^sources: \[([a-z-]+),", r"\g<0> \1,", r"^sources", "each once"),
    one("recall of an unknown question", FR, r"^recall: .*", "recall: ze-ta", r"^recall", "choose among", (EN,)),
    one("recall of a question of its own", FR, r"^recall: .*", "recall: thanks-specific", r"^recall", "choose", (EN,)),
    Case(
        "recall in the first lesson",
        [(FIRST, r"^minutes:", r"recall: thanks-specific\nminutes:")],
        (FIRST, r"^recall"),
        "take it out",
        ("docs/en/start/three-circles.md",),
    ),
    one("recall missing", FR, r"^recall: .*\n", "", 2, "write recall: and the id of a question", (EN,)),
    one("module without an accent", MODULE, r"^accent: .*\nshape: .*\n", "", 2, "write accent: clay and shape: card"),
    one("module without a shape", MODULE, r"^shape: .*\n", "", 2, "write accent: clay and shape: card"),
    one("unknown accent", MODULE, r"^accent: .*", "accent: red", r"^accent", "one of ink, clay, spruce, plum, ochre"),
]

EN_CHECK = "docs/en/suppliers/check.md"
OF_CHECKS = [
    one("five questions in a check", CHECK, r"^</quiz>\n(?!(?s:.*)^</quiz>)", "", LAST_QUIZ, "closes with </quiz>"),
    Case(
        "a question too few in a check",
        [(file, r"^<quiz>(?!(?s:.*)^<quiz>)(?s:.*?)^</quiz>\n", "") for file in (CHECK, EN_CHECK)],
        (CHECK, LAST_QUIZ),
        "5 question(s); a module's check has 6",
        (EN_CHECK,),
    ),
    Case(
        "question of a check without its lesson",
        [(file, HEAD + r"(.*?) lesson: [a-z-]+;", r"\1\2") for file in (CHECK, EN_CHECK)],
        (CHECK, FIRST_QUIZ),
        "a question here says which lesson it draws from",
        (EN_CHECK,),
    ),
    Case(
        "question of a check on a lesson elsewhere",
        [(file, HEAD + r"(.*?) lesson: [a-z-]+;", r"\1\2 lesson: three-circles;") for file in (CHECK, EN_CHECK)],
        (CHECK, FIRST_QUIZ),
        "'three-circles' is no lesson of this module; choose among extended-team",
        (EN_CHECK,),
    ),
    Case(
        "objective that the lesson of a check's question lacks",
        [
            edit
            for file in ("docs/fr/suppliers/gifts.md", "docs/en/suppliers/gifts.md")
            for edit in (
                (file, r"(^objectives:\n(?:  - .*\n){2})  - .*\n", r"\1"),
                (file, r"objective: 3", "objective: 2"),
            )
        ]
        + [(file, r"lesson: gifts; objective: \d", "lesson: gifts; objective: 3") for file in (CHECK, EN_CHECK)],
        (CHECK, r"^(<quiz>)\n<!-- id: [a-z-]+; lesson: gifts"),
        "objective 3 is not one of the 2 of docs/fr/suppliers/gifts.md",
        (EN_CHECK, *BANKS),
    ),
    Case(
        "question id of a check that a lesson has",
        [(file, HEAD + r"<!-- id: [a-z-]+", r"\1<!-- id: courier-partner") for file in (CHECK, EN_CHECK)],
        (CHECK, FIRST_QUIZ),
        f"stands already in {FIRST}:",
        (EN_CHECK,),
    ),
    one(
        "practice in a check",
        CHECK,
        r"\Z",
        "\n/// practice | Zeta\nZeta\n///\n",
        r"^/// practice",
        "questions only",
        (EN_CHECK,),
    ),
    Case(
        "lesson named in a lesson's own question",
        [(file, HEAD + r"(<!-- id: [a-z-]+;)", r"\1\2 lesson: gifts;") for file in (FR, EN)],
        (FR, FIRST_QUIZ),
        "a lesson's own questions are about itself: take it out",
        (EN,),
    ),
]


def bank(name, pattern, new, remedy, where=FIRST_QUIZ):
    """Return a case of one edit made in the bank of both languages, told in both."""
    return Case(name, [(file, pattern, new) for file in BANKS], (BANKS[0], where), remedy, (BANKS[1],))


def case(name, pattern, new, where, remedy):
    """Return a case of one edit made in the branching case of both languages, told in both."""
    return Case(name, [(file, pattern, new) for file in CASES], (CASES[0], where), remedy, (CASES[1],))


OF_BANK = [
    bank(
        "question of the bank without its lesson",
        HEAD + r"(.*?) lesson: [a-z/-]+;",
        r"\1\2",
        "which lesson it draws from",
    ),
    bank(
        "question of the bank on a lesson of no theme",
        HEAD + r"(.*?) lesson: [a-z/-]+;",
        r"\1\2 lesson: start/three-circles;",
        "'start/three-circles' is no lesson of a theme; choose among suppliers/extended-team",
    ),
    bank(
        "question of the bank on no lesson",
        HEAD + r"(.*?) lesson: [a-z/-]+;",
        r"\1\2 lesson: suppliers/zeta;",
        "'suppliers/zeta' is no lesson of a theme",
    ),
    bank(
        "question of the bank that asks to remember",
        HEAD + r"(.*?)level: \w+",
        r"\1\2level: remember",
        "'remember' asks to remember; write a situation, and level: apply, analyze or evaluate",
    ),
    bank(
        "question of the bank that tempts with nothing",
        HEAD + r"(.*?); misconceptions: [a-z, -]+ -->",
        r"\1\2 -->",
        "no misconception tempts here",
    ),
    bank(
        "misconception that nobody wrote down",
        HEAD + r"(.*?)misconceptions: [a-z, -]+ -->",
        r"\1\2misconceptions: zeta -->",
        "'zeta' is no misconception of docs/misconceptions.yml",
    ),
    bank(
        "theme with a question too few",
        r"^<quiz>(?!(?s:.*)^<quiz>)(?s:.*?)^</quiz>\n",
        "",
        "11 question(s) of civility; write 12",
        r"\A---\n(?s:.*?)\n---\n(.?)",
    ),
    bank("scenario in the bank", r"\Z", "\n/// plan\nZeta\n///\n", "questions only", r"^/// plan"),
]
TO = r"(\A(?s:.*?)^    to: )"  # up to where the first option leads
OF_CASE = [
    case("option that leads nowhere", TO + r"[a-z-]+$", r"\1ze-ta", r"^(/// option .*)\n    to: ze-ta", "is no scene"),
    case("plan in a case", r"\Z", "\n/// plan\nZeta\n///\n", r"^/// plan", "'plan' belongs to a lesson"),
    one(
        "option that leads elsewhere in the twin",
        CASES[1],
        TO + r"tuesday-copied$",
        r"\1tuesday-invoice",
        r"\A(?s:.*?)^(/// option)",
        "blocks differ",
    ),
]

UNSUPPORTED = "this says what only a source can"
OF_CLAIMS = [
    one("share without a source", FR, r"(?=^/// plan)", "Zeta aide 48\u00a0% des gens.\n\n", "48", UNSUPPORTED, (EN,)),
    one(
        "study without a source",
        EN,
        r"(?=^/// plan)",
        "Other studies show it. Zeta.\n\n",
        "Other studies",
        UNSUPPORTED,
        (FR,),
    ),
    one("law without a source", FR, r"(?=^/// plan)", "La loi le permet.\n\n", "La loi le", UNSUPPORTED, (EN,)),
]

OF_SLOTS = [
    one("unknown slot", FR, r"(?=^/// plan)", "/// slot | zeta\n///\n\n", "slot . zeta", "choose among gifts", (EN,)),
    one(
        "link to another place than the twin's",
        EN,
        r"glossary.md#virtuous-circle",
        "glossary.md#civility",
        "glossary.md#civility",
        "links differ from",
        ("docs/glossary.yml",),
    ),
    one(
        "list item that the twin lacks",
        EN,
        r"^- .*\n(?=^///\n\n/// trainer)",
        "",
        r"\A---\n(?s:.*?)^---\n()",
        "list items and paragraphs differ",
        (EN,),
    ),
    one(
        "quiz that opens in a sentence",
        FR,
        LAST_QUIZ,
        "Zeta: <quiz>",
        "Zeta: <quiz>",
        "<quiz> stands alone on its line; move 'Zeta: <quiz>' apart",
    ),
    one("quiz with a slip", FR, LAST_QUIZ, "<quizz>", "<quizz>", "a quiz opens with <quiz> alone"),
]
