"""A branching case: no dead end, no loop, nothing out of reach, six decisions and three circles on every route."""

import pytest
from lxml import html
from markdown import Markdown

from course import blocks, branching, pages

CIRCLES = ["suppliers", "colleagues", "customers", "suppliers", "customers", "colleagues"]


def scene(id, circle, *to, options=None):
    """Return a scene's source whose options lead to the ids `to`."""
    inner = "\n".join(
        f"/// option | Answer number {n}\n    to: {id_}\n\nSo be it.\n///\n" for n, id_ in enumerate(to, 1)
    )
    return f"//// scene | Scene {id}\n    id: {id}\n    circle: {circle}\n\nWhat now?\n\n{options or inner}////\n"


def ending(id, terms=3):
    """Return an ending's source with as many effects as `terms`."""
    effects = "\n\n".join(f"Effect {n}\n:   So it was." for n in range(terms))
    return f"//// ending | Ending {id}\n    id: {id}\n\nThe end.\n\n{effects}\n////\n"


PLAN = "/// plan\nIf so, then so.\n///\n"
ENDS = ["end-one", "end-two", "end-three", "end-four"]


def parts():
    """Return the scenes and endings of a case in order, as `{id: source}`: one row of scenes, then four endings."""
    found = {}
    for n, circle in enumerate(CIRCLES, 1):
        last = n == len(CIRCLES)
        found[f"day-{n}"] = scene(f"day-{n}", circle, *(ENDS[:3] if last else [f"day-{n + 1}"] * 2))
    found["day-6b"] = scene("day-6b", "colleagues", *ENDS[2:])
    found["day-5"] = scene("day-5", "customers", "day-6", "day-6b")
    return found | {id: ending(id) for id in ENDS}


def page_of(found):
    """Return a page made of parts."""
    body = "\nA week begins.\n\n" + "\n".join(found.values())
    page = pages.Page("action/case", "en", "docs/en/action/case.md", "case", {}, body, 5, {})
    page.blocks, problems = blocks.scan(body, page.shown, 5)
    assert not problems
    return page


def said(**edits):
    """Return what is said of the case with some of its parts replaced, with the lines at fault."""
    page = page_of(parts() | {key.replace("_", "-"): text for key, text in edits.items()})
    lines = page.body.split("\n")
    return [(problem.message, lines[problem.line - 5]) for problem in branching.problems(page)]


def test_a_case_in_order_has_nothing_said_of_it():
    assert said() == []


def test_routes_and_depths_are_those_of_the_graph():
    page = page_of(parts())
    graph = branching.read(page)
    assert graph.start == "day-1"
    assert len(set(map(tuple, graph.routes()))) == 5, "two ways from the fifth day, three and two endings"
    assert [graph.depth(id) for id in ("day-1", "day-3", "day-6", "day-6b")] == [1, 3, 6, 6]


@pytest.mark.parametrize(
    "edits, message, line",
    [
        ({"day_2": scene("day-2", "colleagues", "day-9", "day-3")}, "'day-9' is no scene or ending", "/// option"),
        ({"day_2": scene("day-2", "colleagues", "day-3")}, "1 option(s); a scene has two or three", "//// scene"),
        ({"day_2": scene("day-2", "colleagues", "day-3", "day-1")}, "can come back to itself", "//// scene"),
        ({"day_2": scene("day-2", "colleagues", "day-2", "day-3")}, "'day-2' can come back to itself", "//// scene"),
        ({"day_5": scene("day-5", "customers", "day-6", "day-6")}, "no route reaches 'day-6b'", "//// scene"),
        ({"day_6b": scene("day-6b", "colleagues", "end-one", "end-two")}, "no route reaches 'end-four'", "//// ending"),
        ({"day_2": scene("day-2", "colleagues", "day-4", "day-3")}, "5 decision(s) by day-1", "//// scene"),
        ({"day_2": scene("day-2", "everyone", "day-3", "day-3")}, "a scene says whom it is about", "//// scene"),
        ({"day_2": scene("day-2", "", "day-3", "day-3")}, "a scene says whom it is about", "//// scene"),
        ({"end_two": ending("end-two", 2)}, "2 effect(s) in the debrief", "//// ending"),
        ({"end_two": ending("end-two", 4)}, "4 effect(s) in the debrief", "//// ending"),
        ({"end_four": ending("end")}, "'ending' needs an id", "//// ending"),
        ({"end_four": ending("end-one")}, "the id 'end-one' stands already at line", "//// ending"),
        ({"day_6": PLAN + scene("day-6", "colleagues", *ENDS[:3])}, "'plan' belongs to a lesson", "/// plan"),
    ],
)  # fmt: skip
def test_what_would_strand_a_reader_is_told_at_its_line(edits, message, line):
    found = said(**edits)
    assert [at for told, at in found if message in told and at.startswith(line)], f"{message!r} is not said: {found}"


def test_fewer_than_four_endings_are_too_few():
    found = parts()
    del found["end-four"]
    found["day-6b"] = scene("day-6b", "colleagues", *ENDS[1:3])
    told = [problem.message for problem in branching.problems(page_of(found))]
    assert len(told) == 1 and "3 ending(s); a case has 4 or more" in told[0]


def test_a_route_that_leaves_out_a_circle_is_told():
    edits = {"day_1": scene("day-1", "colleagues", "day-2", "day-2")}
    edits["day_4"] = scene("day-4", "customers", "day-5", "day-5")
    assert any("meets no suppliers" in told for told, _ in said(**edits)), "nobody meets a supplier and nothing says so"


def test_a_scene_may_be_about_two_circles():
    assert said(day_1=scene("day-1", "suppliers, customers", "day-2", "day-2")) == []


@pytest.fixture(scope="module")
def shown(whole):
    """The small case as HTML."""
    page = page_of(parts())
    graph = branching.read(page)
    places = {
        id: branching.Place(graph.depth(id), 6, graph.start, f"Title of {id}") for id in [*graph.to, *graph.endings]
    }
    config = {"language": "en", "strings": whole.strings["en"], "places": places}
    md = Markdown(
        extensions=["course.markdown_blocks", "def_list"], extension_configs={"course.markdown_blocks": config}
    )
    return html.fromstring(md.convert(page.body))


def test_every_option_leads_to_its_outcome_and_every_outcome_on(shown):
    ids = {element.get("id") for element in shown.iter() if element.get("id")}
    links = [link.get("href").removeprefix("#") for link in shown.iter("a")]
    assert set(links) <= ids, f"these links lead nowhere: {set(links) - ids}"
    graph = branching.read(page_of(parts()))
    for id, to in graph.to.items():
        for number, target in enumerate(to, 1):
            assert f"{id}-{number}" in links, f"nothing leads to outcome {number} of {id}"
            (outcome,) = shown.xpath(f"//*[@id='{id}-{number}']")
            assert outcome.xpath(".//a/@href") == [f"#{target}"], "an outcome leads elsewhere"
            assert outcome.xpath(".//a/@data-leads") == [f"Title of {target}"], "paper does not say where to turn"
            assert f"Answer number {number}" in outcome.text_content(), "an outcome does not recall the choice"
    assert len(shown.xpath("//a[@href='#day-1']")) == len(ENDS), "an ending does not lead back to the start"


def test_each_scene_says_which_decision_it_asks(shown):
    label, heading = shown.xpath("//*[@id='day-6b']/*")[:2]
    assert (label.text, heading.text) == ("Decision 6 of 6", "Scene day-6b")
