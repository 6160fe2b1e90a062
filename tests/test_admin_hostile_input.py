"""Whatever is sent to admin's forms, lists and addresses is refused with a sentence: no 500."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, RequestFactory
from django.urls import reverse

from catalog.models import Attribute, Brand
from search.models import ApiKey, Finding, JudgementSet, Rule, SettingsVersion

pytestmark = pytest.mark.django_db
HOSTILE = ["a\x00b", "abc", "9" * 30, "9" * 5_000]
# Of which no JSON can be made that Python or Postgres takes.
NO_JSON = ["[" * 10_000, '{"de": "\\ud800"}']
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)


@pytest.fixture
def staff(admin_client: Client) -> Client:
    admin_client.raise_request_exception = False
    return admin_client


def page(name: str, model: Any, *args: Any) -> str:
    options = model._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{name}", args=args)


def values_of(forms: list[Any]) -> dict[str, Any]:
    """What a browser would send of forms that nobody has filled in."""
    values = {bound.html_name: bound.value() for form in forms for bound in form}
    return {name: "" if value is None else value for name, value in values.items()}


@each_model
@pytest.mark.parametrize("value", HOSTILE + NO_JSON)
def test_no_value_in_the_fields_of_a_form_is_a_500(staff: Client, model: Any, value: str) -> None:
    address = page("add", model)
    shown = staff.get(address)
    if shown.status_code != 200:
        pytest.skip("nobody adds one by hand")
    fields = values_of([shown.context["adminform"].form])
    tables = [each.formset.management_form for each in shown.context["inline_admin_formsets"]]
    rows = values_of(tables)
    assert staff.post(address, dict.fromkeys(fields, value) | rows).status_code < 500
    assert staff.post(address, fields | dict.fromkeys(rows, value)).status_code < 500


TABLES = [model for model in MODELS if admin.site._registry[model].inlines]


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.label)
@pytest.mark.parametrize("initial", ["0", "2000"])
def test_no_row_is_made_that_was_not_sent(staff: Client, model: Any, initial: str) -> None:
    shown = staff.get(page("add", model))
    if shown.status_code != 200:
        pytest.skip("nobody adds one by hand")
    tables = [each.formset for each in shown.context["inline_admin_formsets"]]
    rows = values_of([each.management_form for each in tables])
    for each in tables:
        total, begun = f"{each.prefix}-TOTAL_FORMS", f"{each.prefix}-INITIAL_FORMS"
        answer = staff.post(page("add", model), rows | {total: "2000", begun: initial})
        assert answer.status_code == 400, each.prefix


def test_rows_of_a_list_that_were_not_sent_are_not_made(staff: Client) -> None:
    answer = staff.post(
        page("changelist", Attribute),
        {"form-TOTAL_FORMS": "99999", "form-INITIAL_FORMS": "0", "form-0-id": "1", "_save": "Save"},
    )
    assert answer.status_code == 400


@each_model
def test_no_value_of_a_filter_is_a_500(staff: Client, admin_user: User, model: Any) -> None:
    request = RequestFactory().get("/")
    request.user = admin_user
    names = {"q", "o", "p", "all", "e", "_popup", "_to_field", "unheard_of", "pk__range"}
    for each in admin.site._registry[model].get_list_filter(request):
        of_field = each if isinstance(each, str) else isinstance(each, tuple) and each[0]
        if of_field:
            lookups = ("exact", "id__exact", "isnull", "gte")
            names |= {of_field, *(f"{of_field}__{lookup}" for lookup in lookups)}
        else:
            names.add(each.parameter_name)
    for name in names:
        for value in ["", *HOSTILE]:
            answer = staff.get(page("changelist", model), {name: value})
            assert answer.status_code < 500, (name, value)


@each_model
@pytest.mark.parametrize("value", HOSTILE)
def test_each_id_in_an_address_and_an_action(
    staff: Client, admin_user: User, model: Any, value: str
) -> None:
    for name in ("change", "delete", "history"):
        assert staff.get(page(name, model, quote(value, safe=""))).status_code < 500, name
    request = RequestFactory().get("/")
    request.user = admin_user
    for action in admin.site._registry[model].get_actions(request):
        chosen = {"action": action, "_selected_action": value, "post": "yes"}
        assert staff.post(page("changelist", model), chosen).status_code < 500, action


@each_model
def test_no_value_sent_to_autocomplete_is_a_500(staff: Client, model: Any) -> None:
    asked = {"app_label": model._meta.app_label, "model_name": model._meta.model_name}
    for name in (each.name for each in model._meta.get_fields() if each.concrete):
        for value in HOSTILE:
            for more in ({"term": value}, {"term": "a", "page": value}):
                address = reverse("admin:autocomplete")
                answer = staff.get(address, {**asked, "field_name": name, **more})
                assert answer.status_code < 500, (name, more)


def test_a_field_without_a_name_is_no_500(staff: Client) -> None:
    brand = Brand.objects.create(name="Palm")

    for name in ("change", "delete"):
        assert staff.get(page(name, Brand, brand.pk), {"_to_field": ""}).status_code < 500


@pytest.mark.parametrize("year", ["0", "-1", "9999999999", "9" * 40])
def test_a_year_that_no_date_has_is_no_500(staff: Client, year: str) -> None:
    assert staff.get(page("changelist", ApiKey), {"created__year": year}).status_code == 400


@pytest.mark.parametrize("number", ["²", "-1", "9" * 30, "9" * 5_000, ""])
def test_findings_and_copies_are_named_by_any_number(staff: Client, number: str) -> None:
    findings = page("changelist", Finding)
    assert staff.get(findings, {"p": number}).status_code == 200
    for answer in ("accept", "reject"):
        assert staff.post(findings, {answer: number}).status_code == 302
        assert staff.post(findings, {answer: "marked", "marked": number}).status_code == 302
    assert staff.get(page("add", SettingsVersion), {"copy": number}).status_code == 200


def test_a_copy_of_a_row_that_no_page_offers_is_no_500(staff: Client) -> None:
    kept = JudgementSet.objects.create(name="Autumn")
    answer = staff.post(page("change", JudgementSet, kept.pk), {"_saveasnew": "1"})
    assert (answer.status_code, JudgementSet.objects.count()) == (400, 1)


@pytest.mark.parametrize("name", ["starts", "ends"])
@pytest.mark.parametrize("value", [*HOSTILE, "2026-01-01", ""])
def test_a_moment_in_an_address_is_no_500(staff: Client, name: str, value: str) -> None:
    assert staff.get(page("add", Rule), {name: value}).status_code == 200


def test_a_form_that_is_saved_while_the_database_only_reads_says_so(staff: Client) -> None:
    page_of_brands = page("add", Brand)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL transaction_read_only = on")
        answer = staff.post(page_of_brands, {"name": "Palm"})
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")


def test_lists_within_lists_by_the_thousand_are_no_500(staff: Client) -> None:
    deep = "[" * 100_000
    assert staff.post(page("add", Attribute), {"name": "Heel", "names": deep}).status_code == 400
    kept = JudgementSet.objects.create(name="Autumn")
    file = SimpleUploadedFile("judgements.jsonl", deep.encode())
    address = page("change", JudgementSet, kept.pk)
    answer = staff.post(address, {"name": "Autumn", "file": file}, follow=True)
    assert "this is no JSON" in answer.content.decode()
