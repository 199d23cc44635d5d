"""Wholeness: nothing reaches readers that was meant for the author, the tools or nobody."""

import re

from ftfy import badness

from course.masks import FENCED, SPAN, blank
from course.proofreading.registry import FileLine, rule

VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"),
}
TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)((?:\"[^\"]*\"|'[^']*'|[^'\">])*?)(/?)>")
UNREAD = re.compile(
    r"<!--.*?-->|<!doctype[^>]*>|<(script|style|textarea|title)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
FENCE = re.compile(r"^(`{3,}|~{3,})[^`\n]*$", re.MULTILINE)
# `<https://…>`, `<a@b.example>` and `](<file name.md>)`: addresses, not tags.
ANGLES = re.compile(r"<(?:[a-z][a-z\d+.-]+:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>|(?<=\]\()<[^<>\n]*>", re.IGNORECASE)
SCRIPT = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
LITERAL = (
    (re.compile(r"\*\*|(?<!\w)__(?=[^\W_])|(?<=[^\W_])__(?!\w)"), "the marks of bold"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])[^*]*[^\s*]\*(?![\w*])"), "the stars of emphasis"),
    (re.compile(r"(?<![\w_/])_(?=[^\W_])[^_]*[^\W_]_(?![\w_])"), "the underscores of emphasis"),
    (re.compile(r"(?<![\w*])\*(?=[^\W_]|\[)"), "a star of emphasis; close it, or write \\*"),
    (re.compile(r"(?<![\w/.-])_(?=[^\W_])|(?<=[^\W_])_(?![\w.-])"), "an underscore of emphasis; close it"),
    (re.compile(r"(?:^|[.!?…:»”] )#{1,6} (?=\S)"), "a heading's #; put a blank line before it"),
    (re.compile(r"`"), "a backtick; close the code, or the fence"),
    (
        re.compile(r"\]\((?=\S)|\] \((?=[^()\s]+\.(?:md|html)\b|https?:|#)|\)\[(?=[^\]\s]+\.md\b|https?:)"),
        "half a link; write [words](page.md)",
    ),
    (re.compile(r"(?:^|\s)[-*+] \[[ xX]\]\s|^\[[ xX]\] "), "a quiz option outside a quiz"),
    (re.compile(r"\[\[[^\]]*\]\]"), "a quiz blank outside a quiz"),
    (
        re.compile(r"^\|.*\|\s*\S|\|\s*:?-{3,}:?\s*\|"),
        "a table's bars; put a blank line before it, and a line |---|---|",
    ),
    (re.compile(r"(?:^|\s)/{3,}(?=\s|$)"), "a block's slashes; they begin a line, after a blank one"),
    (re.compile(r"(?:^|\s)(:{3,}|!{3})"), "a block of another dialect; this course writes /// name"),
    (
        re.compile(r"\{\s*(?:[:#.][^}]+\}|[a-z]+=|#[\w-]+\s*$)"),
        "an attribute list; it follows its element without a blank",
    ),
    (re.compile(r"&(?:[a-zA-Z]{2,8}|#\d+|#x[0-9a-fA-F]+);"), "a character's code; type the character"),
    (re.compile(r"</?(?:a|b|br|div|em|i|img|li|ol|p|quiz|section|span|strong|sub|sup|table|ul)\b[^>]*>?"), "a tag"),
    (re.compile(r"~~|(?:^|\s)==(?=[^\s=])|\w~\d+~|\^\w+\^|\^\["), "marks of another dialect"),
    (re.compile(r"^={3,}(?=\s|$)"), "a line of ="),
    (re.compile(r"\\(?=\s|$|u[0-9a-fA-F]{4})"), "a backslash; for a new line, begin a paragraph"),
    (
        re.compile(r"^(?:[-+*]|\d+[.)]|>) (?=\S)|\s[-+] (?=\[)"),
        "a list's or a quotation's mark; put a blank line before it",
    ),
)
# What each of these holds: most passages hold none.
SIGNS = re.compile(r"[*_#`\[|{&<>~=^\\]|//|:::|!!!|\)\[|^(?:[-+]|\d+[.)]) ")
PLACEHOLDER = re.compile(
    r"MKDOCS_QUIZ_PLACEHOLDER\w*|-{1,2}8(?:<|&lt;)-{1,2}|(?:wzxhzdk|klzzwxh)[:\d]*|[\x02\x03]|\{\{.*?\}\}|\{%.*?%\}|<quiz\b|</quiz>"
)
UNFINISHED = re.compile(
    r"(?:^\W*|\()(?:TODO|XXX)\b(?! lists?\b)|\b(?:TODO|XXX)(?=\s*:|\W*$)|\b(?:FIXME|TBD|TBC|WIP)\b|(?-i:\bFIX ME\b)"
    r"|\blorem ipsum\b|\bà (?:compléter|traduire|rédiger|vérifier)\b(?=\W*$)"
    r"|\bcoming soon\b(?=\W*$)|\bto be (?:written|translated|completed|determined)\b(?=\W*$)"
    r"|\[(?:à (?:écrire|traduire)|to write)\b[^\]]*\]"  # what ./scripts/new-lesson leaves to its author
    # A place to fill in; « sign [your name] below » says what to write there.
    r"|(?<!sign )(?<!write )(?<!signez )(?<!écrivez )"
    r"\[(?:insérer|insert|ajouter|add|nom|name|votre|your|date|titre|title)\b[^\]]*\]|\?{3,}"
    r"|\[(?:citation needed|réf(?:érence|\.) nécessaire)\]"
    r"|\((?:à (?:venir|revoir|vérifier|confirmer|compléter)|to (?:come|be confirmed|verify|check|do))\b[^)]*\)"
    r"|^(?:à vérifier|à valider|to verify|to check) (?:avec|with)\b|^note (?:to self|à moi-même)\b"
    r"|^(?-i:DRAFT|BROUILLON)\b|(?-i:\bXX)[ \u00a0](?:%|(?:percent|people|personnes)\b)"
    r"|\$\{\w+\}|@@\w+@@|(?-i:%[A-Z_]{2,}%)"
    r"|(?-i:\bNOM DE (?:L[’']ENTREPRISE|VOTRE ENTREPRISE)\b|\b(?:YOUR )?COMPANY NAME\b)",
    re.IGNORECASE,
)
LOCAL_PATH = re.compile(
    r"(?<![\w.])(?:/(?:home|Users|root|tmp|var/folders|private|mnt)/|[A-Z]:\\(?:Users|Temp)\\)[\w.\\/-]*"
)
LOCAL_ADDRESS = re.compile(r"https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])[:/][\w./-]*")
TEXT_FILES = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".webmanifest")


@rule("pages")
def undefined_reference(site):
    """A reference [words][name] or a note [^name] has its definition; without one it stands in the text as typed."""
    for passage in site.passages:
        for match in re.finditer(r"\[\^[^\]\s]+\]|\[[^\]]*[^\W\d_][^\]]*\]\[(?:[^\]]*[^\W\d_][^\]]*)?\]", passage.text):
            remedy = "define the note, or list its source" if match[0].startswith("[^") else "write [words](page.md)"
            yield passage.at(*match.span()), f"'{match[0]}' leads nowhere; {remedy}"


@rule("pages")
def literal_markdown(site):
    """No mark of Markdown or HTML is left in the text: it shows that the mark was not understood."""
    for passage in site.passages:
        if passage.kind.startswith("@data-") or not SIGNS.search(passage.text):
            continue
        for pattern, what in LITERAL:
            if match := pattern.search(passage.text):
                yield passage.at(*match.span()), f"'{match[0].strip()}' reached the page: {what}"
                break


@rule("pages")
def unclosed_fence(site):
    """A fence of code that is opened is closed: Markdown would take all that follows for code, or show the fence."""
    for path, text in site.sources.texts.items():
        if path.endswith(".md"):
            rest = blank(text, FENCED)
            if mark := FENCE.search(rest):
                line = rest.count("\n", 0, mark.start()) + 1
                yield FileLine(path, line), f"the fence {mark[1]} is never closed; write it alone on a line"


@rule("pages")
def unclosed_tag(site):
    """An HTML element that is opened is closed, inside the one that it stands in."""
    for path, text in site.sources.texts.items():
        if path.endswith(".md"):
            for line, message in _unbalanced(without_code(text)):
                yield FileLine(path, line), message
    for page in site.pages.values():
        for _, message in _unbalanced(page.text):
            yield page, message


@rule("pages")
def mojibake(site):
    """Every character is the one that was typed: Ã© for é shows a file read in another encoding than its own."""
    for passage in site.passages:
        at = passage.text.find("\ufffd")
        if at >= 0:
            yield passage.at(at, at + 1), "a character was lost (\ufffd); type it again and save the file as UTF-8"
        elif badness.is_bad(passage.text):
            yield passage, "these characters were decoded wrongly; save the file as UTF-8 and type them again"


@rule("pages")
def conflict_marker(site):
    """No mark of a merge is left: <<<<<<< and >>>>>>> stand where two versions still wait for a choice."""
    for path, text in site.sources.texts.items():
        for match in re.finditer(r"^(<{7}|>{7}|\|{7})(?= |$)|(?:\A|\n)\n(={7})$", text, re.MULTILINE):
            line = text.count("\n", 0, match.end()) + 1
            yield FileLine(path, line), f"'{match[match.lastindex]}' is a mark of a merge; choose one version"
    for passage in site.passages:
        if match := re.search(r"<{7}|>{7}", passage.text):
            yield passage.at(*match.span()), f"'{match[0]}' is a mark of a merge; choose one version"


@rule("pages")
def placeholder(site):
    """Every placeholder was filled: of quizzes, snippets, templates and Markdown itself."""
    for page in site.pages.values():
        for match in list(PLACEHOLDER.finditer(UNREAD.sub("", page.text)))[:1]:
            yield (
                page,
                f"'{match[0][:40]}' reached the page unfilled; write the quiz or the snippet as CONTRIBUTING.md says",
            )


@rule("pages")
def unfinished_text(site):
    """Nothing tells readers that the author meant to come back: TODO, lorem ipsum, à compléter, [insert a name]."""
    for passage in site.passages:
        if match := UNFINISHED.search(passage.text):
            yield passage.at(*match.span()), f"'{match[0]}': finish the sentence, or leave it out"


@rule("pages")
def published_comment(site):
    """A page holds no comment: whoever asks for its source would read what was meant for another author."""
    for page in site.pages.values():
        for comment in COMMENT.findall(SCRIPT.sub("", page.text)):
            told = f"'{' '.join(comment.split())[:60]}' is published, in the page's source; keep notes out of the page"
            yield page.at(comment.strip()), told


@rule("pages")
def leaked_path(site):
    """No file of the site names a folder or an address of the machine that built it."""
    for note in site.notes:
        for name in sorted({*LOCAL_PATH.findall(note.text), *LOCAL_ADDRESS.findall(note.text)}):
            if not any(link.url.startswith(name) for link in note.links):
                yield note.at(name), f"'{name[:60]}' is of the machine that built it; write what readers can reach"
    for path in sorted(site.files):
        if path.endswith(TEXT_FILES) and "/search-index." not in path:  # it says what pages say
            document = site.documents.get(path)
            text = document.text if document else (site.folder / path).read_text(encoding="utf-8", errors="replace")
            found = {*LOCAL_PATH.findall(text), *LOCAL_ADDRESS.findall(text)}
            links = [link.url for link in document.links] if document else []  # local-address tells of these
            for name in sorted(name for name in found if not any(url.startswith(name) for url in links)):
                told = f"'{name[:60]}' is of the machine that built it; write what readers can reach"
                yield document.at(name) if document else FileLine(path), told


def without_code(text):
    """Return Markdown with its code and its addresses between angles made blank, line for line."""
    return blank(text, FENCED, SPAN, ANGLES)


def _unbalanced(text):
    """Yield `(line, message)` for each tag that opens or closes nothing."""
    text = blank(text, UNREAD)
    stack = []

    def line(at):
        return text.count("\n", 0, at) + 1

    for match in TAG.finditer(text):
        closes, name, _, alone = match.groups()
        name = name.lower()
        if alone or name in VOID:
            continue
        if not closes:
            stack.append((name, match.start()))
        elif name not in [open_name for open_name, _ in stack]:
            yield line(match.start()), f"</{name}> closes nothing"
        else:
            while stack[-1][0] != name:
                inner, opened = stack.pop()
                yield line(opened), f"<{inner}> is not closed before </{name}>; write </{inner}>"
            stack.pop()
    for name, opened in stack:
        yield line(opened), f"<{name}> is never closed; write </{name}>"
