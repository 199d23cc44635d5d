"""A branching case is accepted if each of its routes is what a case promises, and refused by its line else."""

from hypothesis import event, given
from hypothesis import strategies as st

from course import branching

from . import examples, manners

SCENE = "//// scene | Scène {id}\n    id: {id}\n    circle: {circles}\n\nTexte.\n\n{options}////\n"
OPTION = "/// option | Vers {to}\n    to: {to}\n\nSuite.\n///\n\n"
ENDING = (
    "//// ending | Fin {id}\n    id: {id}\n\n"
    + "".join(f"{name}\n:   Effet.\n\n" for name in branching.CIRCLES)
    + "////\n"
)
FRONT = """---
title: Un cas
description: Un cas dont on choisit la suite, assez long à décrire pour une phrase.
minutes: 10
---
"""


@st.composite
def graphs(draw):
    """Scenes by their depth, each with where its options lead: mostly one step further, now and then anywhere."""
    depth = draw(st.sampled_from([6, 6, 6, 5, 7, 40]))
    layers = [[f"scene-{n}-{m}" for m in range(draw(st.integers(1, 2)) if n else 1)] for n in range(depth)]
    endings = [f"ending-{n}" for n in range(draw(st.sampled_from([4, 4, 4, 3])))]
    layers.append(endings)
    everywhere = [*(id for layer in layers for id in layer), "no-where"]
    odd = draw(st.booleans())
    to = {}
    for n, layer in enumerate(layers[:-1]):
        for m, id in enumerate(layer):
            ahead = [layers[n + 1][(2 * m + k) % len(layers[n + 1])] for k in range(2)]
            stray = odd and not draw(st.integers(0, 9))
            to[id] = [*ahead[:1], draw(st.sampled_from(everywhere))] if stray else ahead
    circles = {id: draw(st.sampled_from([branching.CIRCLES, branching.CIRCLES, branching.CIRCLES[:1]])) for id in to}
    return to, circles, endings


def is_right(to, circles, endings):
    """Tell whether each route is what a case promises, as one would find out by hand."""
    reached, open_ = set(), [(next(iter(to)), 0, frozenset(), frozenset())]
    seen = set()
    while open_:
        at = id, decisions, met, _ = open_.pop()
        if at in seen:
            continue
        seen.add(at)
        reached.add(id)
        if id in endings:
            if decisions != branching.DECISIONS or met != set(branching.CIRCLES):
                return False
        elif id not in to or decisions > branching.DECISIONS:
            return False
        else:
            open_ += [(next_, decisions + 1, met | set(circles[id]), frozenset()) for next_ in to[id]]
    return reached == {*to, *endings} and len(endings) >= branching.ENDINGS


@examples(40)
@given(graphs())
def test_a_case_is_accepted_if_every_route_keeps_its_promise(bench, graph):
    to, circles, endings = graph
    text = FRONT + "\n"
    for id, targets in to.items():
        options = "".join(OPTION.format(to=target) for target in targets)
        text += SCENE.format(id=id, circles=", ".join(circles[id]), options=options) + "\n"
    text += "\n".join(ENDING.format(id=id) for id in endings)
    _, problems = bench.read("action/case", "case", text)
    event("refused" if problems else "accepted")
    assert is_right(*graph) == (not problems), problems
    if problems:
        manners.check(problems, {"docs/fr/action/case.md": text})
