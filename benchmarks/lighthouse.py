"""What Lighthouse says of the course on a phone: the median of several runs for each kind of page, in each language.

`PYTHONPATH=scripts:. .venv/bin/python -m benchmarks.lighthouse [--runs 5] [--pages lesson …] [--languages fr …]`
builds the course, serves it as GitHub Pages does and asks Lighthouse, with its mobile defaults: a slow 4G line and a
CPU slowed four times, both simulated from what it sees here. So a busy machine costs points: run it on a quiet one.
What stands in lighthouse.config.mjs beside this file is all that is not Lighthouse's own.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import SUBPATH

from benchmarks import hosting
from benchmarks.answers import PAGES
from course import ROOT, browser, make

LANGUAGES = ["fr", "en"]
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
# What is printed of each run: the heading, the audit that measures it, and its unit's divisor and format.
FIGURES = {
    "FCP s": ("first-contentful-paint", 1000, "5.2f"),
    "LCP s": ("largest-contentful-paint", 1000, "5.2f"),
    "TBT ms": ("total-blocking-time", 1, "6.0f"),
    "CLS": ("cumulative-layout-shift", 1, "6.4f"),
    "kB": ("total-byte-weight", 1000, "6.1f"),
}
CONFIG = Path(__file__).with_name("lighthouse.config.mjs")


def run(url, chromium):
    """Return Lighthouse's report of one run on `url` as a dict; stop with what it said if it fails."""
    beside = Path(sys.executable).with_name("node")  # Lighthouse needs a newer Node than many systems have
    node = str(beside) if beside.exists() else shutil.which("node")
    command = [node, ROOT / "node_modules" / "lighthouse" / "cli" / "index.js", url, "--output=json", "--quiet"]
    command += ["--chrome-flags=--headless=new --no-sandbox", f"--config-path={CONFIG}"]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env={**os.environ, "CHROME_PATH": chromium}
    )
    if done.returncode:
        sys.exit(f"Lighthouse stopped at {url}:\n{done.stderr.strip()}")
    report = json.loads(done.stdout)
    if trouble := report.get("runtimeError"):
        sys.exit(f"Lighthouse could not measure {url}: {trouble['message']}")
    return report


def medians(reports):
    """Return `(scores, figures, requests)` of several reports: medians, the scores from 0 to 100."""
    scores = [
        statistics.median(100 * (report["categories"][name]["score"] or 0) for report in reports) for name in CATEGORIES
    ]
    figures = [
        statistics.median(report["audits"][audit]["numericValue"] for report in reports) / divisor
        for audit, divisor, _ in FIGURES.values()
    ]
    requests = statistics.median(len(report["audits"]["network-requests"]["details"]["items"]) for report in reports)
    return scores, figures, requests


def shortfalls(reports):
    """Return `{audit id: a line that says why}` of what counts in a score and is not full in most of the reports."""
    lines, seen = {}, {}
    for report in reports:
        counted = {ref["id"] for name in CATEGORIES for ref in report["categories"][name]["auditRefs"] if ref["weight"]}
        for name in counted:
            audit = report["audits"][name]
            if audit["score"] is not None and audit["score"] < 1:
                seen[name] = seen.get(name, 0) + 1
                lines[name] = f"{name}: {100 * audit['score']:.0f}, {why(audit)}"
    return {name: line for name, line in lines.items() if 2 * seen[name] > len(reports)}


def why(audit):
    """Return an audit's title, its value, its explanation and the first things it found, on one line."""
    found = (audit.get("details") or {}).get("items") or []
    nodes = [item["node"]["snippet"] for item in found if isinstance(item.get("node"), dict)]
    parts = [audit["title"], audit.get("displayValue"), audit.get("explanation"), *nodes[:3]]
    return "; ".join(" ".join(str(part).split()) for part in parts if part)


def options():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse", description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5, help="how many times each page is measured (default: 5)")
    parser.add_argument("--pages", nargs="+", choices=PAGES, default=list(PAGES), help="which kinds of page")
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=LANGUAGES, help="in which languages")
    parser.add_argument("--reports", type=Path, help="a folder to leave Lighthouse's own reports in (JSON)")
    return parser.parse_args()


def main():
    asked = options()
    chromium = browser.ensure()
    with tempfile.TemporaryDirectory() as folder:
        server, origin = hosting.serve(folder, SUBPATH)
        site = Path(folder) / SUBPATH.strip("/")
        site.mkdir()
        make.build(site, origin + SUBPATH)
        headings = ["perf", "a11y", "best", "seo", *FIGURES, "requests"]
        print(f"{'':15}" + "  ".join(headings))
        lacking = {}
        for kind in asked.pages:
            for language in asked.languages:
                name = f"{kind} {language}"
                url = f"{origin}{SUBPATH}{language}/{PAGES[kind]}"
                reports = [run(url, chromium) for _ in range(asked.runs)]
                scores, figures, requests = medians(reports)
                cells = [f"{score:4.0f}" for score in scores]
                cells += [
                    format(value, style).rjust(len(heading))
                    for value, (heading, (_, _, style)) in zip(figures, FIGURES.items(), strict=True)
                ]
                print(f"{name:15}" + "  ".join([*cells, f"{requests:8.0f}"]), flush=True)
                for line in shortfalls(reports).values():
                    lacking.setdefault(line, []).append(name)
                if asked.reports:
                    asked.reports.mkdir(parents=True, exist_ok=True)
                    for number, report in enumerate(reports, 1):
                        (asked.reports / f"{kind}-{language}-{number}.json").write_text(json.dumps(report), "utf-8")
        server.shutdown()
    for line, names in sorted(lacking.items()):
        print(f"{line}\n    {', '.join(names)}")


if __name__ == "__main__":
    main()
