"""Pictures of the course for those who might host it, taken from the built site: what a company would have of it. And
the card that social networks show beside a link to the course.

They are `docs/LANGUAGE/host/pictures/NAME.webp`; pages and READMEs show them as any image. The card is `card.jpg`, for
networks do not all know WebP. What they show is noted, so that one knows when the course no longer looks like them.
"""

import base64
import contextlib
import hashlib
import json
import os
import re
import struct
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from markupsafe import Markup

from course import ROOT, VERSION, assets, browser, company, figures, make, templates

EXAMPLE = Path(__file__).parent / "skeletons" / "company.yml"
NOTES = "docs/pictures.json"
NOW = datetime(2027, 2, 15, 10, 0)  # the learner's day: pictures do not change with ours
QUALITY = 70  # of the WebP, in percent
# What learners have done, for the pages that speak of it. It goes through the course's own store.
DONE = """async ([steps, score]) => {
  const { store, outline, know } = self.course;
  if (outline.modules.some((module) => module.part)) await know();
  for (const step of outline.modules.flatMap((module) => module.steps).slice(0, steps)) {
    store.put("pages", step.id, {});
    for (const [question, hash] of step.asks) store.keepAnswer(question, { hash, given: [0], right: true });
  }
  if (!score) return;
  const draw = outline.bank.slice(0, 12).map(({ id, hash }) => [id, hash]);
  const submitted = "2027-02-12T15:00:00.000Z";
  const told = { submitted, score, of: 12, passed: true, version: outline.version };
  store.put("attempts", submitted, { draw, given: {}, flagged: [], ...told });
}"""


# Where a part stands in its page.
PLACE = """part => {
  const { x, y, width, height } = part.getBoundingClientRect();
  return { x: x + scrollX, y: y + scrollY, width, height };
}"""


@dataclass(frozen=True)
class Shot:
    """One picture: the page's id; `shows`, the part that it is about, whose words are noted; the window in CSS pixels
    and the picture's pixels for each; the steps a learner has done and the final score; `crop`, that part alone."""

    page: str
    shows: str
    width: int = 1024
    height: int = 640
    scale: float = 1
    steps: int = 0
    score: int = 0
    crop: bool = False


SHOTS = {
    "home": Shot("index", ".hero", height=700),
    "lesson": Shot("suppliers/saying-thanks", ".place, h1, .aims", 390, 720, 1.5),
    "company-box": Shot("internal-clients/values", ".slot.values", 640, 640, 1.5, crop=True),
    "progress": Shot("progress/index", "course-progress", steps=9),
    "certificate": Shot("progress/certificate", ".certificate", steps=99, score=11, crop=True),
}


CARD = (1200, 630)  # pixels; what networks that show a large picture ask for
CARD_QUALITY = 78  # of the JPEG, in percent


def size(path):
    """Return the width and height in pixels of a WebP file as Chromium writes it; raise `ValueError` for another file.

    Source: RFC 9649, sections 2.5 to 2.7.
    """
    head = path.read_bytes()[:30]
    if head[:4] == b"RIFF" and head[8:16] == b"WEBPVP8 ":
        return tuple(side & 0x3FFF for side in struct.unpack("<HH", head[26:30]))
    if head[:4] == b"RIFF" and head[8:16] == b"WEBPVP8X":
        return tuple(int.from_bytes(head[at : at + 3], "little") + 1 for at in (24, 27))
    raise ValueError(f"{path} is no WebP picture that ./scripts/pictures took")


def file_of(language, name):
    """Return where a picture stands."""
    return ROOT / "docs" / language / "host" / "pictures" / f"{name}.webp"


@contextlib.contextmanager
def example_site():
    """Give the folder of a site built as an example company would have it, and the outline."""
    with tempfile.TemporaryDirectory(prefix="course-pictures-") as folder:
        before = os.environ.get("COURSE_COMPANY")
        os.environ["COURSE_COMPANY"] = str(EXAMPLE)
        try:
            whole = make.build(folder)
        finally:
            os.environ.pop("COURSE_COMPANY") if before is None else os.environ.update(COURSE_COMPANY=before)
        yield Path(folder), whole


def visit(launched, site, whole):
    """Open the page of each picture of the site in the folder `site` with a browser; yield `(language, name, page)`."""
    for language in whole.courses:
        for name, shot in SHOTS.items():
            context = launched.new_context(
                viewport={"width": shot.width, "height": shot.height}, device_scale_factor=shot.scale,
                locale=f"{language}-CA", timezone_id="America/Toronto", reduced_motion="reduce", color_scheme="light",
            )  # fmt: skip
            page = context.new_page()
            page.clock.set_fixed_time(NOW)
            page.goto(f"{site.as_uri()}/{language}/{shot.page}.html")
            if shot.steps:
                page.evaluate(DONE, [shot.steps, shot.score])
                page.reload()
            for field in page.locator("#certificate-name").all():
                field.fill("Camila Duarte")
            yield language, name, page
            context.close()


def note(page, name):
    """Return the fingerprint of the words that the picture `name` shows on a page. Neither the fonts of a machine nor
    the version of the course change them."""
    words = " ".join(page.locator(SHOTS[name].shows).all_inner_texts()).replace(VERSION, "")
    return _fingerprint(words)


def _fingerprint(words):
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:8]


def card_words(settings, language):
    """Return what the card says: the course's title and subtitle, from `company.yml` as `company.load` gives it."""
    return [settings["course"][key][language] for key in ("title", "subtitle")]


def card_address(settings, language):
    """Return the address of the card from the language's folder, or None if the one that was drawn says other words: a
    company that renames the course has none until it runs ./scripts/pictures."""
    path = card_of(language)
    if not path.exists() or notes().get(language, {}).get("card") != _fingerprint(
        " ".join(card_words(settings, language))
    ):
        return None
    return f"host/pictures/{assets.named(path.name, path.read_bytes())}"


def card_of(language):
    """Return where the card of a language stands."""
    return file_of(language, "card").with_suffix(".jpg")


def draw_cards(launched):
    """Draw the card of each language, as the company of this repository calls the course; yield `(language, path)`."""
    settings = company.load()
    context = launched.new_context(viewport=dict(zip(("width", "height"), CARD, strict=True)), color_scheme="light")
    page = context.new_page()
    env = templates.environment(styles=[(assets.SOURCE / "css" / name).as_uri() for name in ("tokens.css", "card.css")])
    for language in settings["languages"]:
        title, subtitle = card_words(settings, language)
        drawing = Markup(figures.drawing("three-circles", language))
        html = env.get_template("card.html").render(language=language, title=title, subtitle=subtitle, drawing=drawing)
        with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as file:
            file.write(html)
            file.flush()
            page.goto(Path(file.name).as_uri())
            page.screenshot(path=card_of(language), type="jpeg", quality=CARD_QUALITY)
        yield language, card_of(language)
    context.close()


def notes():
    """Return what the pictures show as it was noted when they were taken: `{language: {name: fingerprint}}`."""
    path = ROOT / NOTES
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def take_all():
    """Take every picture again; yield `(path, bytes)` of each. Raises `CourseError` if the course does not build."""
    noted = {}
    with browser.launched("--hide-scrollbars") as launched, example_site() as (site, whole):
        for language, name, page in visit(launched, site, whole):
            path = file_of(language, name)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(_webp(page, SHOTS[name]))
            noted.setdefault(language, {})[name] = note(page, name)
            yield path, path.stat().st_size
        for language, path in draw_cards(launched):
            words = card_words(company.load(), language)
            noted.setdefault(language, {})["card"] = _fingerprint(" ".join(words))
            yield path, path.stat().st_size
    (ROOT / NOTES).write_text(json.dumps(noted, indent=2) + "\n", encoding="utf-8")


def _webp(page, shot):
    """Return the picture of a page. Playwright writes PNG and JPEG alone; the browser knows WebP, half as heavy."""
    clip = {"x": 0, "y": 0, "width": shot.width, "height": shot.height}
    if shot.crop:
        part = page.locator(shot.shows).first
        part.scroll_into_view_if_needed()
        clip = part.evaluate(PLACE)
    settings = {"format": "webp", "quality": QUALITY, "captureBeyondViewport": shot.crop}
    answer = page.context.new_cdp_session(page).send(
        "Page.captureScreenshot", {**settings, "clip": {**clip, "scale": shot.scale}}
    )
    return base64.b64decode(answer["data"])


IMAGE = re.compile(
    r'<img alt="(?P<alt>[^"]*)" src="(?P<src>(?:[^"]*/)?pictures/(?P<name>[\w-]+)(?:\.\w+)?\.webp)"\s*/?>'
)


def with_sizes(html, language):
    """Return a page's HTML with each picture's size written out, so that the text does not jump when it comes, late."""

    def sized(match):
        name = match["name"]
        width, height = (round(side / SHOTS[name].scale) for side in size(file_of(language, name)))
        return (
            f'<img class="picture" alt="{match["alt"]}" src="{match["src"]}" width="{width}" height="{height}" '
            'loading="lazy" decoding="async">'
        )

    return IMAGE.sub(sized, html)
