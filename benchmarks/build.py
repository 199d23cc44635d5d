"""What an author waits for: `PYTHONPATH=scripts:. .venv/bin/python -m benchmarks.build [rounds]`.

Builds both languages of a fresh copy of the course, first without Python's compiled modules, then again; then serves it
and edits it as an author does, and says when the new page, or a page with the new style, is there. Medians of `rounds`.
"""

import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.copies import EVERYTHING, Copy

from benchmarks.scale import measure
from course import ROOT

LESSON = "suppliers/saying-thanks"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>{}</title></svg>'
# What is edited: the file, what is replaced in it by what (`{}` is new each time), and the page that shows it.
EDITS = {
    "text of a lesson": (f"docs/fr/{LESSON}.md", r"(\n---\n\n)", r"\1{} ", f"fr/{LESSON}.html"),
    "style": ("overrides/assets/css/tokens.css", r"\Z", "\n:root {{ --added: {}; }}\n", "style"),
    "script": ("overrides/assets/js/course.js", r"\Z", '\nwindow.added = "{}";\n', "script"),
    "template": ("overrides/lesson.html", r"(\{% block content %\})", r"\1<!-- {} -->", f"fr/{LESSON}.html"),
    "data": ("docs/glossary.yml", r"(    definition: >-\n +)", r"\1{} ", "fr/glossary.html"),
    "company.yml": ("company.yml", r"\A", "name: {}\n", "fr/index.html"),
    "logo": ("company/logo.svg", r"<title>.*</title>", "<title>{}</title>", "logo"),
}


def get(address):
    """Return the text at an address, or nothing while a new build takes its place."""
    try:
        return urllib.request.urlopen(address, timeout=20).read().decode()
    except urllib.error.HTTPError:
        return ""


def shown(address, place):
    """Return what a reader gets: a page, or the style, script or logo that the front page of French loads."""
    patterns = {"style": r'href="(assets/course\.[^"]+css)"', "script": r'src="(assets/course\.[^"]+js)"',
                "logo": r'src="(assets/logo\.[^"]+)"'}  # fmt: skip
    if place not in patterns:
        return get(address + place)
    found = re.search(patterns[place], get(f"{address}fr/index.html"))
    return get(f"{address}fr/{found[1]}") if found else ""


def edit(repository, address, name, text, mark, place):
    """Save a file as a text that holds the new word `mark`, and return the seconds until a reader gets that."""
    start = time.monotonic()
    repository.write(name, text)
    while mark not in shown(address, place):
        if time.monotonic() - start > 120:
            sys.exit(f"{name}: {mark} never came")
        time.sleep(0.02)
    return time.monotonic() - start


def serve(repository):
    """Start the server of a copy; return `(process, address, what waits until it has said a text)`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = repository.start("serve", "--port", str(port))

    def wait_for(text):
        while text not in (line := process.stdout.readline()):
            if not line:
                sys.exit(f"the server ended before it said {text!r}")

    wait_for("The course is at")
    return process, f"http://127.0.0.1:{port}/", wait_for


def main():
    rounds = int(sys.argv[1]) if sys.argv[1:] else 3
    with tempfile.TemporaryDirectory() as folder:
        repository = Copy(ROOT, Path(folder) / "repository", EVERYTHING)
        print(f"{os.cpu_count()} cores; load {os.getloadavg()[0]:.1f}")
        print(f"{'':24}seconds  processor s")
        cold = measure(repository, Path(folder) / "cold")
        print(f"{'build, first time':24}{cold.seconds:7.2f}{cold.processor:13.2f}", flush=True)
        warm = [measure(repository, Path(folder) / f"site-{number}") for number in range(rounds)]
        seconds, processor = (
            statistics.median(getattr(each, name) for each in warm) for name in ("seconds", "processor")
        )
        print(f"{'build':24}{seconds:7.2f}{processor:13.2f}", flush=True)
        repository.write("company/logo.svg", LOGO.format("logo"))
        repository.write("company.yml", repository.read("company.yml") + "\nlogo: company/logo.svg\n")
        process, address, wait_for = serve(repository)
        try:
            for what, (name, pattern, new, place) in EDITS.items():
                original, taken = repository.read(name), []
                for number in range(rounds):
                    mark = f"mark{len(what)}x{number}"
                    text = re.sub(pattern, new.format(mark), original, count=1)
                    taken.append(edit(repository, address, name, text, mark, place))
                    wait_for("whole course built")
                print(f"{'edit: ' + what:24}{statistics.median(taken):7.2f}", flush=True)
                repository.write(name, original)
                wait_for("whole course built")
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


if __name__ == "__main__":
    main()
