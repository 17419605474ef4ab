"""A library of ways to get a script into a page: none survives in what a handler answers."""

import re
from html.parser import HTMLParser

import pytest
from demo.testing import call
from qi_core.markdown import SCHEMES, TAGS, to_html
from tests.qi_social_space.payloads import PAYLOADS

pytestmark = pytest.mark.django_db

ATTRIBUTES = {"href", "title", "target", "rel", "start"}
# browsers leave out blanks and control characters in front of a scheme, and tabs and line ends inside it
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
BLANKS = re.compile(r"^[\x00-\x20]+|[\t\r\n]")


class Found(HTMLParser):
    """What a browser would make of it: every tag, attribute and address that is not on the list."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.wrong += [tag] if tag not in TAGS else []
        self.wrong += [f"{tag} {name}" for name, _ in attrs if name not in ATTRIBUTES]
        hrefs = [value or "" for name, value in attrs if name == "href"]
        schemes = [found[0].lower() for one in hrefs if (found := SCHEME.match(BLANKS.sub("", one)))]
        self.wrong += [one for one in schemes if one not in SCHEMES]


def test_there_are_at_least_a_hundred() -> None:
    assert len(set(PAYLOADS)) >= 100


@pytest.mark.parametrize("text", PAYLOADS)
def test_no_markup_survives_but_what_is_allowed(text: str) -> None:
    html = to_html(text)
    assert Found(html).wrong == []


def test_a_post_comes_back_without_them(block, amara, bilal, write):
    text = "\n\n".join(PAYLOADS[:40])[:3_900]
    post = write(amara, text)
    (thread,) = call(block, "feed", {"sort": "new", "topic": ""}, user=bilal).json["threads"]
    assert Found(post["html"]).wrong == Found(thread["post"]["html"]).wrong == []
