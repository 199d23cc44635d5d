"""A site whose company filled everything in, with markup in each text and long names: one build, looked at as files and
in a browser."""

import json
import re

import pytest
from lxml import html

from course import sharing
from tests.browser.learner import take_assessment
from tests.browser.test_accessibility import violations
from tests.browser.test_decks import FOOT
from tests.company.cases import LOGO, MARKUP, NAME, quoted
from tests.copies import SITE, Copy

NAVY = "#001f3f"
TITLE = f"{NAME} !"
LONG_NAME = "חברת הלקוחות 🧑🏽‍🏭 " + NAME[:56]
IN_EACH = "{{fr: {0}, en: {0}}}"
LINES = "{{fr: [{0}, {0}], en: [{0}, {0}]}}".format(quoted(MARKUP))
HOSTILE = f"""
course: {{id: acme-course, title: {IN_EACH.format(quoted(TITLE))}, subtitle: {IN_EACH.format(quoted(MARKUP))}}}
name: {quoted(NAME)}
logo: company/logo.svg
colours: {{accent: "{NAVY}"}}
address: https://acme.test/course/
contacts:
  course: {{name: {quoted(NAME)}, email: a@acme.test}}
  designated: {{name: {quoted(NAME)}, phone: {quoted(MARKUP)}}}
certificate: {{name: {quoted(NAME)}, title: {quoted(NAME)}}}
legal_review: {{by: {quoted(MARKUP)}, date: 2026-10-01}}
policies:
  gifts: {{title: {IN_EACH.format(quoted(MARKUP))}, url: 'https://acme.test/"onclick="pwned()'}}
values:
""" + "".join(
    f"  - name: {IN_EACH.format(quoted(name))}\n"
    f"    gestures: {LINES}\n    attitudes: {LINES}\n    words: {LINES}\n    choices: {LINES}\n"
    for name in (NAME, LONG_NAME, MARKUP, "/// trainer", "Respect")
)
VALUES, CHARTER = "internal-clients/values.html", "action/charter.html"
CERTIFICATE, DECK = "progress/certificate.html", "trainer/internal-clients/deck.html"


@pytest.fixture(scope="module")
def repository(pristine, tmp_path_factory):
    """The repository of that company."""
    repository = Copy(pristine.root, tmp_path_factory.mktemp("repository"), SITE)
    repository.write("company.yml", HOSTILE)
    repository.write("company/logo.svg", LOGO)
    return repository


@pytest.fixture(scope="module")
def site(repository, tmp_path_factory):
    """Its site."""
    return repository.build(tmp_path_factory.mktemp("site") / "site", "https://acme.test/course/")


@pytest.fixture
def visit(browser, site):
    """Return a function that opens a page of that site from disk."""
    contexts = []

    def opened(path, fragment="", **options):
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.on("dialog", lambda dialog: pytest.fail(f"{path} asks: {dialog.message}"))
        page.goto((site / path).as_uri() + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()


def pages(site):
    """Return `(path, parsed page)` of every page."""
    return [(str(path.relative_to(site)), html.parse(str(path)).getroot()) for path in sorted(site.glob("**/*.html"))]


def said(element):
    return " ".join(element.text_content().split())


def test_no_text_of_the_company_becomes_markup_on_any_page(site):
    found = pages(site)
    assert len(found) > 150
    for path, root in found:
        assert not root.xpath("//@*[starts-with(name(), 'on')]"), f"{path}: an attribute runs a script"
        assert not root.xpath("//script[not(@src) and not(@type='application/json' or @type='application/ld+json')]"), (
            f"{path}: a script in the page"
        )
        assert not root.xpath("//*[starts-with(normalize-space(@href), 'javascript:')]"), (
            f"{path}: a link runs a script"
        )
        assert not root.xpath("//*[@class='pwned' or @src='x' or self::quiz]"), f"{path}: a tag of the company's"
        marked = root.xpath("//*[normalize-space(.)='pwned' or normalize-space(.)='pwned()']")
        assert not marked, f"{path}: {html.tostring(marked[0])} was made of signs of Markdown"
        for script in root.xpath("//script[not(@src)]"):
            json.loads(script.text)


def test_what_the_company_writes_stands_letter_for_letter(site):
    for language in ("fr", "en"):
        for path in ("index.html", VALUES, CHARTER, DECK, "suppliers/gifts.html"):
            root = html.parse(str(site / language / path)).getroot()
            title = said(root.find(".//title"))
            assert TITLE in title or len(f"{title} — {TITLE}") > sharing.LONGEST, path
            if path != DECK:
                assert said(root.find_class("mark")[0]) == TITLE
                assert said(root.find_class("bottom")[0]).count(NAME) == 1
        (box,) = html.parse(str(site / language / VALUES)).getroot().find_class("values")
        assert said(box).count(MARKUP) == 5 * 8 + 1 and said(box).count(NAME) == 1 and "/// trainer" in said(box)
        (slot,) = html.parse(str(site / language / "suppliers/gifts.html")).getroot().find_class("slot")
        assert said(slot).endswith(MARKUP)
        assert slot.xpath(".//a/@href") == ['https://acme.test/"onclick="pwned()']
        (legal,) = html.parse(str(site / language / "civility/harassment.html")).getroot().find_class("legal")
        assert MARKUP in said(legal)
        (script,) = (site / language / "assets").glob("courseOutline.*.js")
        outline = json.loads(re.fullmatch(r"self\.courseOutline=(.*);\n", script.read_text(encoding="utf-8"))[1])
        assert outline["title"] == TITLE and "</script" not in script.read_text(encoding="utf-8")
        (script,) = (site / language / "assets").glob("courseSteps.????????.js")
        outline = json.loads(re.fullmatch(r"self\.courseSteps=(.*);\n", script.read_text(encoding="utf-8"))[1])
        assert "</script" not in script.read_text(encoding="utf-8")
        logo = outline["company"].pop("logo")
        assert (site / language / logo).read_text(encoding="utf-8") == LOGO
        assert outline["company"] == {"name": NAME, "signer": NAME, "role": NAME}
    front = html.parse(str(site / "index.html")).getroot()
    assert said(front.find(".//h1")) == TITLE and said(front.find(".//main")).count(NAME) == 4


def test_the_company_s_style_stands_on_every_page_and_what_it_names_exists(site):
    for path, root in pages(site):
        (style,) = root.xpath("//link[@rel='stylesheet'][contains(@href, '/company.')]/@href")
        target = site / style.removeprefix("/course/") if path == "404.html" else site / path / ".." / style
        assert f"--brand:{NAVY}" in target.resolve().read_text(encoding="utf-8"), path


def test_without_name_logo_or_colour_not_a_byte_is_shipped(built):
    assert not [path.name for path in built.glob("*/assets/*") if re.match(r"company\.|logo\.", path.name)]
    for path, root in pages(built):
        assert not root.xpath("//img[contains(@class, 'logo')] | //link[contains(@href, '/company.')]"), path
    (script,) = (built / "fr" / "assets").glob("courseSteps.????????.js")
    assert '"company":' not in script.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_until_a_company_writes_its_values_a_sample_says_that_it_is_one(built, whole, language):
    for path in (VALUES, CHARTER, DECK, "trainer/internal-clients/workbook.html"):
        boxes = html.parse(str(built / language / path)).getroot().find_class("values")
        assert len(boxes) == 1, path
        assert whole.strings[language]["slot_sample"] in said(boxes[0]), f"{path} does not say that it shows a sample"
        for value in whole.values:
            assert value["name"][language] in said(boxes[0]) and value["gestures"][language][0][:30] in said(boxes[0])


def test_slides_and_sheets_show_three_values_and_say_where_the_others_are(site, whole):
    for language, words in (("fr", "3 sur 5"), ("en", "3 of 5")):
        lesson = whole.courses[language].pages["internal-clients/values"].title
        for path in (CHARTER, DECK, "trainer/internal-clients/workbook.html"):
            (box,) = html.parse(str(site / language / path)).getroot().find_class("values")
            assert len(box.findall(".//li")) == 3 and words in said(box) and lesson in said(box), path
            assert whole.strings[language]["slot_sample"] not in said(box), "the company's own are called a sample"
            assert all(len(item.text_content()) < 140 for item in box.iter("li")), "a line is not cut"


@pytest.mark.parametrize(("theme", "width"), [("light", 360), ("dark", 1280)])
def test_a_branded_page_can_be_read_and_does_not_scroll_sideways(visit, site, theme, width):
    page = visit("fr/index.html", color_scheme=theme, viewport={"width": width, "height": 800})
    take_assessment(page, 12)
    for path in ("index.html", VALUES, CERTIFICATE):
        page.goto((site / "fr" / path).as_uri())
        assert page.locator(".mark .logo").evaluate("image => image.naturalWidth > 0"), "the logo does not load"
        assert page.evaluate("document.documentElement.scrollWidth") <= width + 1, f"{path} scrolls sideways"
        for part in page.locator("header.top a:visible, header.top button:visible").all():
            box = part.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= width + 1, "the header overflows"
        assert page.locator("header.top").bounding_box()["height"] < 160, "the header takes the screen"
        assert violations(page) == [], path


def test_the_values_slide_fits_with_its_clock(visit):
    for language in ("fr", "en"):
        page = visit(f"{language}/{DECK}", "#wall-word", viewport={"width": 1280, "height": 720})
        page.locator(".slide.present .values").wait_for()
        sheet = page.locator(".slide.present .sheet")
        assert sheet.evaluate("sheet => [sheet.scrollWidth <= 1280, sheet.scrollHeight <= 720]") == [True, True]
        clock = sheet.locator("room-timer").bounding_box()
        assert clock["y"] + clock["height"] <= 720 - FOOT, "the clock stands on the foot of the slide"


def test_the_certificate_says_who_signs_and_still_what_it_is_worth(visit, whole):
    page = visit("en/index.html", viewport={"width": 1280, "height": 800})
    take_assessment(page, 12)
    page.goto(page.url.replace("index.html", CERTIFICATE))
    paper = page.locator(".certificate")
    assert paper.locator(".signed b").inner_text() == NAME and paper.locator(".signed span").inner_text() == NAME
    assert paper.locator(".by bdi").inner_text() == NAME and paper.locator("img.logo").get_attribute("alt") == NAME
    assert whole.strings["en"]["certificate_kind"].lower() in paper.inner_text().lower()
    assert whole.strings["en"]["certificate_honest"] in paper.inner_text()
    assert paper.evaluate("paper => paper.scrollHeight <= paper.clientHeight + 1"), "the sheet is too small"
    assert paper.locator("i, script, em").count() == 0


def test_check_company_says_how_the_colour_is_shown_and_that_samples_are_left(repository):
    done = repository.verb("check_company")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"light theme: {NAVY} as it is, contrast" in done.stdout
    assert re.search(
        rf"dark theme: {NAVY} has a contrast of 1\.\d:1; shown as #[0-9a-f]{{6}}, same hue, 6\.\d:1", done.stdout
    )
    assert re.search(
        r"^company\.yml:\d+: contacts\.union is left out: civility/who-does-what", done.stdout, re.MULTILINE
    )
    assert "values is empty" not in done.stdout
    assert re.search(r"only \./scripts/check-links asks them", done.stdout), (
        "addresses are not asked, and it does not say so"
    )
    assert done.stdout.splitlines()[-1].startswith("Nothing is wrong. 5 samples left")
    assert repository.verb("check_company", "--strict").returncode == 1
