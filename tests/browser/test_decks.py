"""A trainer's deck: presented, in three lengths, with its speaker view; read with its notes; printed both ways."""

import io
import re

import pytest
from benchmarks.weight import walk
from playwright.sync_api import expect
from pypdf import PdfReader

from course import decks
from tests.paper import texts_of

from .pages import SETTLED
from .test_accessibility import violations
from .variants import crosswise, everywhere, in_english, in_french, languages

LANGUAGES = ["fr", "en"]
THEMES = ["suppliers", "internal-clients", "civility"]
DECK = "trainer/suppliers/deck.html"
each_deck = pytest.mark.parametrize(
    ("language", "theme"), [(language, theme) for theme in THEMES for language in LANGUAGES]
)
SHOWN = "section.slide.present"
FIRST_DECK = 90  # kB gzip of a deck that is opened first; measured 82 to 84
GROUND = "getComputedStyle(document.documentElement).backgroundColor"
FOOT = 52  # pixels of a slide's lower edge that its foot takes


def slides_of(whole, language, theme, length=90):
    deck = whole.courses[language].pages[f"trainer/{theme}/deck"]
    return [slide for _, slide in decks.session(decks.slides(deck), length)]


def present(visit, path, disk=False, **options):
    """Open a deck where it is to be presented, and wait for its slides."""
    options.setdefault("viewport", {"width": 1280, "height": 720})
    page = visit(path, disk, **options)
    page.wait_for_selector("html[data-ready]")
    return page


def read(path_of_pdf, **options):
    return PdfReader(io.BytesIO(path_of_pdf.pdf(prefer_css_page_size=True, tagged=True, **options)))


def words_of(text):
    return re.sub(r"\s+", " ", text)


# What of the slide that is shown lies outside its frame, or on its foot: lines of text, drawings, boxes, controls.
OUTSIDE = """([shown, foot]) => {
  const sheet = document.querySelector(shown).querySelector(".sheet");
  const frame = sheet.getBoundingClientRect(), scale = frame.width / 1280, found = [];
  let seen = 0;
  const look = (box, what) => {
    if (!box.width || !box.height || (box.width <= 1.5 && box.height <= 1.5)) return;
    seen += 1;
    const below = frame.bottom - foot * scale;
    if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > below + 1)
      found.push(`${what} ${Math.round(box.left)},${Math.round(box.top)} to ${Math.round(box.right)},${Math.round(box.bottom)}`);
  };
  const hidden = (element) => {
    for (let each = element; each !== sheet; each = each.parentElement)
      if (getComputedStyle(each).clipPath !== "none" && each.getBoundingClientRect().width <= 1.5 * scale) return true;
    return !element.checkVisibility();
  };
  for (const element of sheet.querySelectorAll("*")) {
    if (element.closest("svg") !== null && element.localName !== "svg") continue;
    if (hidden(element)) continue;
    look(element.getBoundingClientRect(), `<${element.localName} ${element.className.baseVal ?? element.className}>`);
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) look(box, node.data.trim().slice(0, 30));
    }
  }
  if (frame.left < -1 || frame.right > innerWidth + 1 || frame.top < -1 || frame.bottom > innerHeight + 1)
    found.push("the slide itself");
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page scrolls sideways");
  return [seen, found];
}"""


# A slide has one size that its frame magnifies, so that one deck tells of larger screens.
@pytest.mark.parametrize(
    ("language", "theme", "size"),
    [(language, theme, (1280, 720)) for theme in THEMES for language in LANGUAGES] + [("fr", THEMES[0], (1920, 1080))],
)
def test_no_slide_holds_more_than_its_frame(visit, whole, language, theme, size):
    shown = slides_of(whole, language, theme)
    page = present(visit, f"{language}/trainer/{theme}/deck.html", viewport={"width": size[0], "height": size[1]})
    for slide in shown:
        expect(page.locator(SHOWN)).to_have_id(slide.id)
        # The timers and votes measure themselves a moment after a slide is shown.
        page.evaluate(SETTLED)
        seen, outside = page.evaluate(OUTSIDE, [SHOWN, FOOT])
        assert seen >= 2, slide.id
        assert not outside, f"{slide.id}: {outside[:4]}"
        page.keyboard.press("ArrowRight")
    assert len(shown) >= decks.SLIDES[0]


def test_the_check_of_frames_sees_a_slide_that_holds_too_much(visit):
    page = present(visit, f"fr/{DECK}", bypass_csp=True)
    page.evaluate("document.querySelector('.sheet').insertAdjacentHTML('beforeend', '<p>Trop de mots.</p>'.repeat(9))")
    assert page.evaluate(OUTSIDE, [SHOWN, FOOT])[1]


@each_deck
def test_each_slide_says_what_to_say_to_ask_and_to_avoid_and_the_room_sees_none_of_it(visit, whole, language, theme):
    page = present(visit, f"{language}/trainer/{theme}/deck.html")
    words = whole.strings[language]
    notes = page.locator("section.slide > .notes")
    assert notes.count() == len(slides_of(whole, language, theme))
    for index in range(notes.count()):
        parts = notes.nth(index).locator("> div")
        labels = parts.locator(".kind").all_text_contents()
        assert labels == [words["deck_say"], words["deck_ask"], words["deck_avoid"]]
        for text in parts.locator("p:not(.kind)").all_text_contents():
            assert len(text.split()) >= 3
        expect(notes.nth(index)).to_be_hidden()


@pytest.mark.parametrize("length", decks.LENGTHS)
@pytest.mark.parametrize("theme", THEMES)
def test_a_session_shows_the_slides_whose_minutes_sum_to_it(visit, whole, theme, length):
    language = "en" if theme == "civility" else "fr"
    page = present(visit, f"{language}/trainer/{theme}/deck.html?length={length}")
    shown = page.locator("section.slide").evaluate_all(
        "all => all.map((each) => [each.id, Number(each.dataset.minutes)])"
    )
    expected = slides_of(whole, language, theme, length)
    assert shown == [[slide.id, slide.minutes] for slide in expected]
    assert sum(minutes for _, minutes in shown) == length
    page.keyboard.press("End")
    expect(page.locator(SHOWN)).to_have_id(expected[-1].id)
    place = page.locator(f"{SHOWN} .sheet").get_attribute("data-place")
    assert place == f"{len(shown)} / {len(shown)} · {expected[-1].minutes}\u00a0min"


@languages
def test_the_menu_changes_the_length_the_view_and_the_language_and_keeps_the_slide(visit, whole, language):
    words, slides = whole.strings[language], slides_of(whole, language, "suppliers", 30)
    page = present(visit, f"{language}/{DECK}?length=60#/{slides[2].id}")
    page.get_by_role("button", name=words["deck_menu"]).click()
    page.get_by_role("link", name=words["minutes"].format(count=30)).click()
    page.wait_for_url(f"**/deck.html?length=30#/{slides[2].id}")
    page.wait_for_selector("html[data-ready]")
    expect(page.locator(SHOWN)).to_have_id(slides[2].id)
    page.keyboard.press("?")
    page.get_by_role("link", name=words["deck_notes"]).click()
    page.wait_for_url(f"**/deck.html?length=30&view=notes#/{slides[2].id}")
    expect(page.locator("section.slide")).to_have_count(len(slides))
    expect(page.locator(f"#{slides[2].id}")).to_be_in_viewport()
    page.get_by_role("link", name=words["deck_slides"]).click()
    page.wait_for_selector("html[data-ready]")
    page.keyboard.press("?")
    other = next(code for code in LANGUAGES if code != language)
    page.locator("a.switch").click()
    page.wait_for_url(f"**/{other}/{DECK}?length=30#/{slides[2].id}")
    page.wait_for_selector("html[data-ready]")
    page.keyboard.press("?")
    page.locator(".deck-menu a[href$='guide.html']").click()
    page.wait_for_url(f"**/{other}/trainer/suppliers/guide.html")


@crosswise
def test_the_address_of_a_slide_opens_it(visit, whole, disk, language):
    slides = slides_of(whole, language, "suppliers")
    page = present(visit, f"{language}/{DECK}#/{slides[4].id}", disk)
    expect(page.locator(SHOWN)).to_have_id(slides[4].id)
    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**#/{slides[5].id}")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    expect(page.locator(SHOWN)).to_have_id(slides[5].id)
    page.evaluate(f"location.hash = '#/{slides[1].id}'")
    expect(page.locator(SHOWN)).to_have_id(slides[1].id)


@pytest.mark.parametrize("hash", ["#/no-such-slide", "#/%E9", "#fn-1/../x"])
def test_an_address_of_no_slide_opens_the_first(visit, whole, hash):
    page = present(visit, f"fr/{DECK}{hash}")
    expect(page.locator(SHOWN)).to_have_id(slides_of(whole, "fr", "suppliers")[0].id)
    page = visit(f"fr/{DECK}?view=notes&length=45{hash}")
    expect(page.locator("section.slide")).to_have_count(len(slides_of(whole, "fr", "suppliers")))


def test_a_slide_that_a_shorter_session_lacks_opens_the_first(visit, whole):
    gone = next(slide for slide in slides_of(whole, "fr", "suppliers") if slide.shortest == 90)
    page = present(visit, f"fr/{DECK}?length=30#/{gone.id}")
    expect(page.locator(SHOWN)).to_have_id(slides_of(whole, "fr", "suppliers", 30)[0].id)


def test_keys_and_a_remote_control_turn_the_slides(visit, whole):
    slides = [slide.id for slide in slides_of(whole, "fr", "suppliers")]
    page = present(visit, f"fr/{DECK}", reduced_motion="no-preference")
    for key, at in [("ArrowRight", 1), (" ", 2), ("PageDown", 3), ("PageUp", 2), ("ArrowLeft", 1), ("End", -1),
                    ("Home", 0)]:  # fmt: skip
        page.keyboard.press(key)
        expect(page.locator(SHOWN)).to_have_id(slides[at])
    page.keyboard.press("Escape")
    expect(page.locator(".reveal.overview")).to_have_count(1)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".reveal.overview")).to_have_count(0)
    expect(page.locator(SHOWN)).to_have_id(slides[1])
    page.keyboard.press("b")
    expect(page.locator(".pause-overlay")).to_be_visible()
    expect(page.get_by_role("button", name=whole.strings["fr"]["deck_resume"])).to_be_visible()
    page.keyboard.press("b")
    expect(page.locator(".pause-overlay")).to_be_hidden()
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.evaluate("document.exitFullscreen()")
    page.get_by_role("button", name=whole.strings["fr"]["deck_next"]).click()
    expect(page.locator(SHOWN)).to_have_id(slides[2])


def test_a_finger_turns_the_slides(visit, whole):
    slides = slides_of(whole, "fr", "suppliers")
    page = present(visit, f"fr/{DECK}", has_touch=True)
    session = page.context.new_cdp_session(page)
    for kind, x in [("touchStart", 900), ("touchMove", 700), ("touchMove", 500), ("touchEnd", None)]:
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": 300}] if x else []})
    expect(page.locator(SHOWN)).to_have_id(slides[1].id)


# A clock and a vote as a slide may hold them, whatever theirs are: a button that counts its clicks, and a field.
CONTROLS = """() => {
  const room = document.createElement("room-timer");
  document.querySelector("section.slide.present .sheet").append(room);
  const button = document.createElement("button");
  button.addEventListener("click", () => (button.dataset.clicks = 1 + Number(button.dataset.clicks ?? 0)));
  room.append(button, document.createElement("input"));
  for (const each of room.children) each.className = "tried";
}"""


def test_a_control_of_a_slide_keeps_its_keys_and_a_remote_control_turns_the_page_all_the_same(visit, whole):
    slides = slides_of(whole, "fr", "suppliers")
    page = present(visit, f"fr/{DECK}")
    page.evaluate(CONTROLS)
    button, field = page.locator("button.tried"), page.locator("input.tried")
    button.focus()
    for key in (" ", "Enter", "ArrowDown", "End"):
        page.keyboard.press(key)
    expect(button).to_have_attribute("data-clicks", "2")
    expect(page.locator(SHOWN)).to_have_id(slides[0].id)
    expect(page.locator(".pause-overlay")).to_be_hidden()
    field.focus()
    page.keyboard.type("12 s b")
    page.keyboard.press("ArrowRight")
    expect(field).to_have_value("12 s b")
    expect(page.locator(SHOWN)).to_have_id(slides[0].id)
    page.keyboard.press("PageDown")
    expect(page.locator(SHOWN)).to_have_id(slides[1].id)


@in_french
def test_a_source_that_a_slide_names_opens_beside_the_presentation(visit, whole, language):
    page = present(visit, f"{language}/trainer/civility/deck.html")
    links = page.locator(".sheet .cited a")
    assert links.count() >= 1
    for link in [*links.all(), *page.locator(".notes .cited a").all()]:
        assert re.search(rf"/{language}/sources\.html#[a-z0-9-]+$", link.evaluate("link => link.href"))
        assert link.get_attribute("target") == "_blank"
        assert re.search(r"[^\W\d]{3}", link.text_content()), "who, and no number"
    page = visit(f"{language}/trainer/civility/deck.html?view=notes")
    note = page.locator(".sheet .cited a").first.get_attribute("href")
    expect(page.locator(f".footnote {note}")).to_be_visible()


@in_english
def test_the_menu_tells_the_keys_and_closes_without_turning_a_slide(visit, whole, language):
    words = whole.strings[language]
    page = present(visit, f"{language}/{DECK}")
    expect(page.locator(".deck-menu")).to_be_hidden()
    page.keyboard.press("?")
    for part in words["deck_help"].split(" · "):
        expect(page.get_by_text(part, exact=True)).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator(".deck-menu")).to_be_hidden()
    expect(page.locator(".reveal.overview")).to_have_count(0)
    expect(page.locator(SHOWN)).to_have_id(slides_of(whole, language, "suppliers")[0].id)
    page.keyboard.press("ArrowRight")
    expect(page.locator(SHOWN)).to_have_id(slides_of(whole, language, "suppliers")[1].id)


# Whether the clocks of the speaker view say, within three seconds, what the slides so far may take, or the time gone by.
CLOCKS = """([allotted, gone]) => {
  const seconds = (name) => {
    const text = document.querySelector(name).textContent;
    const [hours, minutes, rest] = text.replace("−", "").split(":").map(Number);
    return (text.startsWith("−") ? -1 : 1) * (3600 * hours + 60 * minutes + rest);
  };
  const near = (one, other) => Math.abs(one - other) <= 3;
  return gone === null ? near(seconds(".pacing") + seconds(".gone"), allotted) : near(seconds(".gone"), gone);
}"""


def clocks(speaker, allotted=None, gone=None):
    speaker.wait_for_function(CLOCKS, arg=[allotted, gone], timeout=8000)


@pytest.mark.parametrize(("disk", "language", "length"), [(False, "fr", 90), (True, "en", 30)], ids=["web", "disk"])
def test_the_speaker_view_follows_the_slides_and_they_follow_it(visit, whole, disk, language, length):
    words, slides = whole.strings[language], slides_of(whole, language, "suppliers", length)
    page = present(visit, f"{language}/{DECK}?length={length}#/{slides[1].id}", disk, color_scheme="dark")
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    speaker = popup.value
    said = speaker.locator(".speaker-controls-notes .value")
    own = {
        slide.id: words_of(page.locator(f"#{slide.id} > .notes").evaluate("aside => aside.textContent")).strip()
        for slide in slides
    }

    def shows(slide):
        expect(page.locator(SHOWN)).to_have_id(slide.id)
        expect(said).to_have_text(own[slide.id], use_inner_text=False)
        expect(speaker.frame_locator("#current-slide iframe").locator(SHOWN)).to_have_id(slide.id)

    shows(slides[1])
    page.keyboard.press("ArrowRight")
    shows(slides[2])
    expect(speaker.frame_locator("#upcoming-slide iframe").locator(SHOWN)).to_have_id(slides[3].id)
    speaker.locator("body").press("ArrowRight")
    shows(slides[3])
    speaker.locator("body").press("ArrowLeft")
    shows(slides[2])

    # The pace is that of this session: its slides so far, less the time gone by.
    assert sum(page.locator("section.slide").evaluate_all("a => a.map((s) => +s.dataset.timing)")) == 60 * length
    clocks(speaker, allotted=60 * sum(slide.minutes for slide in slides[:3]))
    expect(speaker.locator(".pacing-state")).to_have_text(words["deck_speaker_ahead"])
    expect(speaker.locator(".clock-value")).to_have_text(
        re.compile(r"\d+\sh\s\d\d" if language == "fr" else r"\d+:\d\d\s[ap]\.?m\.?")
    )
    speaker.get_by_role("button", name=words["deck_speaker_reset"]).click()
    clocks(speaker, gone=60 * sum(slide.minutes for slide in slides[:2]))


@languages
def test_the_speaker_view_speaks_the_language_of_the_deck_and_shows_the_slides_alone(visit, whole, language):
    words = whole.strings[language]
    page = present(visit, f"{language}/{DECK}", color_scheme="dark")
    page.keyboard.press("?")
    with page.expect_popup() as popup:
        page.get_by_role("button", name=words["deck_speaker"]).click()
    speaker = popup.value
    speaker.locator("#upcoming-slide iframe").wait_for()
    expect(speaker.locator("html")).to_have_attribute("lang", language)
    assert speaker.title().startswith(words["deck_speaker_title"])
    text = words_of(speaker.locator("body").inner_text())
    for key in ("next", "time", "reset", "pace", "notes", "layout"):
        assert words[f"deck_speaker_{key}"] in text, key
    if language == "fr":
        assert not re.search(r"\b(?:Upcoming|Time|Click|Pacing|Layout|Default|Wide|Tall|only|Loading)\b", text)
    for name in ("#current-slide iframe", "#upcoming-slide iframe"):
        frame = speaker.frame_locator(name)
        frame.locator(SHOWN).wait_for()
        expect(frame.locator(".deck-head")).to_be_hidden()
        assert speaker.locator(name).get_attribute("title")
    speaker.get_by_label(words["deck_speaker_layout"]).select_option("only")
    expect(speaker.locator("#current-slide iframe")).to_be_hidden()
    assert violations(speaker) == []
    speaker.locator("body").press("s")  # opens no view of a view, and breaks nothing
    assert len(page.context.pages) == 2


def test_a_deck_that_is_loaded_again_keeps_its_speaker_view(visit, whole):
    slides = slides_of(whole, "fr", "suppliers")
    page = present(visit, f"fr/{DECK}")
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    popup.value.locator("#upcoming-slide iframe").wait_for()
    page.reload()
    page.wait_for_selector("html[data-ready]")
    page.wait_for_timeout(1500)  # the view asks where it is every second
    page.keyboard.press("ArrowRight")
    first = page.locator(f"#{slides[1].id} .note-say p:not(.kind)").first.evaluate("each => each.textContent")
    expect(popup.value.locator(".value")).to_contain_text(first)
    page.keyboard.press("s")
    assert len(page.context.pages) == 2


@in_english
def test_a_blocked_speaker_view_is_told(visit, whole, language):
    page = present(visit, f"{language}/{DECK}")
    page.evaluate("window.open = () => null")
    page.keyboard.press("s")
    expect(page.get_by_role("status").filter(has_text=whole.strings[language]["deck_blocked"])).to_be_visible()


@each_deck
def test_paper_has_a_slide_a_page(visit, whole, language, theme):
    slides = slides_of(whole, language, theme, 60)
    page = visit(
        f"{language}/trainer/{theme}/deck.html?length=60&view=print", color_scheme="dark",
        viewport={"width": 1280, "height": 800},
    )  # fmt: skip
    assert page.evaluate(GROUND) == "rgb(250, 246, 238)", "light on screen too"
    expect(page.get_by_role("button", name=whole.strings[language]["deck_paper"])).to_be_visible()
    for size in ("Letter", "A4"):
        paper = read(page, format=size, print_background=True)
        assert len(paper.pages) == len(slides)
        texts = map(words_of, texts_of(paper.stream.getvalue()))
        for slide, sheet, text in zip(slides, paper.pages, texts, strict=True):
            assert sheet.mediabox.width > sheet.mediabox.height
            assert re.sub(r"\W", "", slide.title) in re.sub(r"\W", "", text)
            assert whole.strings[language]["deck_avoid"].upper() not in text.upper()
            assert whole.strings[language]["deck_paper"] not in text
        assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize(
    ("language", "theme", "how"),
    [(language, theme, "notes view") for theme in THEMES for language in LANGUAGES]
    + [("fr", THEMES[0], "presentation")],
)
def test_paper_has_each_slide_with_its_notes_on_a_page_of_its_own(visit, whole, language, theme, how):
    words, slides = whole.strings[language], slides_of(whole, language, theme)
    path = f"{language}/trainer/{theme}/deck.html"
    page = present(visit, f"{path}#/{slides[3].id}") if how == "presentation" else visit(f"{path}?view=notes")
    for size in ("Letter", "A4"):
        paper = read(page, format=size)
        texts = [words_of(text) for text in texts_of(paper.stream.getvalue())]
        sources = page.locator(".footnote").count()
        assert len(slides) <= len(texts) <= len(slides) + 2 * sources, "a slide takes two pages"
        for slide, text in zip(slides, texts, strict=False):
            assert re.sub(r"\W", "", slide.title) in re.sub(r"\W", "", text), slide.id
            for key in ("deck_say", "deck_ask", "deck_avoid"):
                assert words[key].upper() in text.upper(), f"{slide.id}: {key}"
    if how == "presentation":
        expect(page.locator(SHOWN)).to_have_id(slides[3].id)
        expect(page.locator("section.slide:not(.present):visible")).to_have_count(0)
        page.keyboard.press("ArrowRight")
        expect(page.locator(SHOWN)).to_have_id(slides[4].id)


@in_english
@pytest.mark.parametrize(("theme", "width"), list(zip(THEMES, [320, 360, 800], strict=True)))
def test_a_small_screen_reads_the_slides_one_under_the_other(visit, whole, language, width, theme):
    path = f"{language}/trainer/{theme}/deck.html" + ("?view=notes" if width > 600 else "")
    page = visit(path, viewport={"width": width, "height": 740})
    expect(page.locator("section.slide:visible")).to_have_count(len(slides_of(whole, language, theme)))
    expect(page.locator(".note-say").last).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width + 1
    if width < 600:
        expect(page.get_by_text(whole.strings[language]["deck_small"])).to_be_visible()
        sizes = page.locator(".sheet p:visible").evaluate_all(
            "a => a.map((p) => parseFloat(getComputedStyle(p).fontSize))"
        )
        assert min(sizes) >= 14


@languages
def test_without_a_script_the_deck_is_a_document(visit, whole, language):
    page = visit(f"{language}/{DECK}", java_script_enabled=False)
    slides = slides_of(whole, language, "suppliers")
    expect(page.locator("section.slide:visible")).to_have_count(len(slides))
    expect(page.locator(".note-avoid:visible")).to_have_count(len(slides))
    expect(page.locator("button:visible")).to_have_count(0)
    for link in page.locator(".deck-head a:visible").all():
        assert "?" not in link.get_attribute("href"), "a view that takes a script"
    expect(page.locator("a.switch")).to_be_visible()


def test_where_its_script_fails_the_deck_is_a_document(visit):
    page = visit("fr/index.html", errors=False)
    page.route(re.compile(r"/deck\.[^/]*\.js"), lambda route: route.abort())
    page.goto(page.base + f"fr/{DECK}")
    expect(page.locator(".note-say").first).to_be_visible()


def test_nothing_shows_before_the_slides_do(browser, served):
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    held = []
    context.route(re.compile(r"/deck\.[^/]*\.js"), lambda route: held.append(route))
    page = context.new_page()
    page.goto(served[1] + f"fr/{DECK}", wait_until="commit")
    page.locator(".note-say").first.wait_for(state="attached")
    expect(page.locator(".note-say").first).to_be_hidden()
    held[0].continue_()
    page.wait_for_selector("html[data-ready]")
    expect(page.locator(".note-say").first).to_be_hidden()
    expect(page.locator(f"{SHOWN} h2")).to_be_visible()
    context.close()


@everywhere
def test_the_theme_is_the_one_of_the_course_and_is_kept(visit, whole, disk):
    page = present(visit, f"fr/{DECK}", disk, color_scheme="light")
    page.keyboard.press("?")
    page.get_by_role("button", name=whole.strings["fr"]["theme_to_dark"]).click()
    assert page.evaluate(GROUND) == "rgb(19, 25, 38)"
    page.goto(page.base + "fr/suppliers/gifts.html")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.goto(page.base + f"fr/{DECK}")
    page.wait_for_selector("html[data-ready]")
    assert page.evaluate(GROUND) == "rgb(19, 25, 38)"


def test_nothing_moves_where_less_motion_is_asked(visit):
    page = present(visit, f"fr/{DECK}", reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll(".reveal, .reveal *")].filter((element) => {
             const style = getComputedStyle(element);
             return style.animationName !== "none" || style.transitionDuration.split(",").some((each) => parseFloat(each) > 0);
           }).length"""
    )
    assert moving == 0


def test_a_screen_reader_hears_each_slide_and_may_read_it(visit, whole):
    slides = slides_of(whole, "fr", "suppliers")
    page = present(visit, f"fr/{DECK}")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".aria-status")).to_contain_text(slides[1].title)
    first = page.locator(f"#{slides[1].id} .note-say p:not(.kind)").first.text_content()
    assert first[:20] not in page.locator(".aria-status").text_content(), "the notes are said aloud"
    tree = page.locator(".deck").aria_snapshot()
    assert f'heading "{slides[1].title}" [level=2]' in tree
    assert "application" not in tree
    assert slides[0].title not in tree


def test_a_deck_is_light(browser, served):
    site, address = served
    for language in LANGUAGES:
        [(_, weight, requests)] = walk(browser, site, address, [f"{language}/{DECK}"])
        assert 20 < weight <= FIRST_DECK, f"{language}: {weight:.1f} kB"
        assert requests <= 8
