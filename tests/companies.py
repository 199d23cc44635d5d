"""Sites of two companies, which tests of several folders look at: each is built once for all of them.

Their edits do not meet: each test looks at its own.
"""

from typing import NamedTuple

from course import VERSION, pictures

from .copies import SITE, Copy

# One that changes everything a company may, with markup in what it writes, and publishes on a domain of its own.
ACME_ADDRESS = "https://acme.example/"
ACME = """
course:
  id: acme-course
  title:
    fr: '<b onclick=alert(1)>L’école d’Acmé</b> & "clients"'
    en: Acme School
languages: [en, fr]
address: https://acme.example/
required: [start/three-circles, suppliers/gifts]
contacts:
  course: {name: "Zoé *et* Ana <b>", email: zoe@acme.example}
  payment: {name: Luc, phone: "418 555-0100"}
  assistance: {name: PAE, phone: "1 800 555-0100", email: pae@acme.example, url: https://pae.example/}
policies:
  gifts: {title: {fr: "Cadeaux <i>&</i> *étoiles*", en: Gifts}, url: https://rules.example/gifts}
legal_review: {by: "Me Zoé *Lavoie*", date: "2027-02-01"}
"""
# What GitHub gives as the address: no slash at the end.
EXAMPLE_ADDRESS = "https://riviere-aux-pins.github.io/course"
NOTE = "from course.verbs import check; print(check.note(False), check.note(True), check.note(False))"


class Company(NamedTuple):
    """A company's copy of the course and the `site` built from it, which stands in `folder` at its address's path."""

    copy: Copy
    folder: object
    site: object
    address: str


def acme(folder):
    """Return that company's site in the new `folder`: it has edited lessons, too, and dated a check of a law."""
    copy = Copy(folder, folder / "copy", [])
    return Company(copy, copy.root / "site", copy.root / "site", ACME_ADDRESS)


def make_acme(origin, folder):
    """Build it; what noting its edits said stands in `noted`."""
    copy = Copy(origin, acme(folder).copy.root, SITE)
    copy.write("company.yml", ACME)
    copy.edit("docs/sources.yml", r'(^prompt-pay-qc:\n(?:  .*\n)*?  checked: )".*"', r'\1"2026-03-05"')
    copy.replace("pyproject.toml", f'version = "{VERSION}"', 'version = "0.10.0"')
    copy.edit("docs/fr/suppliers/gifts.md", r"^title: .*", "title: Les cadeaux")
    copy.edit("docs/en/suppliers/saying-thanks.md", r"^- \[x\] “Inès, you saw", "- [x] “Inès, you noticed")
    noted = copy.run("-c", NOTE)
    copy.write("noted", noted.stdout + noted.stderr)
    done = copy.verb("build")
    assert done.returncode == 0, done.stdout + done.stderr


def example(folder):
    """Return the site in the new `folder` of the company that pictures show, as the workflow of Pages builds it."""
    copy = Copy(folder, folder / "copy", [])
    return Company(copy, folder / "web", folder / "web" / "course", f"{EXAMPLE_ADDRESS}/")


def make_example(origin, folder):
    """Build it with that company's own file, which gives no address."""
    made = example(folder)
    copy = Copy(origin, made.copy.root, SITE)
    assert "\naddress:" not in pictures.EXAMPLE.read_text(encoding="utf-8")
    made.folder.mkdir()
    given = {"COURSE_COMPANY": str(pictures.EXAMPLE), "SITE_URL": EXAMPLE_ADDRESS}
    done = copy.run("-m", "course.verbs.build", str(made.site), **given)
    assert done.returncode == 0, done.stderr
