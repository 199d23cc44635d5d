"""One module a family of rules; importing them registers them."""

from course.proofreading.rules import (  # noqa: F401
    addresses,
    anglicisms,
    confusions,
    english,
    french,
    links,
    pages,
    questions,
    source,
    spelling,
    wholeness,
    writing,
)
