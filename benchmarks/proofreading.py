"""Seconds that proofreading takes as the course grows: `python -m benchmarks.proofreading [pages …]`.

Pages are copies of the real lessons in new folders, a language each, built by the real build; then the rules read the
site, and lychee does. Give `scripts` and the repository's root in PYTHONPATH.
"""

import hashlib
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

import yaml
from tests.copies import ADDRESS, SITE, Copy
from tests.links.test_second_opinion import opinion

from course import ROOT
from course.proofreading import model, registry, report


def grow(repository, pages):
    """Add modules to a copy of the course until both languages together have about `pages` pages."""
    settings = repository.read("mkdocs.yml")
    nav = yaml.safe_load(settings.partition("\nnav:\n")[2])
    entries, per_module, number = sum(len(item["start"]) if "start" in item else 1 for item in nav), 10, 0
    added = []
    while 2 * (entries + number * per_module) < pages:
        module, number = f"module-{number}", number + 1
        names = [f"{module}/index.md", *(f"{module}/lesson-{n}.md" for n in range(per_module - 1))]
        for language in ("fr", "en"):
            source = repository.root / "docs" / language / "suppliers"
            for name in names:
                original = source / ("index.md" if name.endswith("index.md") else "saying-thanks.md")
                mark = name.removesuffix(".md").replace("/", "-")
                text = re.sub(r"\]\(([a-z-]+\.md)", r"](../suppliers/\1", original.read_text(encoding="utf-8"))
                repository.write(f"docs/{language}/{name}", _unique(text, mark))
        added.append(f"  - {module}:\n" + "".join(f"      - {name}\n" for name in names))
    repository.write("mkdocs.yml", settings.replace("  - sources.md\n", "".join(added) + "  - sources.md\n"))


def _unique(text, mark):
    """Return a lesson with its own title, description, ids, questions and paragraphs: a text is read once a site."""
    page = f"Page {int(hashlib.sha256(mark.encode()).hexdigest()[:6], 16)}."
    text = re.sub(r"(^<quiz>\n.*\n.*)$", rf"\1 {page}", text, flags=re.MULTILINE)
    text = re.sub(r"(?<=[a-z]\.)$", f" {page}", text, flags=re.MULTILINE)
    text = re.sub(r'^(title|description): (.*?)("?)$', rf"\1: \2 ({mark})\3", text, flags=re.MULTILINE)
    text = re.sub(r"^(<!-- )?id: ([a-z0-9-]+)", rf"\1id: \2-{mark}", text, flags=re.MULTILINE)
    return re.sub(r"^    id: ([a-z0-9-]+)", rf"    id: \1-{mark}", text, flags=re.MULTILINE)


def measure(pages):
    """Return what one size of course takes, in seconds, and how much there was to read."""
    with tempfile.TemporaryDirectory() as folder:
        repository = Copy(ROOT, Path(folder) / "repository", SITE)
        grow(repository, pages)
        start = time.perf_counter()
        built = repository.build(Path(folder) / "site")
        taken = {"build": time.perf_counter() - start}
        start = time.perf_counter()
        site = model.read(built, ADDRESS, repository.root)
        found = report.findings(site, registry.of())
        taken["rules"] = time.perf_counter() - start
        slowest = next(iter(report.timed(site).items()))
        (Path(folder) / "mounted").mkdir()
        shutil.move(built, Path(folder) / "mounted" / "tous-clients")
        start = time.perf_counter()
        opinion(Path(folder) / "mounted")
        taken["lychee"] = time.perf_counter() - start
    return taken, len(site.pages), len(site.links), len(found), slowest


def main():
    print(f"{len(registry.of())} rules")
    for pages in [int(size) for size in sys.argv[1:]] or [20, 200, 2000]:
        taken, read, links, found, (rule, seconds) = measure(pages)
        told = ", ".join(f"{name} {spent:.1f} s" for name, spent in taken.items())
        print(f"{read} pages, {links} links: {told}; {found} findings; slowest rule {rule} {seconds:.1f} s", flush=True)


if __name__ == "__main__":
    main()
