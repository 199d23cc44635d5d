"""How a reader answers back: letters to the course's contact, begun with the page and the version."""

from urllib.parse import quote

from course import VERSION

# The domain .example belongs to nobody: a letter that is sent by mistake goes nowhere.
SAMPLE = "formation@votre-organisation.example"


def links(company, page, address, words):
    """Return `{"error": href, "useful": href, "to": name or None}` for a page of the course.

    `address` is where the course is published; `words` are the interface's words in the page's language; `to` is None
    while the company has no contact for the course.
    """
    contact = company["contacts"].get("course") or {}
    email = contact.get("email", SAMPLE)
    where = words["page_version"].format(address=f"{address}{page.language}/{page.url}", version=VERSION)

    def letter(kind):
        subject = words[f"{kind}_subject"].format(title=page.title)
        body = f"{words[f'{kind}_body']}\n{where}\n".replace("\n", "\r\n")
        return f"mailto:{quote(email, safe='@')}?subject={quote(subject)}&body={quote(body)}"

    known = contact.get("name") if "email" in contact else None
    return {"error": letter("report_error"), "useful": letter("was_useful"), "to": known}
