"""The course's own blocks as a Markdown extension, over pymdown-extensions' blocks.

    //// scenario | Title        a section with an id, holding
    /// choice | What one does   three choices that open in place, without JavaScript
    /// practice, plan, keypoints
    /// examples                 a weak and a good example, side by side: a bold label, then its quotation, twice
    /// fields | sheet           what to write, as `- key (lines): Label`; kept in the browser, printed with room
    /// element | name           a custom element of elements.py, around what stands there without JavaScript
    /// figure | name            an SVG of overrides/assets/figures, inlined with its words in the page's language
    /// slot | name              what the company says there, of docs/slots.yml and company.yml
    /// values | whole, short    the company's values, all that is said of them or their names and a line each
    /// legal                    what a page on the law is worth, and who reviewed it
    //// scene | Title           a scene of a branching case, holding
    /// option | What one does   options that lead to what follows, then to another scene or an ending
    //// ending | Title          the end of a route, with its debrief
    //// slide | Title           a slide of a trainer's deck, holding what one sees, and
    /// say, ask, avoid          notes: what the trainer says, asks, does not promise
    //// cards                   cards to cut out, holding
    /// card | Title             one of them

Trainer notes are no block here: they are cut out of the source before Markdown sees them (see hooks/lessons.py).
"""

import re
import xml.etree.ElementTree as etree

from markupsafe import Markup, escape
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_boolean, type_html_identifier, type_integer, type_string

from course import fields, figures, values

LABEL = re.compile(r"\*\*[^*]+\*\*")


class CourseBlock(Block):
    """A block whose `config` holds the page's language and the interface's words (`strings`)."""

    def on_markdown(self):
        """Say that what a block holds is blocks, whatever its tag: a custom element is taken for a part of a line."""
        return "block"

    def word(self, key):
        """Return one of the interface's words."""
        return self.config["strings"].get(key, key)

    def note(self, section, text, target):
        """Add what a scene holds, for those whom it may hurt, and a link past it to the element `target`."""
        note = etree.SubElement(section, "p", {"class": "content-note"})
        etree.SubElement(note, "b").text = self.word("content_note") + self.word("colon")
        note[0].tail = f" {text} "
        etree.SubElement(note, "a", {"href": f"#{target}"}).text = self.word("content_note_skip")

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
    OPTIONS = {"id": ("", type_html_identifier), "note": ("", type_string)}

    def on_create(self, parent):
        section = self.section(parent, "scenario", self.argument, id=f"s-{self.options['id']}")
        if self.options["note"]:
            self.note(section, self.options["note"], f"s-{self.options['id']}-after")
        return section

    def on_end(self, block):
        if self.options["note"]:
            block[-1].set("id", f"s-{self.options['id']}-after")
            block[-1].set("tabindex", "-1")


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

    def on_end(self, block):
        etree.SubElement(block, "course-plan").text = ""


class KeyPoints(CourseBlock):
    """What to remember."""

    NAME = "keypoints"
    ARGUMENT = None

    def on_create(self, parent):
        return self.section(parent, "keypoints")


class Examples(CourseBlock):
    """A weak and a good example: each a bold label and what follows it."""

    NAME = "examples"
    ARGUMENT = None

    def on_create(self, parent):
        return etree.SubElement(parent, "div", {"class": "examples"})

    def on_end(self, block):
        children = list(block)
        for child in children:
            block.remove(child)
        for child in children:
            # Markdown has not come to bold words yet.
            label = child.tag == "p" and LABEL.fullmatch((child.text or "").strip())
            if label or not len(block):
                example = etree.SubElement(block, "div", {"class": "example"})
            example.append(child)


class Fields(CourseBlock):
    """What to write in a worksheet. Text areas, so that everything written shows, on screen and on paper."""

    NAME = "fields"
    ARGUMENT = True

    def on_create(self, parent):
        return etree.SubElement(parent, "course-sheet", {"data-sheet": self.argument})

    def on_end(self, block):
        items = ["- " + "".join(item.itertext()).strip() for item in block.iter("li")]
        for child in list(block):
            block.remove(child)
        for match in filter(None, map(fields.FIELD.match, items)):
            key, rows, label = match.groups()
            id = f"{self.argument}-{key}"
            field = etree.SubElement(block, "div", {"class": "field"})
            etree.SubElement(field, "label", {"for": id}).text = label
            area = {"id": id, "name": key, "rows": rows or "1", "autocomplete": "off"}
            etree.SubElement(field, "textarea", area).text = ""
        etree.SubElement(block, "p", {"class": "quiet small sheet-kept"}).text = self.word("without_script")


class Element(CourseBlock):
    """A custom element; what stands in it is what a reader without JavaScript gets."""

    NAME = "element"
    ARGUMENT = True

    def on_create(self, parent):
        return etree.SubElement(parent, self.argument)


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
        label = Markup("<b>{}</b>{} <bdi>").format(filled.label, self.word("colon"))
        line.text = self.md.htmlStash.store(label + text + Markup("</bdi>"))
        return slot


class Values(CourseBlock):
    """The company's values, or a sample that says that it is one."""

    NAME = "values"
    ARGUMENT = True

    def on_create(self, parent):
        slot = etree.SubElement(parent, "div", {"class": f"slot values {self.argument}"})
        box = values.box(self.config["values"], self.argument, self.config["strings"])
        slot.text = self.md.htmlStash.store(box)
        return slot


class Legal(CourseBlock):
    """What a page on the law is worth: general information, checked one day, reviewed by a jurist or not."""

    NAME = "legal"
    ARGUMENT = None

    def on_create(self, parent):
        legal = etree.SubElement(parent, "aside", {"class": "legal", "aria-label": self.word("legal")})
        etree.SubElement(legal, "p").text = self.md.htmlStash.store(escape(self.config["legal"]))
        return legal


class Scene(CourseBlock):
    """A scene of a case: what happens, then links to what each option brings about.

    Style shows one scene at a time, the one that the address names, so that the case needs no script; on paper, and
    where style cannot do that, all stand one after the other.
    """

    NAME = "scene"
    ARGUMENT = True
    OPTIONS = {"id": ("", type_html_identifier), "circle": ("", type_string), "note": ("", type_string)}

    def on_create(self, parent):
        id = self.options["id"]
        place = self.config["places"][id]
        scene = etree.SubElement(parent, "section", {"class": "block scene", "id": id, "tabindex": "-1"})
        label = etree.SubElement(scene, "p", {"class": "kind"})
        label.text = self.word("decision_of").format(i=place.decision, n=place.decisions)
        etree.SubElement(scene, "h2").text = self.argument
        if self.options["note"]:
            self.note(scene, self.options["note"], f"{id}-options")
        return scene

    def on_end(self, block):
        outcomes = [child for child in block if child.get("class") == "outcome"]
        links = etree.Element("ol", {"class": "options", "id": f"{self.options['id']}-options", "tabindex": "-1"})
        block.insert(list(block).index(outcomes[0]), links)
        for number, outcome in enumerate(outcomes, 1):
            outcome.set("id", f"{self.options['id']}-{number}")
            link = etree.SubElement(etree.SubElement(links, "li"), "a", {"href": f"#{outcome.get('id')}"})
            link.text = outcome.find("p[@class='chosen']")[0].tail.strip()


class Option(CourseBlock):
    """What one could do in a scene: its outcome, and the way on."""

    NAME = "option"
    ARGUMENT = True
    OPTIONS = {"to": ("", type_html_identifier)}

    def on_create(self, parent):
        outcome = etree.SubElement(parent, "div", {"class": "outcome", "tabindex": "-1"})
        chosen = etree.SubElement(outcome, "p", {"class": "chosen"})
        etree.SubElement(chosen, "span", {"class": "kind"}).text = self.word("option_chosen")
        chosen[0].tail = f" {self.argument}"
        return outcome

    def on_end(self, block):
        way, to = etree.SubElement(block, "p", {"class": "way"}), self.options["to"]
        # On paper, where nothing can be followed, style says which scene to turn to.
        leads = {"class": "button", "href": f"#{to}", "data-leads": self.config["places"][to].title}
        etree.SubElement(way, "a", leads).text = self.word("option_on")


class Ending(CourseBlock):
    """Where a route ends: what came of it, and the way back to the start."""

    NAME = "ending"
    ARGUMENT = True
    OPTIONS = {"id": ("", type_html_identifier)}

    def on_create(self, parent):
        ending = self.section(parent, "ending", self.argument, id=self.options["id"], tabindex="-1")
        ending.set("class", "block scene ending")
        return ending

    def on_end(self, block):
        way = etree.SubElement(block, "p", {"class": "way"})
        start = self.config["places"][self.options["id"]].start
        etree.SubElement(way, "a", {"href": f"#{start}"}).text = self.word("case_again")


class Slide(CourseBlock):
    """A slide of a trainer's deck; reveal.js reads its pacing (`data-timing`, in seconds) and its notes."""

    NAME = "slide"
    ARGUMENT = True
    OPTIONS = {
        "id": ("", type_html_identifier),
        "minutes": (0, type_integer),
        "from": (0, type_integer),
        "lesson": ("", type_string),
        "timer": (0, type_integer),
    }

    def on_create(self, parent):
        minutes, timer = self.options["minutes"], self.options["timer"]
        given = {"data-timing": str(60 * minutes), "data-minutes": str(minutes), "data-from": str(self.options["from"])}
        slide = etree.SubElement(parent, "section", {"class": "slide", "id": self.options["id"], **given})
        etree.SubElement(slide, "h2", {"id": f"{self.options['id']}-title"}).text = self.argument
        if timer:
            etree.SubElement(slide, "room-timer", {"data-minutes": str(timer)}).text = ""
        return slide

    def on_end(self, block):
        # What the room sees is a sheet, its clock last; the notes stand after it.
        clocks = [child for child in block if child.tag == "room-timer"]
        notes = [child for child in block if child.get("class", "").startswith("note-")]
        shown = [child for child in block if child not in (*clocks, *notes)]
        for child in list(block):
            block.remove(child)
        sheet = etree.SubElement(block, "div", {"class": "sheet"})
        for child in (*shown, *clocks):
            sheet.append(child)
        aside = etree.SubElement(block, "aside", {"class": "notes"})
        for note in notes:
            aside.append(note)


class Note(CourseBlock):
    """A part of the notes of a slide: its name says which."""

    ARGUMENT = None

    def on_create(self, parent):
        note = etree.SubElement(parent, "div", {"class": f"note-{self.NAME}"})
        label = etree.SubElement(note, "p", {"class": "kind"})
        label.text = self.word(f"deck_{self.NAME}")
        return note


class Say(Note):
    """What the trainer says, as it can be said."""

    NAME = "say"


class Ask(Note):
    """What the trainer asks the room."""

    NAME = "ask"


class Avoid(Note):
    """What the trainer does not promise, say or do."""

    NAME = "avoid"


class Cards(CourseBlock):
    """Cards to cut out."""

    NAME = "cards"
    ARGUMENT = None

    def on_create(self, parent):
        return etree.SubElement(parent, "div", {"class": "cards"})


class Card(CourseBlock):
    """A card, with its title."""

    NAME = "card"
    ARGUMENT = True

    def on_create(self, parent):
        card = etree.SubElement(parent, "div", {"class": "card"})
        title = etree.SubElement(card, "p", {"class": "card-title"})
        etree.SubElement(title, "strong").text = self.argument
        return card


BLOCKS = (
    Scenario,
    Choice,
    Practice,
    Plan,
    KeyPoints,
    Examples,
    Fields,
    Element,
    Figure,
    Slot,
    Values,
    Legal,
    Scene,
    Option,
    Ending,
    Slide,
    Say,
    Ask,
    Avoid,
    Cards,
    Card,
)


class CourseBlocksExtension(BlocksExtension):
    """Registers the blocks; `language` and `strings` come from the hook that knows the page's language."""

    def __init__(self, **configs):
        self.config = {
            "language": ["fr", "The page's language"],
            "strings": [{}, "The interface's words"],
            "slots": [{}, "What the company says, by slot"],
            "values": [{}, "What the company's values are"],
            "legal": ["", "What pages on the law are worth"],
            "places": [{}, "Where each scene of a case stands, by id"],
        }
        super().__init__(**configs)

    def extendMarkdownBlocks(self, md, block_mgr):
        for block in BLOCKS:
            block_mgr.register(block, self.getConfigs())


def makeExtension(**configs):
    """Return the extension (called by Python-Markdown)."""
    return CourseBlocksExtension(**configs)
