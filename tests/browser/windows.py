"""Windows that tests hand on to the next: to turn to another page takes half the time that a new window does."""

from playwright.sync_api import BrowserContext, Page


class Lasting:
    """A name of Playwright's whose use outlasts a page: who reads it keeps the window from being handed on."""

    def __init__(self, kind, name):
        self.meant = getattr(kind, name)

    def __get__(self, owner, kind):
        if owner is None:
            return self.meant
        getattr(owner, "context", owner).spent = True
        return self.meant.__get__(owner, kind)


# Scripts, listeners, answers in the network's place, clocks; media and headers; permissions and what devices say.
NAMES = {"add_init_script", "clock", "expose_binding", "expose_function", "on", "once", "route", "set_default_timeout"}
OF_PAGES = NAMES | {"emulate_media", "set_extra_http_headers"}
OF_CONTEXTS = NAMES | {"add_cookies", "grant_permissions", "set_geolocation", "set_offline"}
for _kind, _names in ((Page, OF_PAGES), (BrowserContext, OF_CONTEXTS)):
    for _name in _names:
        setattr(_kind, _name, Lasting(_kind, _name))


class Window:
    """A page in a context of its own, that keeps to the addresses under `base` and notes in `complaints` what it asks for
    elsewhere, and what it says on the console if it `minds` errors; what its policy forbids is one."""

    def __init__(self, browser, options, base, minds=True):
        self.context, self.complaints = browser.new_context(**options), []
        self.size = options.get("viewport") or {"width": 1280, "height": 720}
        self.base, self.minds = base, minds
        self.page = self.open()
        self.devtools = self.context.new_cdp_session(self.page)
        self.context.spent = False

    def open(self):
        """Return one more page in the context, watched as the others are."""
        page = self.context.new_page()
        self._watch(page)
        return page

    def _watch(self, page):
        page.base = self.base
        page.on("request", lambda request: self._note(request.url))
        page.on("popup", self._watch)
        if self.minds:
            page.on("console", lambda said: said.type == "error" and self._complain(page, said.text))
            page.on("pageerror", lambda error: self._complain(page, error))

    def _note(self, url):
        if not url.startswith((self.base, "data:", "blob:")) and "favicon.ico" not in url:
            self.complaints.append(f"asked {url}, which is not of this site")

    def _complain(self, page, told):
        self.complaints.append(f"{page.url}: {told}")

    def wrongs(self):
        """Return, once, what its pages did that they may not, cookies that they left among it."""
        told, self.complaints = self.complaints, []
        return [*told, *(f"cookie {cookie['name']}" for cookie in self.context.cookies())]

    def wipe(self):
        """Forget all that was done here, and tell whether that can be: then the next test finds a window as if new."""
        if self.context.spent or self.context.pages != [self.page]:
            return False
        self.page.goto("about:blank")  # leaving, a page may still write
        kept = {"origin": "file://" if self.base.startswith("file:") else self.base, "storageTypes": "all"}
        self.devtools.send("Storage.clearDataForOrigin", kept)
        self.devtools.send("Page.resetNavigationHistory")
        if self.page.viewport_size != self.size:
            self.page.set_viewport_size(self.size)
        return True


class Windows:
    """The windows of one browser: those in use, and those that wait for the next test that asks for the same."""

    def __init__(self, browser):
        self.browser, self.waiting, self.used = browser, {}, []

    def open(self, base, errors=True, **options):
        """Return a page as a new window has it."""
        wanted = (base, errors, repr(sorted(options.items())))
        window = self.waiting.pop(wanted, None) or Window(self.browser, options, base, errors)
        self.used.append((wanted, window))
        return window.page

    def beside(self, context):
        """Return one more page in the context of a page that was opened."""
        return next(window for _, window in self.used if window.context == context).open()

    def give_back(self):
        """Keep those of the windows in use in which nothing remains of it, and fail if any did what it may not."""
        used, self.used = self.used, []
        found = [wrong for _, window in used for wrong in window.wrongs()]
        for wanted, window in used:
            if wanted not in self.waiting and window.wipe():
                self.waiting[wanted] = window
            else:
                window.context.close()
        assert not found, "\n".join(found)
