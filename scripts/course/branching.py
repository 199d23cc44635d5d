"""A branching case: scenes whose options lead to other scenes or to an ending, and what is true on every route."""

import re
from dataclasses import dataclass, field

from course import blocks

DECISIONS = 6  # on every route
ENDINGS = 4  # at least
CIRCLES = ("customers", "colleagues", "suppliers")


@dataclass
class Graph:
    """A case's scenes by id, in the order of the page: `to` gives the ids that a scene's options lead to, `circles`
    what the scene is about; `endings` are ids; `start` is the first scene."""

    start: str = ""
    to: dict = field(default_factory=dict)
    circles: dict = field(default_factory=dict)
    endings: list = field(default_factory=list)

    def routes(self):
        """Yield each route from the start as a list of ids, the ending last. The graph must have no loop."""
        open_routes = [[self.start]] if self.start else []
        while open_routes:
            route = open_routes.pop()
            if route[-1] in self.to:
                open_routes += [[*route, id] for id in dict.fromkeys(self.to[route[-1]])]
            else:
                yield route

    def depth(self, id):
        """Return which decision a scene asks, from 1: the same on every route that leads to it."""
        return next(route.index(id) for route in self.routes() if id in route) + 1


@dataclass(frozen=True)
class Place:
    """Where a scene or an ending stands: which decision of how many it asks, and the scene that starts its case."""

    decision: int
    decisions: int
    start: str


def places(course):
    """Return the `Place` of each scene and ending of the course's cases, by id."""
    found = {}
    for step in course.steps:
        if step.kind == "case":
            graph = read(step)
            found |= {id: Place(graph.depth(id), DECISIONS, graph.start) for id in [*graph.to, *graph.endings]}
    return found


def read(page):
    """Return the `Graph` of a page's blocks, right or wrong."""
    graph = Graph()
    for block in page.blocks:
        id = block.options.get("id", "")
        if block.name == "scene":
            graph.start = graph.start or id
            graph.to[id] = [child.options.get("to", "") for child in block.children if child.name == "option"]
            graph.circles[id] = [name.strip() for name in block.options.get("circle", "").split(",") if name.strip()]
        elif block.name == "ending":
            graph.endings.append(id)
    return graph


def problems(page):
    """Return what is wrong in a case: names, dead ends, loops, what no route reaches, routes of another length or that
    leave out a circle, endings without a debrief for each circle."""
    graph, found = read(page), []

    def problem(line, message):
        found.append(page.problem(message, line=line))

    lines = {}
    for block in page.blocks:
        if block.name in ("scene", "ending"):
            id = block.options.get("id", "")
            if not blocks.ID.fullmatch(id):
                problem(
                    block.start, f"'{block.name}' needs an id; write '    id: two-words' right under its first line"
                )
            elif id in lines:
                problem(block.start, f"the id '{id}' stands already at line {lines[id]}; choose another")
            lines.setdefault(id, block.start)
        elif block.name not in ("option", "trainer"):
            problem(block.start, f"'{block.name}' belongs to a lesson; a case has scenes and endings")
    for block in page.blocks:
        if block.name == "scene":
            options = [child for child in block.children if child.name == "option"]
            if not 2 <= len(options) <= 3:
                problem(block.start, f"{len(options)} option(s); a scene has two or three, each '/// option | …'")
            unknown = [name for name in graph.circles[block.options.get("id", "")] if name not in CIRCLES]
            if unknown or not graph.circles[block.options.get("id", "")]:
                problem(block.start, f"a scene says whom it is about; write '    circle: ' and {', '.join(CIRCLES)}")
            for option in options:
                if option.options.get("to", "") not in lines:
                    told = f"'{option.options.get('to', '')}' is no scene or ending; write '    to: ' and the id of one"
                    problem(option.start, told)
        elif block.name == "ending":
            terms = len(re.findall(r"^:[ ]{3}\S", block.text, re.MULTILINE))
            if terms != len(CIRCLES):
                told = (
                    f"{terms} effect(s) in the debrief; name what the choices did to customers, colleagues, suppliers"
                )
                problem(block.start, f"{told}, each a line with the name, then ':   what'")
    if len(graph.endings) < ENDINGS:
        problem(page.body_line, f"{len(graph.endings)} ending(s); a case has {ENDINGS} or more, each '//// ending | …'")
    if found:
        return found  # what follows would only repeat it
    if loop := _loop(graph):
        problem(lines[loop], f"'{loop}' can come back to itself; lead its options forward")
        return found
    reached = {id for route in graph.routes() for id in route}
    for id, line in lines.items():
        if id not in reached:
            problem(line, f"no route reaches '{id}'; lead an option to it, or take it out")
    for route in graph.routes():
        if len(route) - 1 != DECISIONS:
            problem(lines[route[-2]], f"{len(route) - 1} decision(s) by {' → '.join(route)}; a route has {DECISIONS}")
        missing = [name for name in CIRCLES if not any(name in graph.circles.get(id, ()) for id in route)]
        if missing:
            problem(lines[route[0]], f"the route {' → '.join(route)} meets no {', '.join(missing)}; let a scene do so")
    return found


def _loop(graph):
    """Return the id of a scene from which one can come back to it, or None."""
    done, path = set(), []

    def visit(id):
        if id in path:
            return id
        if id in done or id not in graph.to:
            return None
        path.append(id)
        found = next(filter(None, map(visit, graph.to[id])), None)
        path.pop()
        done.add(id)
        return found

    return next(filter(None, map(visit, graph.to)), None)
