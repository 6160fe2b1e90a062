"""Two clicks on Save at once make one row, and the second is answered by its form."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.test import Client

from catalog.models import Brand, Category
from config.double_submit import DoubleSubmitMiddleware
from search.models import JudgementSet

pytestmark = pytest.mark.django_db
FORMS: list[tuple[Any, str, dict[str, str]]] = [
    (Brand, "catalog/brand", {"name": "Talvi"}),
    (Category, "catalog/category", {"name": "Lamps", "position": "0"}),
    (JudgementSet, "vitrine_search/judgementset", {"name": "Winter"}),
]


@pytest.mark.parametrize(("model", "path", "fields"), FORMS)
def test_the_second_click_is_told_by_the_form(
    admin_client: Client,
    monkeypatch: pytest.MonkeyPatch,
    model: Any,
    path: str,
    fields: dict[str, str],
) -> None:
    """The first look for doubles finds none, as when another click saves just then."""
    looks = [model.validate_unique, model.validate_constraints]
    blind = {"left": 1}

    def first_blind(check: Any) -> Any:
        def looked(self: Any, *args: Any, **options: Any) -> None:
            try:
                check(self, *args, **options)
            except ValidationError:
                if not blind["left"]:
                    raise
                blind["left"] -= 1

        return looked

    monkeypatch.setattr(model, "validate_unique", first_blind(looks[0]))
    monkeypatch.setattr(model, "validate_constraints", first_blind(looks[1]))
    assert admin_client.post(f"/admin/{path}/add/", fields).status_code == 302

    again = admin_client.post(f"/admin/{path}/add/", fields)

    assert again.status_code == 200
    assert "errorlist" in again.content.decode()
    assert model.objects.filter(name=fields["name"]).count() == 1


def test_a_parent_that_is_deleted_meanwhile_is_told_by_the_form(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = Category.objects.create(name="Lamps")
    looked_again = DoubleSubmitMiddleware.process_exception

    def gone(self: Category, *args: Any, **options: Any) -> None:
        Category.objects.get(pk=-1)  # as the look for the parent under the lock

    def after_the_other(self: Any, request: Any, error: Exception) -> Any:
        Category.objects.filter(pk=parent.pk).delete()
        return looked_again(self, request, error)

    monkeypatch.setattr(Category, "save", gone)
    monkeypatch.setattr(DoubleSubmitMiddleware, "process_exception", after_the_other)
    fields = {"name": "Torches", "parent": parent.pk, "names": "{}"}
    reply = admin_client.post("/admin/catalog/category/add/", fields)

    assert reply.status_code == 200
    assert "errorlist" in reply.content.decode()


def test_what_is_refused_twice_fails(admin_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def refused(self: Brand, *args: Any, **options: Any) -> None:
        calls.append(self.name)
        raise IntegrityError("no")

    monkeypatch.setattr(Brand, "save", refused)
    with pytest.raises(IntegrityError):
        admin_client.post("/admin/catalog/brand/add/", {"name": "Talvi"})
    assert calls == ["Talvi", "Talvi"]


@pytest.mark.parametrize(
    ("path", "fields", "again", "said"),
    [
        (
            "attribute",
            {"kind": "choice", "position": "1"},
            ("Heel height", "heel  Height"),
            "name already",
        ),
        ("category", {"position": "1"}, ("Lamps", "Lamps"), "name already"),
        ("attribute", {"kind": "choice", "position": "1"}, ("Heel", "\u200b"), "errorlist"),
    ],
)
def test_a_name_that_is_there_is_a_sentence(
    admin_client: Client, path: str, fields: dict[str, str], again: tuple[str, str], said: str
) -> None:
    first, second = (
        admin_client.post(
            f"/admin/catalog/{path}/add/", {"name": name, "names": "{}", "position": "1", **fields}
        )
        for name in again
    )

    assert (first.status_code, second.status_code) == (302, 200)
    assert said in second.content.decode()
