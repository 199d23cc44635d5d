"""What a page may not do, the browser refuses; and what the course does, it lets pass, on every page."""

import functools
import http.server
import json
import threading

import pytest
from playwright.sync_api import expect

from .learner import record, store_text, take_assessment, walk
from .test_decks import DECK, SHOWN, present, slides_of
from .variants import everywhere

LISTEN = """addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
  console.error(`policy: ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`))"""


@everywhere
def test_a_page_of_each_kind_keeps_to_its_policy(visit, whole, disk):
    """`visit` notes what is refused, what is asked elsewhere, and cookies: so it does on every page that axe looks at."""
    page = visit("index.html#choose", disk=disk)
    page.add_init_script(LISTEN)
    kinds = {each.kind: each.url for each in whole.courses["fr"].pages.values()}
    assert len(kinds) > 10
    for url in kinds.values():
        page.goto(f"{page.base}fr/{url}", wait_until="load")
        page.wait_for_function("Boolean(self.course)")
    if not disk:  # it is for a server alone
        page.goto(page.base + "404.html", wait_until="load")


# What a page might be made to do, by the directive that refuses it. A string becomes no script's address at all, so the
# first one comes by an import.
BREACHES = [
    ("script-src-elem", "import('https://example.org/x.js').catch(() => {})"),
    ("style-src-elem", "document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }))"),
    ("style-src-attr", "document.body.setAttribute('style', 'color: red')"),
    ("img-src", "document.body.append(Object.assign(new Image(), { src: 'https://example.org/x.png' }))"),
    ("connect-src", "navigator.sendBeacon('https://example.org/x', 'x')"),
    ("frame-src", "document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.org/' }))"),
    ("font-src", "new FontFace('x', 'url(https://example.org/x.woff2)').load().catch(() => {})"),
    ("media-src", "document.body.append(Object.assign(new Audio(), { src: 'https://example.org/x.mp3' }))"),
    ("base-uri", "document.head.append(Object.assign(document.createElement('base'), { href: 'https://example.org/' }))"),
    ("form-action", "document.body.appendChild(Object.assign(document.createElement('form'), { action: 'https://example.org/' })).submit()"),
    ("require-trusted-types-for", "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')"),
    ("require-trusted-types-for", "document.createElement('script').src = 'https://example.org/x.js'"),
    ("require-trusted-types-for", "document.body.setAttribute('onfocus', '1')"),
    ("require-trusted-types-for", "new Worker(location.href)"),
    ("trusted-types", "trustedTypes.createPolicy('mine', {})"),
]  # fmt: skip
TRY = """(directive) => new Promise((told) => {
  addEventListener("securitypolicyviolation", (event) => event.effectiveDirective === directive && told(directive));
  setTimeout(() => told("nothing refused it"), 3000);
  try { BREACH } catch {}
})"""


@everywhere
def test_the_browser_refuses_what_the_policy_forbids(browser, served, disk):
    site, address = served
    context = browser.new_context()  # what is refused counts as asked for in `visit`
    page = context.new_page()
    page.goto(f"{site.as_uri()}/fr/suppliers/gifts.html" if disk else f"{address}fr/suppliers/gifts.html")
    for directive, breach in BREACHES:
        assert page.evaluate(TRY.replace("BREACH", breach), directive) == directive, breach
    context.close()


def test_a_breach_of_the_policy_fails_a_test(visit):
    """What the tests of the browser rely on: the browser says on the console what it refused."""
    page, said = visit("fr/suppliers/gifts.html", errors=False), []
    page.on("console", lambda message: said.append((message.type, message.text)))
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.wait_for_timeout(200)
    assert [kind for kind, text in said if "Content Security Policy" in text] == ["error"]


class Attacker(http.server.BaseHTTPRequestHandler):
    """Another site, which opens or frames pages of the course and sends them messages."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Elsewhere</title>")

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def elsewhere():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Attacker)
    threading.Thread(target=functools.partial(server.serve_forever, 0.05), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


MESSAGES = [
    {"deck": "move", "to": "next"},
    {"deck": "at", "slide": "{last}", "paused": True, "theme": "dark", "length": 30},
    {"deck": "at", "slide": "{last}", "paused": True, "theme": "dark", "length": 90},
    {"deck": "here"},
    json.dumps({"method": "next"}),
    json.dumps({"method": "slide", "args": [5]}),
    json.dumps({"method": "configure", "args": [{"autoSlide": 1}]}),
    json.dumps({"namespace": "reveal-notes", "type": "heartbeat"}),
    json.dumps({"namespace": "reveal-notes", "type": "call", "methodName": "next", "arguments": [], "callId": 1}),
]


@pytest.mark.parametrize("how", ["window", "frame"])
@pytest.mark.parametrize("view", ["", "?view=speaker", "?receiver=now"], ids=["slides", "speaker view", "receiver"])
def test_another_site_cannot_turn_the_slides(browser, served, whole, elsewhere, how, view):
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.goto(elsewhere)
    heard = "self.heard = []; addEventListener('message', ({ data }) => heard.push(data));"
    address = f"{served[1]}fr/{DECK}{view}"
    if how == "window":
        with page.expect_popup() as opened:
            page.evaluate(f"{heard} self.other = window.open({json.dumps(address)})")
        deck = opened.value
    else:
        page.evaluate(
            f"{heard} document.body.append(Object.assign(document.createElement('iframe'), {{src: {json.dumps(address)}, width: 1200, height: 700}}));"
            "self.other = frames[0]"
        )
        deck = page.frames[-1]
    speaks = view == "?view=speaker" and how == "window"
    deck.wait_for_selector("main.speaker" if speaks else "html[data-ready], html[data-view=notes]", state="attached")
    slides = slides_of(whole, "fr", "suppliers")
    shown = ".speaker .value" if speaks else f"{SHOWN} h2, .deck:not(.reveal) h2"
    before = deck.locator(shown).first.text_content()
    for _ in range(2):
        page.evaluate(
            "messages => messages.forEach(message => other.postMessage(message, '*'))",
            json.loads(json.dumps(MESSAGES).replace("{last}", slides[-1].id)),
        )
    page.wait_for_timeout(400)
    assert deck.url.endswith(view or DECK) or ("#/" in deck.url and "length" not in deck.url)
    assert deck.locator(shown).first.text_content() == before
    if deck.locator(SHOWN).count():
        expect(deck.locator(SHOWN)).to_have_id(slides[0].id)
    assert deck.evaluate("document.documentElement.dataset.theme ?? ''") == ""
    assert page.evaluate("heard") == [], "the deck told another site something"
    context.close()


def test_an_address_changes_nothing_but_what_a_deck_knows(visit, whole):
    """reveal.js takes its settings from the address; a broken one of a slide is the first slide."""
    wild = "&".join(
        ["postMessage=true", "postMessageEvents=true", "shuffle=true", "autoSlide=1", "view=scroll", "controls=false",
         "parallaxBackgroundImage=https%3A%2F%2Fexample.org%2Fx.png", "length=%3Cimg%20src%3Dx%3E"]
    )  # fmt: skip
    page = present(visit, f"fr/{DECK}?{wild}#/%E0%A4%A/<img src=x>")
    first = page.locator("section.slide").first.get_attribute("id")
    expect(page.locator(SHOWN)).to_have_id(first)
    assert page.evaluate("location.search") == ""
    expect(page.locator(".navigate-right")).to_be_visible()
    page.evaluate("postMessage(JSON.stringify({ method: 'next' }), '*')")
    page.wait_for_timeout(1200)
    expect(page.locator(SHOWN)).to_have_id(first)
    page.keyboard.press("ArrowRight")
    expect(page.locator(SHOWN)).not_to_have_id(first)


HOSTILE = "<img src=x data-hostile onerror='self.hostile = 1'><script data-hostile>self.hostile = 1</script>"
ODD = ["__proto__", "constructor", "toString"]
# Pages that show something of the record.
SHOWING = ["index", "start/three-circles", "suppliers/saying-thanks", "suppliers/check", "action/case", "action/charter",
           "action/assessment", "progress/index", "progress/review", "progress/certificate", "tools/thank-you",
           "tools/client-map", "tools/self-diagnosis", "tools/commitments"]  # fmt: skip


def spoil(value, key=""):
    """Return a record with HTML in every string but dates and what tells which wording was answered."""
    if isinstance(value, dict):
        return {name: spoil(each, name) for name, each in value.items()} | {
            "notes": HOSTILE,
            "__proto__": {"hostile": 1},
        }
    if isinstance(value, list):
        return [spoil(each, key) for each in value]
    return HOSTILE if isinstance(value, str) and key not in {"at", "hash", "begun", "submitted", "draw"} else value


@everywhere
def test_whatever_an_opened_record_holds_is_text(visit, whole, disk):
    words, course = whole.strings["fr"], whole.courses["fr"]
    page = visit("fr/action/charter.html", disk)
    walk(page, [step.id for step in course.steps][:6])
    take_assessment(page, 12)
    page.evaluate(
        """([hostile, odd]) => {
             const { store } = self.course;
             const fields = [...document.querySelectorAll("course-sheet textarea, course-plan textarea")].map(({ id }) => id);
             for (const id of [...fields, ...odd, "saying-thanks.writing-workshop.who", "map", "note", hostile]) {
               store.put("sheets", id, { text: hostile });
               store.put("plans", id, { kept: true, text: hostile });
               store.put("choices", id, { choice: hostile });
               store.put("reviews", "2026-11-2" + id.length % 9, { sets: [[id], [hostile], []] });
             }
             store.put("plans", "suppliers/saying-thanks", { kept: true, text: hostile });
             for (const name of ["name", "language", "theme", "result", "speaker"]) store.set(name, hostile);
           }""",
        [HOSTILE, ODD],
    )
    file = {"format": "course-record", "course": whole.company["course"]["id"], "record": spoil(record(page))}
    page.evaluate("localStorage.clear()")
    page.goto(page.base + "fr/progress/index.html")
    page.locator("input[type=file]").set_input_files(
        {"name": "progress.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
    )
    expect(page.locator(".files [role=status]")).to_have_text(words["file_opened"])
    for path in SHOWING:
        page.goto(page.base + f"fr/{path}.html")
        page.wait_for_function("self.course")
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        assert page.locator("[data-hostile]").count() == 0, path
        assert page.evaluate("[self.hostile, {}.hostile, Object.prototype.hostile]") == [None, None, None], path
    assert HOSTILE in page.evaluate("localStorage.getItem(document.documentElement.dataset.course)").replace('\\"', '"')


def test_whatever_is_stored_where_the_record_should_be_harms_no_page(visit, whole):
    page = visit("fr/index.html")
    for text in ["[" * 100_000, '{"version":2,"settings":{"theme":{"value":{"__proto__":1}}}}', '"</script><img data-hostile>"',
                 '{"version":2,"answers":{"__proto__":{"at":"x"}},"pages":[]}']:  # fmt: skip
        store_text(page, text)
        for path in ["fr/progress/index.html", f"fr/{DECK}", "fr/action/assessment.html", "index.html#choose"]:
            page.goto(page.base + path)
            assert page.locator("[data-hostile]").count() == 0
        page.goto(page.base + "fr/index.html")
