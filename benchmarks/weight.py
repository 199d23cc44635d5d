"""What a learner downloads: kB (gzip 6, as GitHub Pages sends) and requests, for a first page and for the next ones.

`PYTHONPATH=scripts:. .venv/bin/python -m benchmarks.weight` builds the course with two reference lessons, serves it and
asks a real browser; beside it, the same lessons as MkDocs, Material and mkdocs-quiz make them as they come (without
what that page asks of other sites: their fonts).
"""

import gzip
import statistics
import tempfile
from pathlib import Path

from tests.conftest import serve
from tests.copies import SITE, Copy

from benchmarks import growth, reference
from course import ROOT, browser, outline

WALK = ["fr/index.html", "fr/start/index.html", "fr/start/three-circles.html", "fr/suppliers/saying-thanks.html"]
REFERENCE = [f"en/{id}.html" for id in reference.LESSONS]
STOCK = [f"{id.rpartition('/')[2]}/index.html" for id in reference.LESSONS]


def sent(path):
    """Return the bytes that a file costs on its way, compressed."""
    return len(gzip.compress(Path(path).read_bytes(), 6))


def walk(launched, site, address, pages):
    """Open `pages` one after the other in a fresh browser context with one cache.

    Returns `(page, kB of 1,000 bytes, requests)` for what each page asked of the site that no page before it had.
    """
    context = launched.new_context()
    page, seen, rows, asked = context.new_page(), set(), [], []
    page.on("request", lambda request: request.url.startswith(address) and asked.append(request.url.partition("#")[0]))
    for name in pages:
        asked.clear()
        page.goto(address + name, wait_until="networkidle")
        new = [url for url in dict.fromkeys(asked) if url not in seen]
        seen.update(new)
        files = [Path(site) / url.removeprefix(address).partition("?")[0] for url in new]
        size = sum(sent(file / "index.html" if file.is_dir() else file) for file in files)
        rows.append((name, size / 1000, len(files)))
    context.close()
    return rows


def lessons(site, language, course):
    """Return the kB of each real lesson's page, which is what it costs as the next one of its module, by its id."""
    return {each.id: sent(Path(site) / language / each.url) / 1000 for each in course.lessons}


def main():
    whole = outline.load()
    with tempfile.TemporaryDirectory() as folder, browser.launched() as launched:
        (Path(folder) / "copy").mkdir()
        copy = Copy(ROOT, Path(folder) / "copy", SITE)
        reference.plant(copy)
        built = copy.build(Path(folder) / "site")
        peer = reference.stock(Path(folder) / "stock", ROOT)
        for title, site, groups in (
            ("each as the first page, cold", built, [[page] for page in WALK]),
            ("one after the other", built, [WALK]),
            ("the reference lesson, then another", built, [REFERENCE]),
            ("the same, by MkDocs, Material and mkdocs-quiz as they come", peer, [STOCK]),
        ):
            server, origin = serve(site, "/")
            print(title)
            for pages in groups:
                show(walk(launched, site, f"{origin}/", pages))
            server.shutdown()
        for language, course in whole.courses.items():
            found = lessons(built, language, course)
            most = max(found, key=found.get)
            told = f"median {statistics.median(found.values()):.1f} kB, most {found[most]:.1f} kB ({most})"
            print(f"every real lesson as the next one ({language}): {told}")
        for shape, more in growth.extra(whole).items():
            print(f"the first lesson of a course of ten times the lessons, {shape}: {more / 1000:+.1f} kB")


def show(rows):
    """Print rows of `walk`."""
    for name, kilobytes, requests in rows:
        print(f"  {name:36} {kilobytes:6.1f} kB gzip  {requests} request(s)")


if __name__ == "__main__":
    main()
