""" "Something soft for the sofa": whoever says so does not look for a sofa.

What it is to be, words and vectors decide. That it is none of the things it is for is a condition,
which the shopper sees and can take back.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from catalog.templatetags.wording import worded
from search.query import Entity
from search.understanding.parse import Name, Parse

MARKING = frozenset({"for", "place"})
# "Something in shoes", "similar to a chair" and "from the sofas" are what they name.
NAMING = frozenset({"in", "to", "from"})
PASSED_OVER = frozenset({"article", "mine"})


def is_place_of_something(parse: Parse, name: Name) -> bool:
    """Whether it is a kind of thing, and no department, that "something" is looked for to go with.

    A department ("something for the kitchen") holds what is looked for.
    """
    if name.kind != "category" or any(is_department(parse, each.value) for each in name.meanings):
        return False
    before = name.start - 1
    while before > 0 and parse.plays(before) & PASSED_OVER and not parse.plays(before) & MARKING:
        before -= 1
    parts = parse.plays(before)
    return bool(parts & MARKING) and not parts & NAMING and is_after_something(parse, before)


def is_department(parse: Parse, url_path: str) -> bool:
    known = parse.vocabulary.stats.categories
    return any(each.url_path.startswith(f"{url_path}/") for each in known)


def is_after_something(parse: Parse, end: int) -> bool:
    """Whether a "something" before token `end` has not been told by a kind of thing since."""
    places = [i for i in range(end) if parse.part(i, "something")]
    kinds = (name for name in parse.names if name.kind == "category")
    return bool(places) and not any(places[-1] < name.start < end for name in kinds)


def rule_out(parse: Parse, name: Name) -> None:
    values = tuple(f"category:{each.value}" for each in name.meanings)
    label = _("not %(what)s") % {"what": worded(name.meanings[0].label)}
    words, span = parse.words(name.start, name.end), parse.span(name.start, name.end)
    entity = Entity("not", values[0], words, label, True, span, values)
    parse.mention(entity, name.start, name.end)
