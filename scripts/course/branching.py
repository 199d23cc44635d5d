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
        """Yield each route from the start as a list of ids, the ending last, or cut where it is too long. There must be
        no loop."""
        open_routes = [[self.start]] if self.start else []
        while open_routes:
            route = open_routes.pop()
            if route[-1] in self.to and len(route) <= DECISIONS + 1:  # one that goes on is too long already
                open_routes += [[*route, id] for id in dict.fromkeys(self.to[route[-1]])]
            else:
                yield route

    def depth(self, id):
        """Return which decision a scene asks, from 1: the same on every route that leads to it."""
        return next(route.index(id) for route in self.routes() if id in route) + 1


@dataclass(frozen=True)
class Place:
    """Where a scene or an ending stands: its title, which decision of how many it asks, and its case's start."""

    decision: int
    decisions: int
    start: str
    title: str


def places(course):
    """Return the `Place` of each scene and ending of the course's cases, by id."""
    found = {}
    for step in course.steps:
        if step.kind == "case":
            graph = read(step)
            titles = {block.options["id"]: block.title for block in step.blocks if "id" in block.options}
            ids = [*graph.to, *graph.endings]
            found |= {id: Place(graph.depth(id), DECISIONS, graph.start, titles[id]) for id in ids}
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
    graph = read(page)
    lines, found = _names(page)
    for block in page.blocks:
        if block.name == "scene":
            found += _check_scene(page, block, graph.circles[block.options.get("id", "")], lines)
        elif block.name == "ending":
            found += _check_ending(page, block)
    if len(graph.endings) < ENDINGS:
        told = f"{len(graph.endings)} ending(s); a case has {ENDINGS} or more, each '//// ending | …'"
        found.append(page.problem(told, line=page.body_line))
    return found or _check_routes(page, graph, lines)  # where a name is wrong, routes would only repeat it


def _names(page):
    """Return `(lines, problems)`: the line of each scene and ending by id, and what is wrong with the ids."""
    lines, found = {}, []
    for block in page.blocks:
        id, told = block.options.get("id", ""), None
        if block.name not in ("scene", "ending"):
            if block.name not in ("option", "trainer"):
                told = f"'{block.name}' belongs to a lesson; a case has scenes and endings"
        elif not blocks.ID.fullmatch(id):
            told = f"'{block.name}' needs an id; write '    id: two-words' right under its first line"
        elif id in lines:
            told = f"the id '{id}' stands already at line {lines[id]}; choose another"
        if told:
            found.append(page.problem(told, line=block.start))
        if block.name in ("scene", "ending"):
            lines.setdefault(id, block.start)
    return lines, found


def _check_scene(page, scene, circles, known):
    """Yield what is wrong in a scene: its number of options, whom it is about, options that lead nowhere."""
    options = [child for child in scene.children if child.name == "option"]
    if not 2 <= len(options) <= 3:
        told = f"{len(options)} option(s); a scene has two or three, each '/// option | …'"
        yield page.problem(told, line=scene.start)
    if not circles or not set(circles) <= set(CIRCLES):
        told = f"a scene says whom it is about; write '    circle: ' and {', '.join(CIRCLES)}"
        yield page.problem(told, line=scene.start)
    for option in options:
        to = option.options.get("to", "")
        if to not in known:
            told = f"'{to}' is no scene or ending; write '    to: ' and the id of one"
            yield page.problem(told, line=option.start)


def _check_ending(page, ending):
    """Yield a problem unless the debrief names an effect for each circle."""
    terms = len(re.findall(r"^:[ ]{3}\S", ending.text, re.MULTILINE))
    if terms != len(CIRCLES):
        told = f"{terms} effect(s) in the debrief; name what the choices did to customers, colleagues, suppliers"
        yield page.problem(f"{told}, each a line with the name, then ':   what'", line=ending.start)


def _check_routes(page, graph, lines):
    """Return what is wrong on the routes of a graph whose names are right."""
    if loop := _loop(graph):
        return [page.problem(f"'{loop}' can come back to itself; lead its options forward", line=lines[loop])]
    routes = list(graph.routes())
    reached = {id for route in routes for id in route}
    found = [
        page.problem(f"no route reaches '{id}'; lead an option to it, or take it out", line=line)
        for id, line in lines.items()
        if id not in reached
    ]
    for route in routes:
        shown = " → ".join(route)
        if len(route) - 1 != DECISIONS:
            told = f"{len(route) - 1} decision(s) by {shown}; a route has {DECISIONS}, so lead it elsewhere"
            found.append(page.problem(told, line=lines[route[-2]]))
        missing = [name for name in CIRCLES if not any(name in graph.circles.get(id, ()) for id in route)]
        if missing:
            told = f"the route {shown} meets no {', '.join(missing)}; let a scene do so"
            found.append(page.problem(told, line=lines[route[0]]))
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
