"""How often a test looks: in each language, from the web and from a folder on disk."""

import pytest

languages = pytest.mark.parametrize("language", ["fr", "en"])
everywhere = pytest.mark.parametrize("disk", [False, True], ids=["web", "disk"])
# Each language in one place: for what no language does otherwise on the web than from disk.
crosswise = pytest.mark.parametrize(("language", "disk"), [("fr", False), ("en", True)], ids=["fr-web", "en-disk"])
