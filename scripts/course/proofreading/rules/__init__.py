"""One module a family of rules; importing them registers them."""

from course.proofreading.rules import (  # noqa: F401
    addresses,
    anglicisms,
    english,
    french,
    links,
    pages,
    spelling,
    wholeness,
    writing,
)
