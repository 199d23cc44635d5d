"""What the verbs, the MkDocs hooks and the tests share about the course."""

import contextlib
import os
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
# Which program builds: mkdocs, or the lifeboat, properdocs, which then answers every `import mkdocs` too.
BUILDER = os.environ.get("COURSE_BUILDER") or "mkdocs"
if BUILDER == "properdocs":
    with contextlib.suppress(ImportError):  # a build says what to do about it
        import properdocs.replacement  # noqa: F401
