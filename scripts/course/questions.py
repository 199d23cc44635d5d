"""The questions of a page: what mkdocs-quiz will parse, read first by us, because it accepts a good deal in silence."""

import re
from dataclasses import dataclass, field
from hashlib import sha256

from mkdocs_quiz.parsing import FILL_BLANK_REGEX, QUIZ_REGEX, collect_feedback, mask_code_blocks, parse_answer

from course import citations, masks, yaml_file
from course.problems import CourseError, Problem

HEADER = re.compile(r"^<!--(.*?)-->$")
HEADER_ID = re.compile(r"""<!--(?:[^>]*;)?\s*id:\s*["']?([a-z0-9-]+)""")  # how it is found again in the page
LIKE_OPTION = re.compile(r"^\s*(?:[-*+]\s*\[(?![^\]]{2,}\]\()|\[[ xX]?\])")  # and not a link in a list
BLOCK = r"[ ]*(?:[#>]|(?:[-*+:|]|[0-9]+[.)])(?:\s|$)|```|~~~|\[[^\]]*\]:|(?:[-*_=][ ]*){3,}$)"
BLOCK_IN_OPTION = re.compile(f"^{BLOCK}")
BLOCK_IN_REASON = re.compile(rf"^\s*$|^[ ]{{4}}|^{BLOCK}|^[ ]*(?:=+|-+)[ ]*$|\n[ ]*\{{[^}}]*\}}[ ]*\Z", re.MULTILINE)
MARKS = re.compile(r"MKDOCS_QUIZ_PLACEHOLDER|__CODEBLOCK_\d+__|BLANK_PLACEHOLDER|course-blank")
NOTE = re.compile(r"^[ ]{0,3}\[\^[^\]\n]*\]:", re.MULTILINE)
# What may be taken for a tag, but for those that stand in a line of text, and for addresses.
HTML = re.compile(
    r"<(?!(?:https?://|ftp://|mailto:|[\w.+-]+@)[^\s<>]+>)"
    r"(?!/?(?:a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var"
    r"|wbr)(?:\s+[\w-]+=\"[^\"<>]*\")*\s*/?>)[A-Za-z/!?][^\s<>]*"
)
TAG = re.compile(r"</?\s*quiz+\b[^>]*>?", re.IGNORECASE)


@dataclass
class Option:
    """A possible answer: its Markdown, whether it is right, and the reason shown when it is chosen."""

    text: str
    right: bool
    reason: str
    line: int


@dataclass
class Question:
    """A question of a lesson, or of a check or the assessment, where `lesson` names the one whose objective it checks.

    `kind` is single, multiple or blank; `misconceptions` are those that its wrong options tempt with; `passage` numbers
    the section of its lesson that answers it (see `passages.py`); `source` is what stands between the tags.
    """

    id: str
    objective: int
    level: str
    path: str
    line: int
    source: str
    lesson: str = ""
    passage: int = 0
    misconceptions: list = field(default_factory=list)
    text: str = ""
    kind: str = "single"
    options: list = field(default_factory=list)
    explanation: str = ""

    @property
    def page_id(self):
        """The id of the page that it stands on."""
        return self.path.split("/", 2)[2].removesuffix(".md")

    @property
    def content(self):
        """All that a learner reads and what counts as right, as one text: an edit of any of it is another question."""
        parts = [self.kind, self.text, self.explanation]
        parts += [f"{option.right} {option.text} {option.reason}" for option in self.options]
        return "\n".join(" ".join(part.split()) for part in parts)


def fingerprint(twins):
    """Return eight hexadecimal digits that change when the question changes in any of its languages.

    `twins` is the same question in each language, in a fixed order. One fingerprint serves all languages, so that an
    answer given in one is known in the other.
    """
    return sha256("\0".join(question.content for question in twins).encode()).hexdigest()[:8]


def scan(body, path, first_line=1, objectives=3):
    """Return `(questions, problems)` of the Markdown `body`, which begins at line `first_line` of the file `path`."""
    masked, hidden = mask_code_blocks(body)  # its own idea of a fence, looser than Python-Markdown's
    for placeholder, code in hidden.items():  # keep the line count
        masked = masked.replace(placeholder, "\n" * code.count("\n"))
    problems, questions = [], []

    def line_of(offset):
        return masked.count("\n", 0, offset) + first_line

    for mark in MARKS.finditer(body):
        told = f"{mark[0]} is what the reader of quizzes puts in their place; write it otherwise"
        problems.append(Problem(path, body.count("\n", 0, mark.start()) + first_line, told))
    inside = [(match.start(), match.end()) for match in re.finditer(QUIZ_REGEX, masked, re.DOTALL)]
    problems += [Problem(path, line_of(at), told) for at, told in _wrong_tags(masked, inside)]
    outside = 0
    for start, end in inside:
        before = masks.blank(masked[outside:start], masks.COMMENT, masks.SPAN)
        outside = end
        if "<!--" in before:
            told = "a quiz in a comment is still read; take the quiz out, or the comment's <!-- and -->"
            problems.append(Problem(path, line_of(start), told))
        source = masked[start + len("<quiz>") : end - len("</quiz>")]
        if TAG.search(source):
            continue
        question, wrong = _read(source, path, line_of(start), objectives)
        problems += wrong + _check_markup(source, path, line_of(start))
        if question:
            questions.append(question)
    return questions, problems


def _wrong_tags(masked, inside):
    """Yield `(offset, what to tell)` of the tags that belong to no quiz, or that do not stand alone at a line's start.

    `inside` are the places where quizzes begin and end.
    """
    edges = {at: tag for start, end in inside for at, tag in ((start, "<quiz>"), (end - len("</quiz>"), "</quiz>"))}
    for tag in TAG.finditer(masked):
        if tag.start() not in edges:
            remedy = (
                "a quiz opens with <quiz> alone on a line, without attributes, and closes with </quiz>; "
                "put its id in the comment on the first line inside"
            )
            opened = next((start for start, end in inside if start < tag.start() < end), tag.start())
            at = opened if tag.group() == "<quiz>" else tag.start()  # the one before was never closed
            yield at, f"stray {tag.group()!r}: {remedy}"
    for at, tag in edges.items():
        line = masked[masked.rfind("\n", 0, at) + 1 :].partition("\n")[0]
        if line.strip() != tag:
            yield at, f"{tag} stands alone on its line; move {line.strip()!r} apart"
        elif line.startswith((" ", "\t")):
            yield at, f"{tag} stands at the start of its line; take the spaces before it out"


def _check_markup(source, path, line):
    """Return what mkdocs-quiz or our reading of its markup would make text of, or cut the question at."""
    problems = [
        Problem(path, at, f"[^{id}] is no note in a quiz; cite it in the text; in a quiz link to ../sources.md#{id}")
        for id, at in citations.scan(source, line).items()
    ]
    text = masks.blank(source, masks.FENCED, masks.SPAN)
    for note in NOTE.finditer(text):
        told = f"{note[0]} defines a note, and a quiz has none; cite the source in the text, and take the note out"
        problems.append(Problem(path, line + text.count("\n", 0, note.start()), told))
    text = masks.blank(text, masks.COMMENT)
    for tag in HTML.finditer(text):
        told = f"'{tag[0]}' cannot stand in a quiz; write Markdown, or put it between backquotes to show it"
        problems.append(Problem(path, line + text.count("\n", 0, tag.start()), told))
    return problems


def _read(source, path, line, objectives):
    """Return `(Question or None, problems)` for what stands inside one pair of tags that opens at `line`."""
    lines = source.split("\n")
    problems = []

    def problem(index, message):
        problems.append(Problem(path, line + index, message))

    first = next((index for index, text in enumerate(lines) if text.strip()), None)
    header = HEADER.match(lines[first].strip()) if first is not None else None
    if not header:
        problem(first or 0, "a quiz begins with its header; write <!-- id: two-words; objective: 1; level: apply -->")
        return None, problems
    head, wrong = _header(header[1], path, line + first, objectives)
    problems += wrong
    if wrong:
        return None, problems
    body = "\n".join(lines[first + 1 :]).strip("\n")
    question = Question(**head, path=path, line=line, source=source)
    if re.search(FILL_BLANK_REGEX, body):
        _read_blank(question, lines, problem)
    else:
        _read_options(question, lines, first, problem)
    return question, problems


def _header(text, path, line, objectives):
    """Return `(dict, problems)` for a header such as `id: thanks-specific; objective: 2; level: apply`."""
    try:
        data, lines = yaml_file.parse("\n".join(part.strip() for part in text.split(";") if part.strip()), path, line)
    except CourseError as error:
        return {}, [Problem(path, line, problem.message) for problem in error.problems]
    if not isinstance(data, dict):
        return {}, [Problem(path, line, "the header is not 'id: …; objective: …; level: …'; write it so")]
    problems = [Problem(path, line, problem.message) for problem in yaml_file.check(data, lines, "question", path)]
    found = HEADER_ID.match(f"<!--{text}-->") if "id" in data else None
    if not problems and (not found or found[1] != data["id"] or "--" in text or ">" in text):
        problems = [Problem(path, line, "write the header plainly: id: two-words; objective: 1; level: apply")]
    if not problems and data["objective"] > objectives:
        problems = [Problem(path, line, f"objective {data['objective']} is not one of the lesson's {objectives}")]
    if not problems and "misconceptions" in data:
        data["misconceptions"] = data["misconceptions"].split(", ")
    return data, problems


def _read_options(question, lines, first, problem):
    """Fill in a question with options, reporting what mkdocs-quiz would take without a word."""
    stem, rest, index = [], [], first + 1
    while index < len(lines):
        text = lines[index]
        answer = parse_answer(text) if not text.startswith(" ") else None
        if answer and re.match(r"^[-*] \[[xX ]\] \S", text):
            reason, after = collect_feedback(lines, index + 1)
            if not reason:
                problem(index, "this option has no reason; write '  > why' on the line right under it")
            elif BLOCK_IN_REASON.search(reason):
                problem(index + 1, "a reason is one paragraph; write it without blank lines, lists or quotations")
            if BLOCK_IN_OPTION.search(answer[1]):
                told = (
                    f"{answer[1][:20]!r} begins a list, a title or a note; write \\ before it to show it in an option"
                )
                problem(index, told)
            if "".join(rest).strip():
                problem(index, "this option stands after the explanation and would be lost; move it up to the others")
            question.options.append(Option(answer[1], answer[0], reason or "", index))
            index = after
            continue
        if LIKE_OPTION.match(text):
            problem(index, f"this is not read as an option: {text.strip()!r}; write '- [ ] text' or '- [x] text'")
        elif question.options and not "".join(rest).strip() and text.lstrip().startswith(">"):
            problem(index, "a reason stands right under its option, with no blank line between; move it up")
        else:
            (rest if question.options else stem).append(text)
        index += 1
    question.text, question.explanation = "\n".join(stem).strip(), "\n".join(rest).strip()
    texts = [option.text for option in question.options]
    right = sum(option.right for option in question.options)
    question.kind = "multiple" if right > 1 else "single"
    if not question.text:
        problem(first, "the question itself is missing; write it between the header and the options")
    if len(texts) < 2:
        hint = ", or one [[blank]]" if not texts and re.search(r"\[[^][]+\](?!\()", question.text) else ""
        problem(first, f"{len(texts)} option(s); a question needs three or four{hint}")
    if texts and not right:
        problem(first, "no option is right; mark one with [x]")
    if right and right == len(texts):
        problem(first, "every option is right; leave at least one with [ ]")
    for option in question.options:
        if texts.count(option.text) > 1:
            problem(option.line, f"the option {option.text!r} stands twice; keep one, or say it otherwise")


def _read_blank(question, lines, problem):
    """Fill in a question with a blank."""
    question.kind = "blank"
    body = "\n".join(lines).split("-->", 1)[1]
    text, _, explanation = body.partition("\n---\n")
    blanks = re.findall(FILL_BLANK_REGEX, text)
    if len(blanks) != 1:
        problem(0, f"{len(blanks)} blanks; a question has one [[answer]]")
    if any(not blank.strip() or "\n" in blank for blank in blanks):
        problem(0, "nobody can type this blank; write its answer on one line, as [[answer]]")
    for index, line in enumerate(lines):
        if LIKE_OPTION.match(line):
            problem(index, "a question has options or one [[blank]], not both; take one of them out")
    if not explanation.strip():
        problem(0, "a question with a blank needs a reason; write a line --- and the explanation under it")
    question.text, question.explanation = text.strip(), explanation.strip()
    question.options = [Option(blank.strip(), True, "", 0) for blank in blanks]
