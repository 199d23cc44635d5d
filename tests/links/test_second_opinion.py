"""The third layer: lychee, which shares no line with our rules, reads the same site from disk, without a network."""

import json
import shutil
import subprocess
from urllib.parse import urlsplit

import pytest

from course import lychee
from tests.copies import ADDRESS


@pytest.fixture
def mounted(built, tmp_path):
    """A copy of the built site, at the path from the root where it will be served."""
    shutil.copytree(built, tmp_path / "tous-clients")
    return tmp_path


def opinion(root, address=ADDRESS):
    """Return lychee's exit code and report on the pages under `root`, where the site stands at its address's path."""
    command = [lychee.find(), "--offline", "--no-progress", "--format", "json", "--root-dir", root]
    command += ["--index-files", "index.html", "--include-fragments=full"]
    command += ["--remap", f"{address} file://{root}{urlsplit(address).path}", f"{root}/**/*.html"]
    done = subprocess.run(command, text=True, capture_output=True, cwd=root)
    return done.returncode, json.loads(done.stdout)


def test_lychee_finds_nothing_either(mounted):
    code, said = opinion(mounted)
    assert code == 0 and said["errors"] == 0, json.dumps(said["error_map"], indent=2)
    assert said["successful"] >= 380, f"lychee followed only {said['successful']} links"
    assert said["excludes"] >= 10, "external links are not even seen, or are asked for"


@pytest.mark.parametrize(
    ("page", "html"),
    [
        ("fr/about.html", '<a href="gone.html">a</a>'),
        ("en/start/index.html", '<a href="../about.html#zeta">a</a>'),
        ("fr/suppliers/saying-thanks.html", '<img src="zeta.png" alt="">'),
        ("404.html", '<a href="/tous-clients/fr/gone.html">a</a>'),
        ("index.html", f'<a href="{ADDRESS}fr/gone.html">a</a>'),
    ],
)
def test_lychee_would_have_said_so(mounted, page, html):
    path = mounted / "tous-clients" / page
    path.write_text(path.read_text(encoding="utf-8").replace("</main>", f"{html}</main>"), encoding="utf-8")
    code, said = opinion(mounted)
    assert code != 0 and said["errors"] == 1, "lychee did not see a dead link"
    (failed,) = said["error_map"]
    assert failed.endswith(page)
