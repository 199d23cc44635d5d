"""Twins: a page in several languages, of which only the words may differ."""

import itertools

from course import fields


def problems(courses):
    """Return what differs between the languages of a page: headings, minutes, sources, questions, keys, scenarios."""
    found = []
    for other in courses[1:]:
        for id, page in courses[0].pages.items():
            twin = other.pages.get(id)
            for what, of in SHARED.items():
                pairs = itertools.zip_longest(of(twin), of(page), fillvalue=(None, "nothing")) if twin else ()
                for (line, here), (_, there) in pairs:
                    if here != there:
                        told = f"{what} differ from {page.shown}: '{here}' here, '{there}' there; make them the same"
                        found.append(twin.problem(told, line=line))
                        break  # what follows is only shifted
    return found


# What both languages of a page share: `(line, what is there)` pairs, compared in order.
SHARED = {
    "heading levels": lambda page: [(line, "#" * level) for level, _, line in page.headings],
    "minutes": lambda page: [(page.lines.get(("minutes",)), page.minutes)],
    "numbers of objectives": lambda page: [(page.lines.get(("objectives",)), len(page.objectives))],
    "sources": lambda page: [(page.lines.get(("sources",)), ", ".join(sorted(page.sources)))],
    "recalled questions": lambda page: [(page.lines.get(("recall",)), page.recall)],
    "questions": lambda page: [
        (
            question.line,
            "; ".join(
                filter(
                    None,
                    [
                        question.id,
                        question.lesson,
                        *question.misconceptions,
                        f"passage: {question.passage}",
                        f"objective: {question.objective}",
                        f"level: {question.level}",
                    ],
                )
            ),
        )
        for question in page.questions
    ],
    "kinds and right answers": lambda page: [
        (
            question.line,
            f"{question.kind} {' '.join('[x]' if option.right else '[ ]' for option in question.options)}",
        )
        for question in page.questions
    ],
    "links": lambda page: [(line, target) for line, target in page.targets],
    "list items and paragraphs": lambda page: [(page.body_line, page.shape)],
    "blocks": lambda page: [
        (
            block.start,
            " ".join(
                [block.name, *(key if key == "note" else f"{key}: {value}" for key, value in block.options.items())]
            ),
        )
        for block in page.blocks
    ],
    "figures, slots, elements and votes": lambda page: [
        (block.start, block.title) for block in page.blocks_of("figure", "slot", "values", "element", "vote")
    ],
    "fields": lambda page: [
        (block.start, ", ".join([block.title, *(f"{field.key} ({field.rows})" for field in fields.of_block(block))]))
        for block in page.blocks_of("fields")
    ],
}
