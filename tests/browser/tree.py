"""The accessibility tree that the browser gives to a screen reader, as far as the tests ask about it."""

import time

# What one acts on, or is told by: without a name nobody knows what it is.
NAMED = {
    "button",
    "link",
    "textbox",
    "searchbox",
    "checkbox",
    "radio",
    "combobox",
    "slider",
    "spinbutton",
    "switch",
    "tab",
}
NAMED |= {"dialog", "navigation", "image", "img", "heading", "radiogroup", "progressbar", "meter", "Iframe"}


def tree(page):
    """Return the nodes of a page's accessibility tree, in order: `{role, name, description, live, states}` of each."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    ids = {node["nodeId"]: node for node in nodes}
    found = []
    for node in nodes:
        if node.get("ignored"):
            continue
        states = {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
        found.append(
            {
                "role": node.get("role", {}).get("value", ""),
                "name": node.get("name", {}).get("value", "").strip(),
                "description": node.get("description", {}).get("value", ""),
                "states": states,
                "text": _text(node, ids),
            }
        )
    return found


def _text(node, nodes):
    """Return all that stands in a node, as it is read."""
    if node.get("role", {}).get("value") == "StaticText":
        return node.get("name", {}).get("value", "")
    return " ".join(filter(None, (_text(nodes[id], nodes) for id in node.get("childIds", []) if id in nodes)))


def nameless(nodes):
    """Return the nodes that need a name and have none."""
    return [node for node in nodes if node["role"] in NAMED and not node["name"]]


def said(nodes):
    """Return what the live regions of a page hold, as the nodes of its accessibility tree have it."""
    return [node["text"] for node in nodes if node["states"].get("live") in ("polite", "assertive") and node["text"]]


def hears(page, *texts, seconds=5):
    """Wait until the live regions of the page's accessibility tree hold each of `texts`, and return the tree's nodes."""
    end = time.monotonic() + seconds
    missing = [" ".join(text.split()) for text in texts]
    while True:
        nodes = tree(page)
        heard = [" ".join(each.split()) for each in said(nodes)]
        missing = [text for text in missing if not any(text in each for each in heard)]
        if not missing:
            return nodes
        assert time.monotonic() < end, f"nothing announces {missing}; heard: {heard}"
        page.wait_for_timeout(50)
