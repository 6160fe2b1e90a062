"""What the page says about its shelves. Every sentence is made of the shelves themselves."""

from __future__ import annotations

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from search.query import Notice
from search.retrieval.conditions import Condition, Evidence
from search.retrieval.cutoff import FAINT
from search.retrieval.snapshot import Snapshot
from search.retrieval.state import Search


def notices(search: Search, snapshot: Snapshot) -> list[Notice]:
    """What there is none of, what could not be judged, what nobody knows, and a poor best match."""
    understood = search.understood
    found = list(understood.notices)
    found += [unsold(thing) for thing in understood.unsold]
    found += lacking(search, snapshot)
    found += [unjudged(what) for what in understood.unjudged]
    found += unknown(search, snapshot)
    return found or faint(search, snapshot)


def unsold(thing: str) -> Notice:
    said = _("There is no “%(thing)s” in this shop.") % {"thing": thing}
    return Notice("not_sold", thing, said)


def unjudged(what: str) -> Notice:
    said = _("We cannot tell which products are without “%(what)s”.") % {"what": what}
    return Notice("unjudged", what, said)


def unknown(search: Search, snapshot: Snapshot) -> list[Notice]:
    unsold = set(search.understood.unsold)
    words = [word for word in search.understood.unknown if word not in unsold]
    if not words or search.understood.identifiers:
        return []
    quoted = ", ".join(f"“{word}”" for word in words)
    said = ngettext(
        "No product has the word %(words)s.", "No product has the words %(words)s.", len(words)
    )
    return [Notice("unknown", " ".join(words), said % {"words": quoted})]


def lacking(search: Search, snapshot: Snapshot) -> list[Notice]:
    """Where nothing meets everything: which condition fails, as the partial shelf bears it out."""
    if len(snapshot.results) or not len(snapshot.partial):
        return []
    evidence = snapshot.partial.evidence
    met = np.any(evidence > Evidence.NONE, axis=0).tolist()
    never = [each for each, one in zip(search.conditions, met, strict=True) if not one]
    if not never:
        return [apart(search.conditions)]
    return [missing(each) for each in never]


def missing(condition: Condition) -> Notice:
    """No product among all that was looked at meets the condition."""
    kind = condition.entities[0].kind
    said = _("Nothing here is %(what)s.") % {"what": condition.label}
    return Notice(kind, condition.entities[0].words, said)


def apart(conditions: list[Condition]) -> Notice:
    """Each condition is met by some product, all of them by none."""
    labels = ", ".join(each.label for each in conditions)
    said = _("No product is all of this at once: %(what)s.") % {"what": labels}
    return Notice("together", " ".join(each.entities[0].words for each in conditions), said)


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
