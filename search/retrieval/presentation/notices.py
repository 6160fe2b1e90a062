"""What the page says about its shelves. Every sentence is made of the shelves themselves."""

from __future__ import annotations

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from search.query import Notice
from search.ranking.cutoff import FAINT
from search.retrieval.conditions.condition import Condition
from search.retrieval.presentation.missing import quoted
from search.retrieval.shelves.lacking import without
from search.retrieval.shelves.snapshot import Snapshot
from search.retrieval.state import Search
from search.understanding.words.tokens import as_typed, words_of


def notices(search: Search, snapshot: Snapshot) -> list[Notice]:
    """What there is none of, what could not be judged, what nobody knows, and a poor best match."""
    understood = search.understood
    found = list(understood.notices)
    found += [unsold(thing) for thing in understood.unsold]
    found += lacking(search, snapshot)
    found += [unjudged(what, search.query.text) for what in understood.unjudged]
    found += [
        by_words(what, search.query.text) for what in understood.excluded if len(snapshot.results)
    ]
    found += [unstated(amount) for amount in understood.unstated if not understood.unsold]
    found += unknown(search, snapshot)
    found += apart_in_titles(search)
    return found or faint(search, snapshot)


def unsold(thing: str) -> Notice:
    said = _("There is no “%(thing)s” in this shop.") % {"thing": thing}
    return Notice("not_sold", thing, said)


def unjudged(what: str, text: str) -> Notice:
    typed = " ".join(as_typed(word, text) for word in what.split())
    said = _("We cannot tell which products are without “%(what)s”.") % {"what": typed}
    return Notice("unjudged", what, said)


def by_words(what: str, text: str) -> Notice:
    """What texts alone decide is left out as far as they say it, and no further."""
    typed = " ".join(as_typed(word, text) for word in what.split())
    said = _(
        "Products that say they have “%(what)s” are left out. "
        "Where nothing is said, we cannot tell."
    )
    return Notice("by_words", what, said % {"what": typed})


def unstated(amount: str) -> Notice:
    said = _("No product states “%(amount)s”, so products were not chosen by it.")
    return Notice("unstated", amount, said % {"amount": amount})


def unknown(search: Search, snapshot: Snapshot) -> list[Notice]:
    unsold = {word for thing in search.understood.unsold for word in words_of(thing)}
    words = [word for word in search.understood.unknown if word not in unsold]
    if not words or search.understood.identifiers:
        return []
    said = ngettext(
        "No product has the word %(words)s.", "No product has the words %(words)s.", len(words)
    )
    return [Notice("unknown", " ".join(words), said % {"words": quoted(words, search.query.text)})]


def apart_in_titles(search: Search) -> list[Notice]:
    """Where no product called so has the other word, whatever else comes near."""
    if not search.understood.apart:
        return []
    word, thing = (as_typed(each, search.query.text) for each in search.understood.apart)
    said = _("Nothing called “%(thing)s” has the word “%(word)s”.")
    return [Notice("apart", f"{word} {thing}", said % {"thing": thing, "word": word})]


def lacking(search: Search, snapshot: Snapshot) -> list[Notice]:
    """Where nothing meets everything: which conditions fail, of all products of the kind."""
    shown = len(snapshot.results) or snapshot.met or search.understood.intents
    if shown or search.understood.unknown:
        return []
    if not len(snapshot.partial):
        return [apart(search)] if ruled_out(search) and search.conditions else []
    kinds = [at for at, each in enumerate(search.conditions) if "category" in each.kinds]
    others = [at for at in range(len(search.conditions)) if at not in kinds]
    of_kind = snapshot.lacks[~np.any([without(snapshot.lacks, at) for at in kinds], axis=0)]
    never = [at for at in others if without(of_kind if kinds else snapshot.lacks, at).all()]
    if not never:
        return [apart(search)]
    kind = search.conditions[kinds[0]] if kinds else None
    return [missing(search.conditions[at], kind) for at in never]


def ruled_out(search: Search) -> list[str]:
    """What must not be, and the very words that have to stand there, as chips and quotations."""
    nots = [each.label for each in search.understood.entities if each.kind == "not"]
    return nots + [_("“%(words)s”") % {"words": each} for each in search.understood.phrases]


def place(kind: Condition) -> str:
    """A category by its name; what titles alone call a kind of thing, as the shopper's word."""
    is_category = any(each.values for each in kind.entities)
    return kind.label if is_category else _("“%(words)s”") % {"words": kind.label}


def missing(condition: Condition, kind: Condition | None) -> Notice:
    """No product of the kind meets the condition."""
    about = {"what": condition.label, "kind": place(kind) if kind else ""}
    if condition.kinds == {"gender"} and kind:
        said = _("In %(kind)s, nothing is said to be for “%(what)s”.") % about
        return Notice("gender", condition.entities[0].words, said)
    if condition.of_words and kind:
        said = _("In %(kind)s nothing says “%(what)s”.") % about
        return Notice("modifier", condition.entities[0].words, said)
    stated = bool(condition.kinds & {"attribute", "price_min", "price_max"})
    if kind and stated:
        said = _("In %(kind)s nothing meets “%(what)s”.")
    elif kind:
        said = _("In %(kind)s there is nothing that is %(what)s.")
    else:
        said = _("Nothing that comes near is %(what)s.")
    return Notice(condition.entities[0].kind, condition.entities[0].words, said % about)


def apart(search: Search) -> Notice:
    """Each condition is met by some product, all of them, and what must not be, by none."""
    labels = [each.label for each in search.conditions] + ruled_out(search)
    said = _("No product is all of this at once: %(what)s.") % {"what": ", ".join(labels)}
    words = [each.entities[0].words for each in search.conditions]
    return Notice("together", " ".join(words), said)


def faint(search: Search, snapshot: Snapshot) -> list[Notice]:
    """Say so where even the best is a poor match, as for the photo of a wall."""
    if search.conditions and len(snapshot.results):
        return []  # what meets all that was understood is no poor match
    if not len(snapshot.results) or snapshot.best >= FAINT or search.understood.intents:
        return []
    words = search.query.text
    if any(part.photo_id for part in search.query.parts) and not words:
        said = _(
            "Nothing looks much like your photo. Crop it to the one thing you want, or add words."
        )
    else:
        said = _("Nothing fits this well. What comes nearest is shown.")
    return [Notice("faint", words, said)]
