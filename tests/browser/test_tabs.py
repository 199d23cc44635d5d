"""Several tabs of one real browser, each its own process, on the one record: what Node can only play at."""

from .variants import everywhere

PAGES = ["fr/start/three-circles.html", "en/start/three-circles.html", "fr/suppliers/gifts.html"]
EACH = 60
STORED = "JSON.parse(localStorage[document.documentElement.dataset.course] ?? '{}')"
SHEETS = f"Object.keys({STORED}.sheets ?? {{}})"
HELD = "self.course.store.all('sheets').map(([id]) => id)"
# Write as fast as the browser lets one, pausing by chance; `finished` says when.
WRITE = """([name, each]) => {
  const pause = () => new Promise((done) => setTimeout(done, Math.random() * 4));
  const write = async () => {
    for (let number = 0; number < each; number += 1) {
      self.course.store.put("sheets", `${name}.${number}`, { text: name });
      if (Math.random() < 0.5) await pause();
    }
    self.finished = true;
  };
  self.finished = false;
  write();
}"""


def tabs(visit, disk):
    first = visit(PAGES[0], disk)
    return [first, *(visit(page, disk, first.context) for page in PAGES[1:])]


def write(pages, name):
    """Let all of `pages` write at the same time, and return before they have finished."""
    for number, page in enumerate(pages):
        page.evaluate(WRITE, [f"{name}{number}", EACH])


def settled(pages):
    """Wait until all have written, and heard of each other."""
    for page in pages:
        page.wait_for_function("self.finished")
    for page in pages:
        page.wait_for_function(f"String({HELD}.sort()) === String({SHEETS}.sort())")
        assert page.evaluate("self.course.store.trouble") == ""


@everywhere
def test_tabs_that_write_at_the_same_time_lose_nothing(visit, disk):
    pages = tabs(visit, disk)
    write(pages, "tab")
    settled(pages)
    pages[0].wait_for_function(f"{SHEETS}.length === {EACH * len(pages)}")
    for page in pages:
        page.wait_for_function(f"{HELD}.length === {EACH * len(pages)}")
    assert set(pages[0].evaluate(f"Object.keys({STORED}.pages)")) == {page[3:].removesuffix(".html") for page in PAGES}


@everywhere
def test_what_one_tab_erases_no_other_brings_back_though_they_are_writing(visit, disk):
    pages = tabs(visit, disk)
    write(pages, "before")
    settled(pages)
    pages[0].wait_for_timeout(2000)  # records begun within two seconds are taken for one that two tabs began
    write(pages[1:], "after")
    assert pages[0].evaluate("localStorage.other = 'kept', self.course.store.erase()") == ""
    settled(pages)
    pages[0].wait_for_timeout(300)
    for page in pages:
        assert not [key for key in page.evaluate(f"[...{SHEETS}, ...{HELD}]") if key.startswith("before")]
    assert pages[0].evaluate("localStorage.other") == "kept"
