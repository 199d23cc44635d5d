"""How often a test looks: in each language or in one, from the web and from a folder on disk."""

import pytest

languages = pytest.mark.parametrize("language", ["fr", "en"])
# For what no language does otherwise: half of such tests speak French, half English.
in_french = pytest.mark.parametrize("language", ["fr"])
in_english = pytest.mark.parametrize("language", ["en"])
everywhere = pytest.mark.parametrize("disk", [False, True], ids=["web", "disk"])
# Each language in one place: for what no language does otherwise on the web than from disk.
crosswise = pytest.mark.parametrize(("language", "disk"), [("fr", False), ("en", True)], ids=["fr-web", "en-disk"])
