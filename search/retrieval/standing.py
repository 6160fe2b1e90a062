"""Where a product stands in a search, and if not in the results, why: one truthful reason.

Asked by staff, of one product at a time. The search is made as for a shopper, and the product is
looked up in it; one that no retriever brought is scored among the candidates by the same code.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from django.db.models import BooleanField, ExpressionWrapper
from django.utils.translation import gettext as _

from catalog.filters import Filters
from catalog.models import Product
from search import sql
from search.explanation import Explanation, Standing
from search.models import EncoderVersion, ImageEmbedding, TextEmbedding
from search.query import Query
from search.retrieval.conditions.one_variant import on_one_variant
from search.retrieval.embeddings.query_encoder import serving
from search.retrieval.explaining import Explaining, of_listed
from search.retrieval.limits import COUNTED_EXACTLY, SNAPSHOT
from search.retrieval.listings.asked_order import in_asked_order
from search.retrieval.listings.listing import Listing
from search.retrieval.search import rules_of
from search.retrieval.shelves.applying import of_targets
from search.retrieval.shelves.freezing import frozen
from search.retrieval.shelves.snapshot import Snapshot
from search.retrieval.state import Search
from search.understanding.identifiers import sku_key
from search.understanding.understand import understand

SHELVES = ("results", "partial", "less_similar")
NAMED = """
    (SELECT v.product_id FROM catalog_variant v WHERE catalog_sku_key(v.sku) = %(key)s LIMIT 1)
    UNION ALL
    (SELECT v.product_id FROM catalog_variant v
      WHERE v.gtin <> '' AND catalog_sku_key(v.gtin) = %(key)s LIMIT 1)
    UNION ALL
    (SELECT v.product_id FROM catalog_variant v
      WHERE v.mpn <> '' AND catalog_sku_key(v.mpn) = %(key)s LIMIT 1)
    UNION ALL
    (SELECT p.id FROM catalog_product p WHERE p."group" = %(typed)s LIMIT 1)
    UNION ALL
    (SELECT p.id FROM catalog_product p
      WHERE catalog_sku_key(p.title) = %(key)s ORDER BY p.active DESC, p.id LIMIT 1)
    UNION ALL
    (SELECT t.product_id FROM catalog_translation t
      WHERE catalog_sku_key(t.title) = %(key)s LIMIT 1)
"""


def product_called(text: str) -> Product | None:
    """The product of that SKU, barcode, maker's number, group or title, active or not."""
    key = sku_key(text)
    rows = sql.rows(NAMED, {"key": key, "typed": text.strip()}) if key else []
    return Product.objects.filter(pk=rows[0][0]).first() if rows else None


def standing(query: Query, product: Product) -> Standing:
    """Raises what a search raises."""
    searcher = serving()
    acting = rules_of(searcher)
    search = Search(*in_asked_order(query, understand(query)), searcher, rules=acting)
    if not product.active:
        return Standing(reason="inactive", sentence=_("It is not active: nobody is shown it."))
    if hiding := hidden_by(search, product):
        said = _("The rule “%(name)s” hides it.") % {"name": hiding}
        return Standing(reason="hidden", sentence=said, explanation=Explanation(rules=(hiding,)))
    if names := failing(search.filters, product):
        said = ", ".join(named(name, search.filters) for name in names)
        return Standing(reason="filtered", sentence=_("It is filtered out: %(by)s.") % {"by": said})
    return among_results(search, product) if search.asks else in_listing(search, product)


def hidden_by(search: Search, product: Product) -> str:
    """The name of the rule that hides a product here; "" where none does."""
    hiding = [rule for rule in search.acts.rules if rule.act == "hide"]
    ids = np.array([product.pk], np.int64)
    names = search.acts.names_for(product.pk, of_targets(hiding, ids), ("hide",))
    return next(iter(names), "")


def failing(filters: Filters, product: Product) -> list[str]:
    """The filters that the product does not pass, by name; all of them where only together."""
    defaults = Filters()
    alone = {
        name: replace(defaults, currency=filters.currency, **{name: getattr(filters, name)})
        for name in filters.active
        if name not in ("currency", "hidden", "barred")
    }
    tests = {name: one.on_products() for name, one in alone.items() if one.on_products()}
    tests["together"] = filters.on_products()
    asked = {
        f"passes_{name}": ExpressionWrapper(test, BooleanField())
        for name, test in tests.items()
        if test
    }
    [passed] = Product.objects.filter(pk=product.pk).annotate(**asked).values(*asked) or [{}]
    failed = [name for name in alone if passed.get(f"passes_{name}") is False]
    return failed or ([*alone] if passed.get("passes_together") is False else [])


def named(name: str, filters: Filters) -> str:
    """A filter as staff call it: "brand Northlight"."""
    names = {
        "category": _("Category"),
        "brand": _("Brand"),
        "color": _("Colour"),
        "size": _("Size"),
        "material": _("Material"),
        "gender": _("Gender"),
        "attribute": _("Attribute"),
        "price_min": _("Price from"),
        "price_max": _("Price to"),
        "in_stock": _("In stock"),
        "on_sale": _("On sale"),
        "excluded": _("Without"),
        "without": _("Without"),
        "phrases": _("The exact words"),
    }
    value = getattr(filters, name)
    shown = ", ".join(value) if isinstance(value, tuple) else "" if value is True else value
    return f"{names[name]} {shown}".strip()


def in_listing(search: Search, product: Product) -> Standing:
    """A listing shows every product that meets all; the place is counted up to a point."""
    listing = Listing(search.filters, tuple(search.conditions), search.query.sort)
    own = Product.objects.filter(pk=product.pk)
    for each in search.conditions:
        if not own.filter(each.met).exists():
            return lacking(Standing(), [each.label])
    if not own.filter(on_one_variant(search.conditions, search.filters)).exists():
        return parted(Standing())
    place = 0
    if search.query.sort not in ("price", "-price") and not search.pins:
        before = listing.passing.filter(pk__gt=product.pk)[:COUNTED_EXACTLY].count()
        place = before + 1 if before < COUNTED_EXACTLY else 0
    return found(Standing("results", place, explanation=of_listed(search, product.pk)))


def among_results(search: Search, product: Product) -> Standing:
    snapshot, explaining = frozen(search), Explaining(search)
    brought = product.pk in explaining.rows
    if not brought:
        explaining = Explaining(replace(search, also=(product.pk,), degraded=[]))
    stands = at(snapshot, product.pk, explaining.of(product.pk))
    if stands.shelf == "results":
        return found(stands)
    return missed(search, product, stands, brought)


def at(snapshot: Snapshot, product_id: int, explanation: Explanation) -> Standing:
    """The shelf and the place on it."""
    for shelf in SHELVES:
        places = (getattr(snapshot, shelf).ids == product_id).nonzero()[0]
        if places.size:
            return Standing(shelf, int(places[0]) + 1, explanation=explanation)
    return Standing(explanation=explanation)


def missed(search: Search, product: Product, stands: Standing, brought: bool) -> Standing:
    """Why it is not among the results, in the order in which the search decides."""
    why = stands.explanation
    if any(part.itself == product.pk for part in search.parts):
        return replace(
            stands, reason="itself", sentence=_("It is the product that the search is about.")
        )
    if any(each.alone and each.by != "title" for each in search.understood.identifiers):
        said = _("The query is the number of another product.")
        return replace(stands, reason="another_named", sentence=said)
    if lacked := [chip.label for chip in why.chips if not chip.met]:
        return lacking(stands, lacked)
    if not why.one_variant:
        return parted(stands)
    relevant = why.score is not None and why.cutoff is not None and why.score >= why.cutoff
    if not relevant and (state := not_indexed(product, search.searcher.version)):
        return replace(stands, reason="not_indexed", sentence=state)
    if not brought:
        said = _("No way of searching brought it: others are nearer. It would score %(score)s.")
        sentence = said % {"score": why.score}
        return replace(stands, reason="not_a_candidate", sentence=sentence)
    if relevant:
        said = _("It is relevant, and comes after the first %(most)d, which are all that is kept.")
        return replace(stands, reason="beyond", sentence=said % {"most": SNAPSHOT})
    said = _("It is too unlike the query: its score is %(score)s, the least is %(cutoff)s.")
    sentence = said % {"score": why.score, "cutoff": why.cutoff}
    return replace(stands, reason="cutoff", sentence=sentence)


def found(stands: Standing) -> Standing:
    said = _("It is found, at place %(place)d.") if stands.place else _("It is found.")
    return replace(stands, sentence=said % {"place": stands.place} if stands.place else said)


def lacking(stands: Standing, labels: list[str]) -> Standing:
    said = _("Neither its columns nor its words nor its photos say that it is: %(what)s.")
    return replace(stands, reason="lacks", sentence=said % {"what": ", ".join(labels)})


def parted(stands: Standing) -> Standing:
    said = _("No single variant of it meets all that was asked for at once.")
    return replace(stands, reason="variant", sentence=said)


def not_indexed(product: Product, version: EncoderVersion | None) -> str:
    """Why its text or a photo of it has no vector yet; "" where all have."""
    if version is None:
        return _("Nothing is indexed yet: no encoder serves.")
    texts = TextEmbedding.objects.filter(product=product, encoder=version)
    photos = ImageEmbedding.objects.filter(product=product, encoder=version)
    seen = [*texts.defer("vector").filter(vector=None)]
    seen += photos.defer("vector").filter(vector=None)
    if reasons := list(dict.fromkeys(row.reason for row in seen if row.reason)):
        return _("It could not be indexed: %(reason)s") % {"reason": " ".join(reasons)}
    if seen or not texts.exists():
        return _("It is not indexed yet.")
    return ""
