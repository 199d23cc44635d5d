"""The course's own blocks as a Markdown extension, over pymdown-extensions' blocks.

    //// scenario | Title        a section with an id, holding
    /// choice | What one does   three choices that open in place, without JavaScript
    /// practice, plan, keypoints
    /// figure | name            an SVG of overrides/assets/figures, inlined with its words in the page's language
    /// slot | name              what the company says there, of docs/slots.yml and company.yml

Trainer notes are no block here: they are cut out of the source before Markdown sees them (see hooks/lessons.py).
"""

import xml.etree.ElementTree as etree

from markupsafe import Markup, escape
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_boolean, type_html_identifier

from course import figures


class CourseBlock(Block):
    """A block whose `config` holds the page's language and the interface's words (`strings`)."""

    def word(self, key):
        """Return one of the interface's words."""
        return self.config["strings"].get(key, key)

    def section(self, parent, kind, title=None, **attributes):
        """Add a `<section>` whose heading of level 2 says what kind of block it is, and its title if it has one."""
        section = etree.SubElement(parent, "section", {"class": f"block {kind}", **attributes})
        heading = etree.SubElement(section, "h2")
        label = etree.SubElement(heading, "span", {"class": "kind"})
        label.text = self.word(kind)
        if title:
            label.tail = f" {title}"
        return section


class Scenario(CourseBlock):
    """A situation and what one could do."""

    NAME = "scenario"
    ARGUMENT = True
    OPTIONS = {"id": ("", type_html_identifier)}

    def on_create(self, parent):
        return self.section(parent, "scenario", self.argument, id=f"s-{self.options['id']}")


class Choice(CourseBlock):
    """One thing that one could do, which opens on its immediate and its later consequence."""

    NAME = "choice"
    ARGUMENT = True
    OPTIONS = {"best": (False, type_boolean)}

    def on_create(self, parent):
        details = etree.SubElement(parent, "details", {"class": "choice"})
        summary = etree.SubElement(details, "summary")
        summary.text = self.argument
        if self.options["best"]:
            mark = etree.SubElement(details, "p", {"class": "best"})
            mark.text = self.word("scenario_best")
        return details


class Practice(CourseBlock):
    """What to do today, on paper or on screen."""

    NAME = "practice"
    ARGUMENT = True

    def on_create(self, parent):
        return self.section(parent, "practice", self.argument)


class Plan(CourseBlock):
    """An if-then plan, written as on a card."""

    NAME = "plan"
    ARGUMENT = None

    def on_create(self, parent):
        return self.section(parent, "plan")


class KeyPoints(CourseBlock):
    """What to remember."""

    NAME = "keypoints"
    ARGUMENT = None

    def on_create(self, parent):
        return self.section(parent, "keypoints")


class Figure(CourseBlock):
    """A drawing with its caption."""

    NAME = "figure"
    ARGUMENT = True

    def on_create(self, parent):
        figure = etree.SubElement(parent, "figure", {"class": f"figure {self.argument}"})
        drawing = etree.SubElement(figure, "div", {"class": "drawing"})
        drawing.text = self.md.htmlStash.store(figures.drawing(self.argument, self.config["language"]))
        self.caption = etree.SubElement(figure, "figcaption")
        return figure

    def on_add(self, block):
        return self.caption


class Slot(CourseBlock):
    """What a company fills in through company.yml, or a sample that says that it is one."""

    NAME = "slot"
    ARGUMENT = True

    def on_create(self, parent):
        filled = self.config["slots"][self.argument]
        slot = etree.SubElement(parent, "div", {"class": "slot"})
        etree.SubElement(slot, "p", {"class": "kind"}).text = self.word("slot")
        line = etree.SubElement(slot, "p")
        # What a company writes is text, whatever signs it holds: Markdown does not see it.
        text = escape(filled.text)
        if filled.sample:
            text = Markup("{} <em>({})</em>").format(text, self.word("slot_sample"))
        elif filled.address:
            text = Markup('<a href="{}">{}</a>').format(filled.address, text)
        label = Markup("<b>{}</b>{} ").format(filled.label, self.word("colon"))
        line.text = self.md.htmlStash.store(label + text)
        return slot


class CourseBlocksExtension(BlocksExtension):
    """Registers the blocks; `language` and `strings` come from the hook that knows the page's language."""

    def __init__(self, **configs):
        self.config = {
            "language": ["fr", "The page's language"],
            "strings": [{}, "The interface's words"],
            "slots": [{}, "What the company says, by slot"],
        }
        super().__init__(**configs)

    def extendMarkdownBlocks(self, md, block_mgr):
        for block in (Scenario, Choice, Practice, Plan, KeyPoints, Figure, Slot):
            block_mgr.register(block, self.getConfigs())


def makeExtension(**configs):
    """Return the extension (called by Python-Markdown)."""
    return CourseBlocksExtension(**configs)
