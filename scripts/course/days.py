"""Days in words."""

from datetime import date

from babel import localedata
from babel.dates import format_date


def in_words(text, language):
    """Return a day such as 2026-11-22 in words, as written in Canada where Babel knows how that is in the language."""
    locale = f"{language}_CA" if localedata.exists(f"{language}_CA") else language
    said = format_date(date.fromisoformat(text), "long", locale)
    return f"1er{said[1:]}" if language == "fr" and said.startswith(("1 ", "1\u00a0")) else said  # Babel writes 1


def exists(text):
    """Whether `text` is a day, written as 2026-11-22."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
