"""Rules in admin: prefilled, checked kindly, previewed, published, undone, and all of it logged."""

from __future__ import annotations

import re
from datetime import UTC
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from catalog.models import Product
from search.models import Rule
from search.query import Part, Query
from search.retrieval import search
from tests import cast
from tests.shop_rules import rule

pytestmark = pytest.mark.django_db

ADD = reverse("admin:vitrine_search_rule_add")


def keeper_of(*codenames: str) -> Client:
    user = User.objects.create_user("keeper", password="x", is_staff=True)
    user.user_permissions.add(*Permission.objects.filter(codename__in=codenames))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def keeper(db: None) -> Client:
    return keeper_of("view_product", "view_rule", "add_rule", "change_rule")


def filled(**fields: Any) -> dict[str, Any]:
    blank = {
        **dict.fromkeys(("words", "category", "filter", "examples", "products", "targets"), ""),
        **dict.fromkeys(("text", "address", "synonyms", "also", "note"), ""),
        **{f"{name}_{n}": "" for name in ("starts", "ends") for n in (0, 1)},
        **{"name": "Mugs first", "act": "pin", "when": "query", "place": 1, "strength": 2},
        "priority": 0,
    }
    return blank | fields


def first(text: str) -> str:
    return str(search(Query(parts=(Part(text=text),))).hits[0].product.title)


def test_a_rule_is_prefilled_from_a_query_and_a_product(shop: cast.Shop, keeper: Client) -> None:
    page = keeper.get(ADD, {"query": "red mug", "act": "hide", "product": "MUG-BLUE"})
    form = page.context["adminform"].form
    assert form.initial["words"] == "red mug"
    assert form.initial["act"] == "hide"
    assert "MUG-BLUE" in page.content.decode()


def test_saved_it_is_a_draft_published_it_acts(shop: cast.Shop, keeper: Client) -> None:
    asked = filled(words="red sneakers", products="mug-blue\nOak chair")
    keeper.post(ADD, asked)
    made = Rule.objects.get()
    assert made.products == [shop.mug.pk, shop.chair.pk]
    assert made.live is None
    assert first("red sneakers") == "Canvas sneaker"
    change = reverse("admin:vitrine_search_rule_change", args=[made.pk])
    keeper.post(change, asked | {"_publish": "1"})
    assert first("red sneakers") == "Stoneware mug"
    assert LogEntry.objects.filter(change_message="Published.").count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"products": "NO-SUCH"}, "There is no product with this number or title: NO-SUCH"),
        ({"products": ""}, "This is needed for what you have chosen."),
        ({"words": "", "products": "MUG-BLUE"}, "This is needed for what you have chosen."),
        ({"act": "redirect", "address": "javascript:alert(1)"}, "Write an address as"),
        ({"act": "redirect", "address": "//elsewhere.example"}, "Write an address as"),
        ({"act": "hide", "targets": "red"}, "“red” is no filter."),
        ({"act": "hide", "targets": "category:nowhere"}, "There is no category “nowhere”."),
        ({"act": "synonym", "synonyms": "sofa"}, "Give at least two words"),
        ({"when": "photo", "products": "MUG-BLUE"}, "This is needed for what you have chosen."),
        (
            {"starts_0": "2026-02-02", "starts_1": "10:00", "ends_0": "2026-02-01"}
            | {"ends_1": "10:00"},
            "It has to end after it begins.",
        ),
    ],
)
def test_what_is_wrong_is_said_kindly(
    shop: cast.Shop, keeper: Client, wrong: dict[str, str], said: str
) -> None:
    page = keeper.post(ADD, filled(**{"words": "mug", **wrong}))
    assert page.status_code == 200
    assert said in page.content.decode()
    assert not Rule.objects.exists()


def test_the_preview_shows_before_and_after_to_staff_alone(
    shop: cast.Shop, keeper: Client, client: Client
) -> None:
    posted = keeper.post(ADD, filled(words="mugs", products="CHAIR-OAK", _preview="1"))
    assert posted.url.startswith("/search/?q=mugs&preview=")
    page = keeper.get(posted.url)
    (_before, old, _n), (_after, new, _m) = page.context["preview"]["sides"]
    assert [side.hit.product.title for side in old] == ["Stoneware mug"]
    assert [(side.hit.product.title, side.change) for side in new] == [
        ("Oak chair", "new"),
        ("Stoneware mug", "down"),
    ]
    assert "preview" not in client.get(posted.url).context
    assert first("mugs") == "Stoneware mug"  # shoppers' lists are apart


def test_only_what_the_preview_shows_is_published(shop: cast.Shop, keeper: Client) -> None:
    address = keeper.post(ADD, filled(words="mugs", products="CHAIR-OAK", _preview="1")).url
    page = keeper.get(address).content.decode()
    [shown] = re.findall(r'name="shown" value="(\w+)"', page)
    [made] = Rule.objects.all()
    publish = reverse("admin:vitrine_search_rule_publish", args=[made.pk])
    Rule.objects.update(place=2)  # by a colleague, meanwhile
    refused = keeper.post(publish, {"shown": shown, "next": "/"}, follow=True)
    assert "Please look again" in refused.content.decode()
    assert refused.redirect_chain[-1][0] == address
    made.refresh_from_db()
    assert made.live is None
    keeper.post(publish, {"shown": made.fingerprint})
    made.refresh_from_db()
    assert made.live
    assert made.live["place"] == 2


def test_a_synonym_is_previewed_too(shop: cast.Shop, keeper: Client) -> None:
    asked = filled(act="synonym", synonyms="zorgs", also="mugs", _preview="1")
    posted = keeper.post(ADD, asked)
    page = keeper.get(posted.url)
    (_before, old, _n), (_after, new, _m) = page.context["preview"]["sides"]
    assert "Stoneware mug" not in [side.hit.product.title for side in old]
    assert "Stoneware mug" in [side.hit.product.title for side in new]


def test_a_kind_of_photo_is_previewed_with_one_of_its_photos(
    shop: cast.Shop, keeper: Client
) -> None:
    asked = filled(act="pin", when="photo", examples="CHAIR-OAK\nMUG-BLUE", products="MUG-BLUE")
    posted = keeper.post(ADD, asked | {"_preview": "1"})
    assert posted.url.startswith("/search/?photo=")
    page = keeper.get(posted.url)
    (_after, new, _n) = page.context["preview"]["sides"][1]
    assert [side.hit.product for side in new][:1] == [shop.mug]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"act": "boost", "targets": "category:shoes"}, "q=shoes"),
        ({"act": "bury", "products": "MUG-BLUE"}, "q=Stoneware+mug"),
        ({"act": "boost", "words": "mugs", "when": "query", "targets": "brand:Palm"}, "q=mugs"),
        ({"act": "hide", "targets": "brand:Palm"}, ""),
    ],
)
def test_what_is_moved_is_previewed_among_results(
    shop: cast.Shop, keeper: Client, fields: dict[str, str], words: str
) -> None:
    posted = keeper.post(ADD, filled(**{"when": "always", "_preview": "1"} | fields))
    assert posted.url.removeprefix("/search/?").rpartition("preview=")[0].rstrip("&") == words


def test_an_earlier_state_is_restored_from_the_history(shop: cast.Shop, keeper: Client) -> None:
    made = rule("pin", shop.chair, query="mugs")
    made.products = [shop.sneaker.pk]
    made.publish()
    history = reverse("admin:vitrine_search_rule_history", args=[made.pk])
    page = keeper.get(history).content.decode()
    [address] = re.findall(r'action="([^"]+/restore/\d+/)"', page)
    assert keeper.get(address).status_code == 405
    keeper.post(address)
    assert first("mugs") == "Oak chair"
    assert LogEntry.objects.filter(change_message__startswith="Restored").exists()


def test_whoever_may_only_look_cannot_publish(shop: cast.Shop) -> None:
    looker = keeper_of("view_rule", "view_product")
    made = Rule.objects.create(name="x", act="hide", when="always", products=[shop.mug.pk])
    address = reverse("admin:vitrine_search_rule_publish", args=[made.pk])
    assert looker.post(address).status_code == 403
    page = looker.get("/search/", {"q": "mug", "preview": made.pk}).content.decode()
    assert "preview-heading" in page
    assert address not in page


@pytest.mark.parametrize("preview", ["0", "-1", "abc", "٣", "9" * 40, "99999"])
def test_a_preview_of_nothing_is_the_ordinary_page(
    shop: cast.Shop, keeper: Client, preview: str
) -> None:
    page = keeper.get("/search/", {"q": "mug", "preview": preview})
    assert page.status_code == 200
    assert "preview" not in page.context


def test_a_redirect_leads_shoppers_away_and_tells_clients(
    shop: cast.Shop, client: Client, keeper: Client
) -> None:
    rule("redirect", query="mugs", address="/c/kitchen/")
    assert client.get("/search/", {"q": "mugs"}).url == "/c/kitchen/"
    assert client.get("/api/v1/search/", {"q": "mugs"}).json()["redirect"] == "/c/kitchen/"
    rule("redirect", when="always", address="/search/?q=oak", priority=9)
    assert client.get("/search/?q=oak").status_code == 200  # never to itself


def test_a_banner_is_on_the_page_and_in_the_api(shop: cast.Shop, client: Client) -> None:
    rule("banner", query="mugs", text="<b>Made</b> to order")
    page = client.get("/search/", {"q": "mugs"}).content.decode()
    assert "&lt;b&gt;Made&lt;/b&gt; to order" in page
    assert client.get("/api/v1/search/", {"q": "mugs"}).json()["banners"] == [
        "<b>Made</b> to order"
    ]
    assert "banners" not in client.get("/api/v1/search/", {"q": "oak"}).json()


def test_staff_see_which_rules_acted(shop: cast.Shop, keeper: Client, client: Client) -> None:
    rule("hide", shop.chair, query="mugs", name="No chairs")
    assert "No chairs" in keeper.get("/search/", {"q": "mugs"}).content.decode()
    assert "No chairs" not in client.get("/search/", {"q": "mugs"}).content.decode()
    told = client.get("/api/v1/search/", {"q": "mugs", "explain": 1}).json()
    assert told["rules"] == ["No chairs"]


def test_a_product_without_variants_stays_in_a_rule_that_is_saved_again(
    shop: cast.Shop, keeper: Client
) -> None:
    poster = Product.objects.create(title="Poster", group="POSTER-1")
    made = rule("pin", poster, shop.mug, query="poster")
    change = reverse("admin:vitrine_search_rule_change", args=[made.pk])
    shown = keeper.get(change).context["adminform"].form["products"].value()
    keeper.post(change, filled(words="poster", products=shown))
    made.refresh_from_db()
    assert made.products == [poster.pk, shop.mug.pk]


def test_of_two_who_have_opened_a_rule_the_second_does_not_undo_the_first(
    shop: cast.Shop, keeper: Client
) -> None:
    words = rule(act="synonym", when="always", synonyms="sofa, couch")
    page = reverse("admin:vitrine_search_rule_change", args=[words.pk])
    fields = {"act": "synonym", "when": "always", "synonyms": "sofa, couch"}
    shown = re.findall('name="shown" value="([^"]+)"', keeper.get(page).content.decode())
    first, second = (filled(**fields, shown=shown) for _who in range(2))

    saved = keeper.post(page, first | {"synonyms": "sofa, couch, settee"})
    refused = keeper.post(page, second | {"note": "by two"})

    assert saved.status_code == 302
    assert "Somebody else has saved this meanwhile." in refused.content.decode()
    words.refresh_from_db()
    assert (words.synonyms, words.note) == ("sofa, couch, settee", "")


@pytest.mark.parametrize("act", ["publish", "withdraw"])
def test_what_is_saved_while_a_rule_is_published_stays(shop: cast.Shop, act: str) -> None:
    read = rule(act="banner", words="shoes", text="Sale", note="For spring")
    Rule.objects.filter(pk=read.pk).update(text="Sale until Sunday", note="For summer")
    getattr(read, act)()

    now = Rule.objects.get(pk=read.pk)
    assert (now.text, now.note, now.is_draft) == ("Sale until Sunday", "For summer", True)
    assert (now.live or {}).get("text") == ("Sale" if act == "publish" else None)


def test_a_note_that_is_written_while_a_rule_is_restored_stays(shop: cast.Shop) -> None:
    read = rule(act="banner", words="shoes", text="Sale")
    read.publish()
    state = read.states.first()
    Rule.objects.filter(pk=read.pk).update(text="Something else", note="For summer")
    read.restore(state)

    now = Rule.objects.get(pk=read.pk)
    assert (now.text, now.note, now.is_draft) == ("Sale", "For summer", False)


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        ("2026-07-01", "00:00", "2026-06-30T22:00"),
        ("2026-12-01", "00:00", "2026-11-30T23:00"),
        ("2026-03-29", "02:30", None),  # there is no such time: summer time begins
        ("2026-10-25", "02:30", None),  # there are two of it
    ],
)
def test_dates_are_of_the_time_zone_of_the_shop(
    keeper: Client, shop: cast.Shop, settings: Any, day: str, hour: str, utc: str | None
) -> None:
    settings.TIME_ZONE = "Europe/Berlin"
    said = {"act": "synonym", "synonyms": "zorg, mug", "starts_0": day, "starts_1": hour}
    reply = keeper.post(ADD, filled(**said))

    if utc is None:
        assert "Europe/Berlin" in reply.content.decode()
        assert not Rule.objects.exists()
    else:
        made = Rule.objects.get()
        assert made.starts
        assert made.starts.astimezone(UTC).isoformat().startswith(utc)
        shown = keeper.get(reverse("admin:vitrine_search_rule_change", args=[made.pk]))
        assert f'value="{day}"' in shown.content.decode()
