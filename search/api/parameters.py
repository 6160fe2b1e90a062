"""From a request, however it was sent, to the parameters that `SearchForm` reads."""

from __future__ import annotations

import json
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice
from typing import Any
from urllib.parse import parse_qs, urlencode

from django.forms import BaseForm, CharField, Form
from django.http import QueryDict
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.exceptions import ParseError
from rest_framework.request import Request

from search.api.problems import invalid
from search.forms.search import SearchForm

# What other APIs call it.
ELSEWHERE = {
    **dict.fromkeys(("query", "search", "term", "keyword", "keywords", "words"), "q"),
    **dict.fromkeys(("per_page", "hits_per_page", "rows"), "page_size"),
    **dict.fromkeys(("order", "order_by", "sort_by"), "sort"),
    **dict.fromkeys(("offset", "start", "after"), "cursor"),
    **dict.fromkeys(("available", "availability", "stock"), "in_stock"),
}
NO_TEXT = gettext_lazy("This has to be a text, a number, or a list of them.")
UNKNOWN_TOLD = 20  # names of a request that are none
LONGEST_ADDRESS = 3_500  # below the 4,094 bytes that gunicorn allows unless told otherwise


def asked_of(
    request: Request, form: type[Form] = SearchForm, also: Iterable[str] = ()
) -> MultiValueDict:
    """The parameters of the address, overridden by those of the body.

    Values are texts; those of `parts` may be lists already. Names that neither the form nor `also`
    has are a problem: a misspelt filter would find what it was to leave out.
    """
    asked = MultiValueDict(dict(request.query_params.lists()))
    if request.method == "POST":
        body = request.data
        if isinstance(body, QueryDict) and not body:
            raise ParseError(_("The upload did not arrive completely. Please send it again."))
        for name, values in body.lists() if isinstance(body, QueryDict) else from_json(body, form):
            asked.setlist(name, values)
    files = request.FILES if request.method == "POST" else ()
    if sent := [name for name in files if name in form.base_fields and name != "photo"]:
        raise invalid({name: [str(NO_TEXT)] for name in sent})
    check_names((name for name in asked if name not in files), [*form.base_fields, *also])
    asked.setlist("cursor", [bare_cursor(cursor) for cursor in asked.getlist("cursor")])
    return asked


def from_json(body: dict[str, Any], form: type[Form]) -> Iterable[tuple[str, list[Any]]]:
    """JSON values spelt as in an address: true is 1, a list is several values, null is left out.

    Where words are asked for, true and false are none.
    """
    for name, value in body.items():
        if name == "parts":
            yield name, [value]
            continue
        values = value if isinstance(value, list) else [value]
        worded = isinstance(form.base_fields.get(name), CharField)
        if any(
            not isinstance(one, str | int | float | None) or (worded and isinstance(one, bool))
            for one in values
        ):
            raise invalid({name: [str(NO_TEXT)]})
        yield name, [spelt(one) for one in values if one is not None]


def spelt(value: str | int | float) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)


def bare_cursor(cursor: str) -> str:
    """`next` is a whole address; whoever sends all of it as the cursor means the cursor in it."""
    _address, question_mark, query = cursor.partition("?")
    return parse_qs(query).get("cursor", [""])[0] if question_mark else cursor


def next_address(request: Request, asked: MultiValueDict, cursor: str) -> str | None:
    """Where the next page is to be had with GET, whatever way this one was asked for.

    A search too long for an address gets the bare cursor, to be sent with the same body again.
    """
    if not cursor:
        return None
    page = {name: values for name, values in asked.lists() if name not in ("cursor", "page", "box")}
    page["parts"] = [
        parts if isinstance(parts, str) else json.dumps(parts)
        for parts in page.get("parts", [])
        if parts
    ]
    query = urlencode(page | {"cursor": [cursor]}, doseq=True)
    address = request.build_absolute_uri(f"{reverse('api-search')}?{query}")
    return address if len(address) <= LONGEST_ADDRESS else cursor


def check_names(given: Iterable[str], known: Iterable[str]) -> None:
    """Raise one problem that tells of parameters that are none, and which may be meant.

    Of the first ones: to look for what a hundred thousand names may mean takes seconds.
    """
    names = list(known)
    wrong = islice((name for name in given if name not in names), UNKNOWN_TOLD)
    errors = {name: [unknown(name, names)] for name in wrong}
    if errors:
        raise invalid(errors)


def unknown(name: str, names: list[str]) -> str:
    if not names:
        return _("There is no parameter “%(name)s”; this address takes none.") % {"name": name[:40]}
    also = ELSEWHERE.get(name.lower())
    nearest = [also] if also in names else get_close_matches(name.lower(), names, 1, 0.5)
    if nearest:
        return _("There is no parameter “%(name)s”. Did you mean “%(nearest)s”?") % {
            "name": name[:40],
            "nearest": nearest[0],
        }
    return _("There is no parameter “%(name)s”. The parameters are %(all)s.") % {
        "name": name[:40],
        "all": ", ".join(names),
    }


def checked(*forms: BaseForm) -> None:
    """Raise one problem that tells all that is wrong with what was asked."""
    errors = {
        name: [str(sentence) for sentence in sentences]
        for form in forms
        for name, sentences in form.errors.items()
    }
    if errors:
        raise invalid(errors)
