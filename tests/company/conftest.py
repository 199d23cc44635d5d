"""A company: the folder where its file stands, with images of every sort."""

import pytest

from course import ROOT
from tests.company.cases import LOGO

PNG = b"\x89PNG\r\n\x1a\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
IMAGES = {
    "logo.svg": LOGO.encode(),
    "logo.pdf": b"%PDF-1.7",
    "logo.webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    "logo.jpg": b"\xff\xd8\xff\xe0",
    "fake.png": b"version https://git-lfs.github.com/spec/v1\n",
    "fake.svg": b"<html><body>logo</body></html>",
    "script.svg": SVG.format("<script>alert(1)</script>").encode(),
    "asks.svg": SVG.format('<image xlink:href="https://acme.test/a.png"/>').encode(),
    "style.svg": SVG.format("<style>@import 'https://acme.test/a.css'</style>").encode(),
    "entities.svg": b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("<text>&a;</text>").encode(),
    "heavy.png": PNG + b"\x00" * 201_000,
    "light.png": PNG + b"\x00" * 199_000,
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A folder with the course's languages and the images, whose company.yml each test writes."""
    folder = tmp_path_factory.mktemp("company")
    for language, config in (("fr", "mkdocs.yml"), ("en", "mkdocs.en.yml")):
        (folder / "docs" / language).mkdir(parents=True)
        (folder / config).write_text((ROOT / config).read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "docs" / "words").mkdir()
    (folder / "company" / "folder.png").mkdir(parents=True)
    for name, content in IMAGES.items():
        (folder / "company" / name).write_bytes(content)
    (folder / "company" / "linked.svg").symlink_to(folder / "company" / "logo.svg")
    return folder
