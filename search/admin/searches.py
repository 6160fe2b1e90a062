"""The log of searches: what is searched and what comes of it, each one click from a remedy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalog.admin.products import thumbnail
from catalog.exporting.tables import write_csv
from catalog.models import Product
from search.admin.plots import Plot, plot
from search.admin.read_only import ReadOnly
from search.admin.remedies import links, remedies
from search.log.clusters import Cluster, clusters
from search.log.reports import COLUMNS, PERIODS, SEARCHES_READ, WORD_REPORTS, photo_searches
from search.log.series import series
from search.models import LoggedSearch

SHOWN, EXPORTED = 100, 10_000  # lines of words
LATEST = 100  # searches
CLUSTERED = 2_000  # photo searches
CLUSTERS, PICTURES = 30, 6
DAYS = 90  # of the plots

BY_WORDS = {report.name: report for report in WORD_REPORTS}
OTHERS = {"time": _("Over time"), "photos": _("Photos"), "latest": _("Latest")}
TITLES = {name: report.title for name, report in BY_WORDS.items()} | OTHERS


@admin.register(LoggedSearch)
class LoggedSearchAdmin(ReadOnly, admin.ModelAdmin):
    """Reports on the log, and each search by itself; nothing here can be changed."""

    fields: tuple[str, ...] = (
        *("at", "kind", "words", "chips", "filters", "corrected", "before", "language", "page"),
        *("total", "milliseconds", "degraded", "by_api", "clicks", "products"),
    )
    readonly_fields = fields

    class Media:
        css = {"all": ["vitrine/css/admin_reports.css"]}

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The report that `?report=` names, of the last `?days=`, as a page or as CSV."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        name = request.GET.get("report", "")
        name = name if name in TITLES else WORD_REPORTS[0].name
        days = chosen_days(request)
        if request.GET.get("format") == "csv" and name in BY_WORDS:
            return as_csv(name, days)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Searches"),
            "report": name,
            "reports": TITLES,
            "days": days,
            "periods": PERIODS,
            "looked_at": SEARCHES_READ,
            **content(request, name, days),
        }
        return TemplateResponse(request, f"admin/search/searches/{template_of(name)}.html", context)

    @admin.display(description=_("products shown"))
    def products(self, search: LoggedSearch) -> SafeString | str:
        """In the order of the page; those that were opened say so."""
        opened = set(search.clicked.values_list("product_id", flat=True))
        found = Product.objects.defer("words").prefetch_related("images").in_bulk(search.shown)
        rows = [
            (product_link(found[pk]), _("opened") if pk in opened else "")
            for pk in search.shown
            if pk in found
        ]
        return format_html_join("", '<div class="shown">{} <b>{}</b></div>', rows) or "–"


def template_of(name: str) -> str:
    return "words" if name in BY_WORDS else name


def chosen_days(request: HttpRequest) -> int:
    asked = request.GET.get("days", "")
    return int(asked) if asked in map(str, PERIODS) else PERIODS[1]


def content(request: HttpRequest, name: str, days: int) -> dict[str, Any]:
    """What the template of a report shows."""
    match name:
        case "time":
            words = request.GET.get("words", "")
            return {"words": words, "plots": plots(words)}
        case "photos":
            return {"clusters": photo_clusters()}
        case "latest":
            return {"searches": LoggedSearch.objects.defer("shown", "filters")[:LATEST]}
    offered = remedies(request)
    lines = BY_WORDS[name].lines(days, SHOWN)
    shown = [(line, links(offered, line.words, line.then)) for line in lines]
    return {"lines": shown, "about": BY_WORDS[name]}


def as_csv(name: str, days: int) -> HttpResponse:
    disposition = f'attachment; filename="searches-{name}-{days}-days.csv"'
    reply = HttpResponse(
        content_type="text/csv; charset=utf-8", headers={"Content-Disposition": disposition}
    )
    lines = BY_WORDS[name].lines(days, EXPORTED)
    rows = ({key: str(value) for key, value in asdict(line).items()} for line in lines)
    write_csv(reply, list(COLUMNS), rows)
    return reply


def plots(words: str) -> list[Plot]:
    """Of all searches, or of those of `words`."""
    points = series(DAYS, words)
    days = [point.day.isoformat() for point in points]

    def of(title: Any, values: Iterable[float], unit: str = "") -> Plot:
        return plot(title, list(zip(days, values, strict=True)), unit)

    return [
        of(_("Searches a day"), [float(point.searches) for point in points]),
        of(_("Without result"), [100 * point.share_without_result for point in points], " %"),
        of(_("Without click"), [100 * point.share_without_click for point in points], " %"),
        of(_("Milliseconds on average"), [point.milliseconds for point in points], " ms"),
    ]


def photo_clusters() -> list[tuple[Cluster, list[SafeString], str]]:
    """The largest clusters of the latest photo searches, each with the products it found most and
    the address of what is found like the first of them."""
    found = clusters(photo_searches(CLUSTERED))[:CLUSTERS]
    wanted = {pk for each in found for pk in each.products(PICTURES)}
    products = Product.objects.defer("words").prefetch_related("images", "variants").in_bulk(wanted)
    shown = [
        (each, [products[pk] for pk in each.products(PICTURES) if pk in products]) for each in found
    ]
    return [(each, list(map(product_link, some)), like(some)) for each, some in shown]


def like(products: Sequence[Product]) -> str:
    """The results, with their reasons, for the first product that has a variant to be named by."""
    skus = [variant.sku for product in products for variant in product.all_variants]
    return f"{reverse('search')}?{urlencode({'like': skus[0], 'explain': 1})}" if skus else ""


def product_link(product: Product) -> SafeString:
    address = reverse("admin:catalog_product_change", args=[product.pk])
    picture = thumbnail(next(iter(product.photos), None), 56)
    return format_html('<a href="{}">{} <span>{}</span></a>', address, picture, product.title)
