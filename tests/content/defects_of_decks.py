"""The defects of a trainer's deck: slides without an address, times that do not add up, notes that are missing."""

from .planting import Case, one

DECK, ENGLISH = "docs/fr/trainer/suppliers/deck.md", "docs/en/trainer/suppliers/deck.md"
FIRST = r"\A((?s:.*?)^//// slide \| .*\n)"
OPENING = FIRST + r"    id: (.*)\n    minutes: (\d+)\n    from: (\d+)\n"
HERE = r"\A(?s:.*?)^(//// slide)"
VOTE = r"^/// vote \| thanks-form-fits$"

OF_DECKS = [
    one("slide without an id", DECK, FIRST + r"    id: .*\n", r"\1", HERE, "id: two-words", (ENGLISH,)),
    one("slide with an id of one word", DECK, OPENING, r"\1    id: counter\n    minutes: \3\n    from: \4\n", HERE,
        "id: two-words", (ENGLISH,)),
    Case(
        "slide id twice",
        [(DECK, r"^    id: three-circles$", "    id: other-side-counter")],
        (DECK, r"^//// slide \| Trois cercles"),
        "stands already at line",
        (ENGLISH,),
    ),
    one("slide without minutes", DECK, OPENING, r"\1    id: \2\n    from: \4\n", HERE, "from 1 to 12", (ENGLISH,)),
    one("slide of too many minutes", DECK, OPENING, r"\1    id: \2\n    minutes: 13\n    from: \4\n", HERE,
        "from 1 to 12", (ENGLISH,)),
    one("slide of half a minute", DECK, OPENING, r"\1    id: \2\n    minutes: 0.5\n    from: \4\n", HERE,
        "from 1 to 12", (ENGLISH,)),
    one("slide of another length", DECK, OPENING, r"\1    id: \2\n    minutes: \3\n    from: 45\n", HERE,
        "30, 60 or 90", (ENGLISH,)),
    one("clock longer than its slide", DECK, r"(^    id: three-sentences\n(?s:.*?)^    timer): 7$", r"\1: 12",
         r"^//// slide \| Trois phrases pour quelqu’un", "shorten the clock", (ENGLISH,)),
    one("session that does not add up", DECK, OPENING, r"\1    id: \2\n    minutes: 3\n    from: \4\n", HERE,
        "take 31 minutes; make it 30", (ENGLISH,)),
    one("slide without a note", DECK, r"\A((?s:.*?))^/// ask\n(?s:.*?)^///\n", r"\1", HERE, "0 note(s) 'ask'",
        (ENGLISH,)),
    one("note outside a slide", DECK, r"\Z", "\n/// say\nZeta\n///\n", r"^/// say\nZeta", "belongs inside 'slide'",
        (ENGLISH,)),
    one("text outside a slide", DECK, r"\Z", "\nZeta zeta.\n", "Zeta zeta", "stands in no slide", (ENGLISH,)),
    one("slide that says too much", DECK, r"^(Le code d’une porte.*)", "Zeta " * 50, HERE, "50 words on a slide",
        (ENGLISH,)),
    Case(
        "two votes on a slide",
        [(path, VOTE + r"\n///\n", "/// vote | thanks-form-fits\n///\n\n/// vote | silence-means\n///\n")
         for path in (DECK, ENGLISH)],
        (DECK, r"^//// slide \| Quel merci pour Rosa"),
        "one question at a time",
        (ENGLISH,),
    ),
    Case(
        "vote on no question",
        [(path, VOTE, "/// vote | zeta-question") for path in (DECK, ENGLISH)],
        (DECK, r"^//// slide \| Quel merci pour Rosa"),
        "is no question of this theme; choose among",
        (ENGLISH,),
    ),
    Case(
        "vote on another theme's question",
        [(path, VOTE, "/// vote | taking-sides") for path in (DECK, ENGLISH)],
        (DECK, r"^//// slide \| Quel merci pour Rosa"),
        "is no question of this theme",
        (ENGLISH,),
    ),
    one("vote that the twin lacks", ENGLISH, VOTE, "/// vote | thanks-specific", r"^/// vote \| thanks-specific",
        "votes differ", ()),
    Case(
        "slide of no lesson",
        [(path, r"^    lesson: start/three-circles", "    lesson: start/zeta") for path in (DECK, ENGLISH)],
        (DECK, r"^//// slide \| Trois cercles"),
        "is no lesson; choose among",
        (ENGLISH,),
    ),
    one("slide of other minutes in the twin", ENGLISH, r"^    timer: 6$", "    timer: 5", r"^//// slide \| Where the",
        "blocks differ", ()),
    one("card outside cards", "docs/fr/trainer/suppliers/roles.md", r"\Z", "\n/// card | Zeta\nText.\n///\n",
        r"^/// card \| Zeta", "belongs inside 'cards'", ("docs/en/trainer/suppliers/roles.md",)),
]  # fmt: skip
