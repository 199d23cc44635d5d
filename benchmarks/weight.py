"""What a learner downloads: bytes (gzip 6, as GitHub Pages sends them) and requests of a first and a next lesson.

`python benchmarks/weight.py` (with the repository's .venv, PYTHONPATH=scripts:.): builds, serves, asks a real browser.
"""

import gzip
import os
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from course import browser, make
from tests.conftest import serve

PAGES = ["fr/index.html", "fr/start/three-circles.html", "fr/suppliers/saying-thanks.html", "fr/suppliers/index.html"]


def measure(pages=PAGES, built=None):
    """Return `[(page, kilobytes, requests)]`, each page visited after the one before with a shared cache; and the same
    for each page alone, cold. Kilobytes are 1,000 bytes of gzip 6."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(built or folder)
        server, origin = serve(site, "/")
        if not built:
            make.build(site, origin + "/")
        launched = playwright.chromium.launch(executable_path=browser.ensure(), args=["--no-sandbox"])
        cold = [_visit(launched.new_context(), site, origin, [page])[0] for page in pages]
        after = _visit(launched.new_context(), site, origin, pages)
        launched.close()
        server.shutdown()
    return cold, after


def _visit(context, site, origin, pages):
    """Open pages one after the other in one tab and return `(page, kB, requests)` for what each asked anew."""
    page, seen, rows = context.new_page(), set(), []
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for name in pages:
        asked.clear()
        page.goto(f"{origin}/{name}", wait_until="networkidle")
        new = [url for url in dict.fromkeys(asked) if url not in seen]
        seen.update(new)
        files = [site / url.removeprefix(origin + "/").split("?")[0] for url in new]
        size = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files if file.is_file())
        rows.append((name, size / 1000, len(files)))
    context.close()
    return rows


if __name__ == "__main__":
    os.environ.setdefault("CHROMIUM", browser.ensure())
    cold, after = measure()
    for label, rows in (("alone, cold", cold), ("one after the other", after)):
        print(label)
        for name, kilobytes, requests in rows:
            print(f"  {name:36} {kilobytes:6.1f} kB gzip  {requests} requests")
