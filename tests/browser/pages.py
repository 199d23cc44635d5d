"""The kinds of page that the course has, one of each, for the checks that every kind must pass."""

# Done once what scripts changed is laid out, and whoever watches the page has been told.
SETTLED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
KINDS = {
    "home": "index.html",
    "module": "suppliers/index.html",
    "lesson": "suppliers/saying-thanks.html",
    "first lesson": "start/three-circles.html",
    "check": "suppliers/check.html",
    "case": "action/case.html",
    "bank": "action/assessment.html",
    "progress": "progress/index.html",
    "review": "progress/review.html",
    "certificate": "progress/certificate.html",
    "tools": "tools/index.html",
    "thank-you card": "tools/thank-you.html",
    "client map": "tools/client-map.html",
    "self-diagnosis": "tools/self-diagnosis.html",
    "commitments": "tools/commitments.html",
    "phrases": "tools/phrases.html",
    "trainer": "trainer/index.html",
    "guide": "trainer/suppliers/guide.html",
    "room vote": "trainer/suppliers/vote.html",
    "workbook": "trainer/suppliers/workbook.html",
    "role plays": "trainer/suppliers/roles.html",
    "key": "trainer/suppliers/key.html",
    "disclosure": "trainer/disclosure.html",
    "voting cards": "trainer/voting-cards.html",
    "thank-you cards": "trainer/thank-you-cards.html",
    "group results": "trainer/cohort.html",
    "host": "host/index.html",
    "publish": "host/github.html",
    "company file": "host/company-file.html",
    "LMS": "host/lms.html",
    "human resources": "host/hr.html",
    "ideas": "ideas.html",
    "sources": "sources.html",
    "glossary": "glossary.html",
    "about": "about.html",
    "privacy": "privacy.html",
    "accessibility": "accessibility.html",
}
LANGUAGES = ["fr", "en"]
# The front door waits at #choose; the missing page is a file like another.
DOORS = {"front door": "index.html#choose", "not found": "404.html"}


def every_kind():
    """Return `(test id, address)` of each kind of page in each language, and of the pages that serve all languages."""
    return [(f"{kind}-{language}", f"{language}/{path}") for kind, path in KINDS.items() for language in LANGUAGES] + [
        *DOORS.items()
    ]
