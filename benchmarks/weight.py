"""What a learner downloads: kB (gzip 6, as GitHub Pages sends) and requests, for a first page and for the next ones.

`PYTHONPATH=scripts:. .venv/bin/python -m benchmarks.weight` builds the course, serves it and asks a real browser.
"""

import gzip
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests.conftest import serve

from course import browser, make

WALK = ["fr/index.html", "fr/start/index.html", "fr/start/three-circles.html", "fr/suppliers/saying-thanks.html"]


def walk(launched, site, address, pages):
    """Open `pages` one after the other in a fresh browser context with one cache.

    Returns `(page, kB of 1,000 bytes, requests)` for what each page asked that no page before it had.
    """
    context = launched.new_context()
    page, seen, rows, asked = context.new_page(), set(), [], []
    page.on("request", lambda request: asked.append(request.url))
    for name in pages:
        asked.clear()
        page.goto(address + name, wait_until="networkidle")
        new = [url for url in dict.fromkeys(asked) if url not in seen]
        seen.update(new)
        files = [Path(site) / url.removeprefix(address).partition("?")[0] for url in new]
        size = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
        rows.append((name, size / 1000, len(files)))
    context.close()
    return rows


def main():
    chromium = browser.ensure()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server, origin = serve(folder, "/")
        make.build(folder, f"{origin}/")
        launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        print("each as the first page, cold")
        for page in WALK:
            show(walk(launched, folder, f"{origin}/", [page]))
        print("one after the other")
        show(walk(launched, folder, f"{origin}/", WALK))
        launched.close()
        server.shutdown()


def show(rows):
    """Print rows of `walk`."""
    for name, kilobytes, requests in rows:
        print(f"  {name:36} {kilobytes:6.1f} kB gzip  {requests} request(s)")


if __name__ == "__main__":
    main()
