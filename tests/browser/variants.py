"""How often a test looks: in each language, from the web and from a folder on disk."""

import pytest

languages = pytest.mark.parametrize("language", ["fr", "en"])
everywhere = pytest.mark.parametrize("disk", [False, True], ids=["web", "disk"])
# Both, for what a language does not change in one place alone.
crosswise = pytest.mark.parametrize(("language", "disk"), [("fr", False), ("en", True)], ids=["fr-web", "en-disk"])
