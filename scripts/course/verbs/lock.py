"""./scripts/lock: resolve pyproject.toml and package.json anew into lock files with hashes and no addresses."""

import subprocess

from course import ROOT, verbs

COMPILE = ["uv", "pip", "compile", "--quiet", "--universal", "--python-version=3.11", "--fork-strategy=requires-python",
           "--generate-hashes", "--no-annotate", "--no-header", "--upgrade", "pyproject.toml"]  # fmt: skip


def main():
    verbs.parser(__doc__).parse_args()
    for command in (
        [*COMPILE, "--output-file=requirements.lock"],
        [*COMPILE, "--extra=dev", "--constraint=requirements.lock", "--output-file=requirements-dev.lock"],
        ["npm", "update", "--ignore-scripts", "--omit-lockfile-registry-resolved", "--no-audit", "--no-fund"],
    ):
        subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
