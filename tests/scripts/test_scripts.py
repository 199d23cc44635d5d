"""The scripts' logic, run by Node without a page."""

import subprocess
from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent


@pytest.mark.parametrize("file", sorted(TESTS.glob("*/*.test.mjs")), ids=lambda path: path.name)
def test_logic(file):
    result = subprocess.run(["node", "--test-reporter=tap", file], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    passed = int(result.stdout.split("# pass ")[1].split()[0])
    assert passed >= 5, f"only {passed} tests ran in {file.name}"
