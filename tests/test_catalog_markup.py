"""HTML is read as a reader sees it, and shown with nothing in it that runs or loads."""

from __future__ import annotations

import pytest

from catalog.markup import is_markup, line, plain, sanitised


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>A <b>warm</b> boot.</p><ul><li>Oak &amp; wool</li></ul>", "A warm boot.\nOak & wool"),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("<td>a</td><td>b</td>", "a\nb"),
        ("Heat&nbsp;Tec&reg; &eacute;t&#233; &#x26;", "Heat\xa0Tec® été &"),
        ("&lt;p&gt;twice&lt;/p&gt; &amp;amp; once", "twice\n& once"),
        ("<style>p{}</style><script>x</script>seen<!-- not -->", "seen"),
        ("<p>broken <b>bold", "broken bold"),
        ("a < b, <3, 2<4>1 and <M>", "a < b, <3, 2<4>1 and <M>"),
        ("plain\n\ntext", "plain\n\ntext"),
    ],
)  # fmt: skip
def test_text_is_what_a_reader_sees(html: str, text: str) -> None:
    assert plain(html) == text


def test_a_title_stays_on_its_line() -> None:
    assert line("rake &amp;<br>broom") == "rake & broom"


def test_only_elements_of_html_are_markup() -> None:
    assert is_markup("x <EM class='a'>y")
    assert not is_markup("size <M> & <3")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<p onclick='alert(1)' style='position:fixed'>x</p>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='data:text/html,x'>x</a>",
        "<iframe src='https://evil.example'></iframe>",
        "<svg><script>alert(1)</script></svg>",
        "<form action='https://evil.example'><input name=a></form>",
        "<link rel=stylesheet href='https://evil.example/x.css'>",
        "<style>@import 'https://evil.example'</style>",
    ],
)
def test_nothing_runs_or_loads(hostile: str) -> None:
    shown = sanitised(hostile)

    for sign in ("alert(1)</script", "onerror", "onclick", "style", "javascript:", "data:", "evil"):
        assert sign not in shown


def test_a_link_passes_no_trust_on() -> None:
    assert sanitised("<a href='https://a.example' target=_blank>x</a>") == (
        '<a href="https://a.example" rel="nofollow noopener">x</a>'
    )
