"""What search engines and social networks read of the site: what they may read, the sitemap."""

from urllib.robotparser import RobotFileParser

from tests.copies import ADDRESS


def test_crawlers_may_read_every_page_and_are_told_of_the_sitemap(built):
    parser = RobotFileParser()
    parser.parse((built / "robots.txt").read_text(encoding="utf-8").splitlines())
    pages = [path.relative_to(built).as_posix() for path in built.rglob("*.html")]
    assert len(pages) > 150
    assert [page for page in pages if not parser.can_fetch("AnyBot", ADDRESS + page)] == []
    assert parser.site_maps() == [f"{ADDRESS}sitemap.xml"]
