"""Queries of judgement sets in admin, one by one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin.paging import LongListAdmin
from catalog.changed_only import ChangedOnlyForm
from catalog.models import ProductImage
from search.admin import grading
from search.models import JudgedQuery, JudgementSet


class JudgedQueryForm(ChangedOnlyForm):
    sku = forms.CharField(
        label=gettext_lazy("Photo of the product with this SKU"),
        required=False,
        max_length=100,
        help_text=gettext_lazy("For a search with a photo; with words beside it, for both."),
    )

    class Meta:
        model = JudgedQuery
        fields = ("judgements", "text", "language", "kind")
        help_texts = {
            "language": gettext_lazy("Such as “de”; runs are summed up by language and by kind."),
            "kind": gettext_lazy("A word of your own, such as colour or brand."),
        }

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        sku = data.get("sku", "")
        photos = ProductImage.objects.filter(product__variants__sku=sku)
        photo = photos.order_by("position", "pk").first() if sku else None
        if sku and photo is None:
            self.add_error("sku", _("There is no product with this SKU that has a photo."))
        elif photo is not None:
            self.instance.photo, self.instance.photo_name = photo, sku
        elif not data.get("text") and not self.instance.photo_name:
            raise ValidationError(_("A query needs words, a photo, or both."))
        return data


class ValuesFilter(admin.AllValuesFieldListFilter):
    """One that calls no value "none", instead of leaving its link empty."""

    def choices(self, changelist: Any) -> Any:
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or _("none")}


@admin.register(JudgedQuery)
class JudgedQueryAdmin(LongListAdmin):
    """What is asked; how right which product is for it is said on the page of grading."""

    form = JudgedQueryForm
    list_display = ("asked", "kind", "language", "judgements", "grade_link")
    list_filter = ("judgements", ("kind", ValuesFilter), ("language", ValuesFilter))
    list_select_related = ("judgements",)
    search_fields = ("text", "photo_name")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).light()

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(grading.picture)
        name = "vitrine_search_judgedquery_picture"
        return [path("<int:pk>/picture.webp", view, name=name), *super().get_urls()]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """In the set that was added to last, where none is named."""
        last = JudgedQuery.objects.order_by("-pk").values_list("judgements", flat=True).first()
        known = last or JudgementSet.objects.values_list("pk", flat=True).first()
        return {"judgements": known, **super().get_changeform_initial_data(request)}

    def response_add(self, request: HttpRequest, obj: Any, *args: Any) -> HttpResponse:
        """On to its grading, which is what a query is added for."""
        if "_save" in request.POST and grading.may_grade(request):
            return HttpResponseRedirect(grading_page(obj))
        return super().response_add(request, obj, *args)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        same = JudgedQuery.objects.filter(judgements=obj.judgements, key=obj.named())
        if known := same.exclude(pk=obj.pk).first():  # asked already: that one is meant
            obj.pk, obj._state.adding = known.pk, False
        super().save_model(request, obj, form, change)

    @admin.display(description=gettext_lazy("query"), ordering="text")
    def asked(self, query: JudgedQuery) -> str:
        return str(query)

    @admin.display(description="")
    def grade_link(self, query: JudgedQuery) -> SafeString:
        return format_html('<a href="{}">{}</a>', grading_page(query), _("Grade"))


def grading_page(query: JudgedQuery) -> str:
    address = reverse("admin:vitrine_search_judgementset_grade", args=[query.judgements_id])
    return f"{address}?query={query.pk}"
