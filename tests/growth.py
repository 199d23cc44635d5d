"""Courses of a given size: a copy of this one with its modules' lessons and their questions again and again."""

import hashlib
import re

import yaml

from course import pages
from tests.copies import Copy

# What a module has once, and its copies link to there.
ONCE = ("check", "case", "assessment")


def grow(repository: Copy, times):
    """Add modules to a copy of the course, in both languages, until it has `times` times the lessons, each with its own
    title, ids, questions and paragraphs; return how many lessons there are in a language."""
    settings = repository.read("mkdocs.yml")
    nav = yaml.safe_load(settings.partition("\nnav:\n")[2])
    modules = {name: files for item in nav if isinstance(item, dict) for name, files in item.items()}
    copied = {
        name: [file for file in files if file.split("/")[1].removesuffix(".md") not in ONCE]
        for name, files in modules.items()
        if name not in pages.SHELVES
    }
    added = []
    for number in range(2, times + 1):
        for name, files in copied.items():
            added.append(f"  - {name}-{number}:\n")
            for file in files:
                new = file.replace("/", f"-{number}/")
                added.append(f"      - {new}\n")
                for language in ("fr", "en"):
                    text = _again(repository.read(f"docs/{language}/{file}"), name, new)
                    repository.write(f"docs/{language}/{new}", text)
    repository.write("mkdocs.yml", settings.replace("  - progress:\n", "".join(added) + "  - progress:\n", 1))
    return times * sum(not file.endswith("/index.md") for files in copied.values() for file in files)


def _again(text, module, name):
    """Return a page of `module` as the page `name`: nothing that stands once in a course stands twice."""
    mark = name.removesuffix(".md").replace("/", "-")
    text = unique(text, mark)
    text = re.sub(rf"\]\((?={'|'.join(ONCE)}\.md)", f"](../{module}/", text)
    text = re.sub(r"^(/{3,} fields \| )([a-z0-9-]+)", rf"\1\2-{mark}", text, flags=re.MULTILINE)
    if "\nobjectives:" in text and "\nrecall:" not in text:  # only the first lesson of a course recalls nothing
        text = text.replace("\nobjectives:", "\nrecall: courier-partner\nobjectives:", 1)
    return text


def unique(text, mark):
    """Return a page with its own title, description, ids, questions and paragraphs: a text is read once a site."""
    page = f"Page {int(hashlib.sha256(mark.encode()).hexdigest()[:6], 16)}."
    text = re.sub(r"(^<quiz>\n.*\n.*)$", rf"\1 {page}", text, flags=re.MULTILINE)
    text = re.sub(r"(?<=[a-z]\.)$", f" {page}", text, flags=re.MULTILINE)
    text = re.sub(r'^title: (.*?)("?)$', rf"title: \1 ({mark})\2", text, flags=re.MULTILINE)
    text = re.sub(
        r"^description: .*$", f"description: One page more of a bigger course, {mark}.", text, flags=re.MULTILINE
    )
    text = re.sub(r"^(<!-- )?id: ([a-z0-9-]+)", rf"\1id: \2-{mark}", text, flags=re.MULTILINE)
    return re.sub(r"^    id: ([a-z0-9-]+)", rf"    id: \1-{mark}", text, flags=re.MULTILINE)
