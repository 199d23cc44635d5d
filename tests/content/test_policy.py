"""What a page may do is said in it, as strictly as can be, and nothing of what is published breaks it or tells where it
was built."""

import re
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html

from course import ROOT

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "worker-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "course",
}
# What some pages may besides, each for its reason.
EXCEPTIONS = {
    r"\w+/trainer/[\w-]+/deck\.html": {
        "frame-src": "'self'",  # the speaker view frames the slides
        "trusted-types": "default",  # reveal.js writes its buttons as HTML (see lib/markup.js)
    },
    r"(?:index|404)\.html": {"trusted-types": "'none'"},  # these pages load nothing later
}


@pytest.fixture(scope="module")
def whole_site(built):
    """Every built page with those of the root, as `(tree, text)` by its path."""
    parser = lxml_html.HTMLParser(encoding="utf-8")
    paths = sorted(built.rglob("*.html"))
    assert len(paths) > 150, "this test reads fewer pages than there are"
    return {
        path.relative_to(built).as_posix(): (lxml_html.parse(str(path), parser).getroot(), path.read_text("utf-8"))
        for path in paths
    }


def directives(content):
    pairs = [each.strip().partition(" ")[::2] for each in content.split(";")]
    assert len(pairs) == len({name for name, _ in pairs}), f"a directive stands twice in {content}"
    return dict(pairs)


def test_every_page_has_one_policy_before_anything_that_it_is_about(whole_site):
    for path, (root, text) in whole_site.items():
        head = [element for element in root.find("head") if isinstance(element.tag, str)]
        assert head[0].get("charset") == "utf-8", path
        assert head[1].get("http-equiv") == "Content-Security-Policy", (
            f"{path}: the policy is not the first of its head"
        )
        assert text.count("Content-Security-Policy") == 1, path
        more = {
            name: value
            for pattern, some in EXCEPTIONS.items()
            if re.fullmatch(pattern, path)
            for name, value in some.items()
        }
        assert directives(head[1].get("content")) == POLICY | more, path
        assert [each.get("content") for each in head if each.get("name") == "referrer"] == ["no-referrer"], path


def test_no_page_holds_a_script_or_a_style_of_its_own(whole_site):
    for path, (root, _) in whole_site.items():
        for element in root.iter(etree.Element):
            forbidden = [name for name in element.attrib if name.startswith("on") or name in {"style", "srcdoc"}]
            assert not forbidden, f"{path}: <{element.tag}> carries {forbidden}"
            assert element.tag not in {"style", "base", "object", "embed", "iframe"}, f"{path} holds <{element.tag}>"
            for name, value in element.attrib.items():
                assert not re.match(r"\s*(?:javascript|vbscript|data):", value, re.IGNORECASE), (
                    f"{path}: {name}={value}"
                )
            if element.tag == "script" and not element.get("src"):
                assert element.get("type") in {"application/json", "application/ld+json"}, (
                    f"{path} holds a script: {(element.text or '')[:80]}"
                )


# A folder of whoever built it, on any system. `/home.html` and an address of the web are none.
LOCAL = re.compile(
    r"(?<![\w.:/-])/(?:home|Users|root|tmp|private|workspace|mnt|opt|var)/\w|\b[A-Z]:\\{1,2}\w{2,}|file:///?\w"
)


def test_nothing_that_is_published_names_a_folder_of_the_machine_that_built_it(built):
    own = {str(path) for path in (ROOT, Path.home(), built)} - {"/", "/root"}
    read = 0
    for path in sorted(path for path in built.rglob("*") if path.is_file()):
        text = path.read_bytes().decode("utf-8", errors="replace")
        read += 1
        for each in own:
            assert each not in text, f"{path.relative_to(built)} names {each}"
        found = LOCAL.search(text)
        assert not found, f"{path.relative_to(built)}: {text[max(0, found.start() - 40) : found.end() + 40]!r}"
    assert read > 200


@pytest.mark.parametrize("planted", ['"/home/ana/site/x.js"', "(/Users/ana/x)", "C:\\\\Users\\\\ana", "file:///tmp/x"])
def test_a_folder_of_a_machine_is_seen(planted):
    assert LOCAL.search(f"see {planted} there")


def test_no_workflow_uses_a_secret_and_each_action_is_pinned():
    workflows = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
    assert len(workflows) >= 2
    for path in workflows:
        text = path.read_text(encoding="utf-8")
        used = re.findall(r"\bsecrets\s*[.\[]\s*['\"]?(\w+)", text)
        assert not used, f"{path.name} uses the secrets {used}; github.token does"
        assert not re.search(r"\bsecrets:\s*inherit\b|toJSON\(\s*secrets", text, re.IGNORECASE), path.name
        assert re.search(r"^permissions: \{\}$", text, re.MULTILINE), f"{path.name} does not begin without permissions"
        assert "pull_request_target" not in text and "workflow_run" not in text, path.name
        for action in re.findall(r"uses:\s*(\S+)", text):
            assert action.startswith("./") or re.search(r"@[0-9a-f]{40}$", action), (
                f"{path.name}: {action} is not pinned"
            )


# What a key or a token looks like, in any file of the repository.
SECRET = re.compile(
    r"\b(?:ghp|gho|ghs|ghr|github_pat|glpat|xox[baprs]|sk-[a-z]+|npm|pypi)[_-][A-Za-z0-9_-]{20,}\b|\bAKIA[0-9A-Z]{16}\b"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----"
)


def test_no_file_of_the_repository_holds_a_key_or_a_token():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    names = [name for name in listed.split("\0") if name]
    assert len(names) > 300
    for name in names:
        path = ROOT / name
        if path.is_file():
            assert not SECRET.search(path.read_bytes().decode("utf-8", errors="replace")), f"{name} holds a key"
    assert SECRET.search("ghp_" + "a1B2" * 9) and SECRET.search("-----BEGIN RSA " + "PRIVATE KEY-----")
