"""mkdocs-quiz, which this course asks for some hundreds of questions a build, made to do once what it does again.

It reads its translations anew and makes a new Markdown for each question, and converts each option and each reason as a
text of its own, of which most are a plain sentence.
"""

import re
from functools import cache

import mkdocs_quiz.plugin
import mkdocs_quiz.translations

Plugin = mkdocs_quiz.plugin.MkDocsQuizPlugin
# A line of text without a sign that Markdown or an extension may take for its own, nor a beginning that makes a list.
PLAIN = re.compile(r"(?:[^\W\d_]|[«“‘(]|\d+(?![\d.)]))[^\n\t\\`*_{}\[\]<>&#|~^$=+]*(?<! )")

_new_markdown = Plugin._create_fragment_markdown
_convert = Plugin._convert_fragment_markdown


def install():
    """Make it so, in this process."""
    mkdocs_quiz.plugin.TranslationManager = cache(mkdocs_quiz.translations.TranslationManager)
    Plugin._create_fragment_markdown = _markdown_of
    Plugin._convert_fragment_markdown = _convert_unless_plain


def _markdown_of(self, page, config, files):
    """Return what converts the texts of a page, one for all of its questions: mkdocs-quiz empties it before each."""
    held, markdown = getattr(self, "_held", (None, None))
    if held is not page:
        markdown = _new_markdown(self, page, config, files)
        self._held = (page, markdown)
    return markdown


def _convert_unless_plain(self, text, page, config, files, md_inst=None):
    """Return the HTML of a text as mkdocs-quiz would, and of a plain sentence without asking."""
    return f"<p>{text}</p>" if PLAIN.fullmatch(text) else _convert(self, text, page, config, files, md_inst)
