"""Descriptions as shops have them, in HTML: shown sanitised, indexed and encoded as text."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import nh3


def names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = names(
    "address article aside blockquote br caption dd div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody td tfoot th "
    "thead title tr ul"
)
INLINE = names(
    "a abbr b bdi bdo big cite code del dfn em font i img ins kbd label mark q s samp small span "
    "strike strong sub sup time tt u var wbr"
)
UNREAD = names("script style iframe object embed noscript template svg math head")
ELEMENTS_SHOWN = names(
    "p br hr ul ol li dl dt dd strong b em i u s sub sup small mark abbr cite q blockquote code "
    "pre h2 h3 h4 h5 h6 table caption thead tbody tfoot tr th td a span div"
)
# Only elements that HTML has: "<3", "a < b" and "<M>" are no tags.
ELEMENTS = "|".join(sorted(BLOCKS | INLINE | UNREAD | {"html", "body"}))
TAG = re.compile(rf"</?(?:{ELEMENTS})(?:\s[^<>]*)?/?>|<!--", re.IGNORECASE)


def is_markup(text: str) -> bool:
    return TAG.search(text) is not None


def decoded(text: str) -> str:
    """The text with its entities read; some systems write them twice ("&amp;eacute;")."""
    for _time in range(2):
        text = unescape(text) if "&" in text else text
    return text


def plain(text: str) -> str:
    """What a reader sees of `text`, be it HTML or not: blocks become lines, entities signs."""
    if not is_markup(text) and not is_markup(decoded(text)):
        return decoded(text)
    parser = Reader()
    parser.feed(text if is_markup(text) else decoded(text))
    parser.close()
    lines = (" ".join(line.split()) for line in decoded("".join(parser.parts)).splitlines())
    return "\n".join(line for line in lines if line)


def line(text: str) -> str:
    """`plain`, on one line: what may stand in a title, a name, a value."""
    return " ".join(plain(text).split()) if "<" in text or "&" in text else text


def sanitised(html: str) -> str:
    """The HTML with nothing in it that runs, loads, or leaves its place on the page."""
    return nh3.clean(
        html,
        tags=set(ELEMENTS_SHOWN),
        clean_content_tags=set(UNREAD & {"script", "style"}),
        attributes={"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener",
    )


class Reader(HTMLParser):
    """Collects the text of HTML, however broken, with a line break where a block begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unread = 0  # elements open whose content nobody reads

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.unread += tag in UNREAD
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.unread -= tag in UNREAD and self.unread > 0
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.parts.append(" ".join(re.split(r"\s+", data)))
