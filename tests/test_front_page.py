"""Admin's front page says whether all is well: each number a link, each problem with its remedy."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.fixtures import Settings

from catalog.models import ImportRun, Product, Source
from search import indexing, tasks, versions
from search.admin import front_page
from search.models import ImageEmbedding
from tests import cast
from tests.many_products import fill
from tests.search_log import fill_log

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]


@pytest.fixture(autouse=True)
def stub(settings: Settings) -> None:
    settings.ENCODER = "tests.stub_encoder:StubEncoder"
    settings.SEARCH_LOG = True


def shown(client: Client) -> dict[str, str]:
    """What the page says under each label."""
    page = client.get("/admin/").content.decode()
    found = re.findall(r'class="label">(.*?)</span>\s*<strong>(.*?)</strong>', page)
    return {label: re.sub(r"<.*?>⚠</.*?> |⚠ ", "! ", value) for label, value in found}


def test_products_are_counted(admin_client: Client) -> None:
    cast.red_sneaker(), cast.oak_chair()
    Product.objects.create(title="Rug", active=False)
    indexing.index_stale()
    found = shown(admin_client)
    assert (found["Products"], found["Active"], found["Without photo"]) == ("3", "2", "1")
    assert (found["Waiting to be indexed"], found["Failed"]) == ("0", "0")


def test_every_number_leads_to_what_it_counts(admin_client: Client) -> None:
    cast.red_sneaker()
    indexing.index_stale()
    page = admin_client.get("/admin/").content.decode()
    links = re.findall(r'<a href="([^"]+)"><span class="label"', page)
    assert len(links) >= 12
    for link in links:
        assert admin_client.get(link.replace("&amp;", "&")).status_code == 200, link


def test_disk_and_workers_lead_to_what_doctor_says(admin_client: Client) -> None:
    """They had led to what load balancers read, which is no page."""
    cast.red_sneaker()
    indexing.index_stale()
    page = admin_client.get("/admin/").content.decode()
    links = re.findall(r'<a href="([^"]+)"><span class="label">(.*?)</span>', page)
    [address] = {link for link, label in links if label in ("Disk", "Worker")}
    page = admin_client.get(address).content.decode()
    assert "<title>Servers and workers" in page
    assert "There is room on the disk." in page
    assert re.search(r'class="bad">\s*<strong>.*?No worker has been seen for a minute\.', page)
    assert "Start one: " in page


def test_only_who_may_see_encoders_sees_what_doctor_says(client: Client) -> None:
    client.force_login(User.objects.create_user("keeper", is_staff=True))
    address = "/admin/vitrine_search/encoderversion/installation/"
    assert client.get(address).status_code == 403


def test_products_without_a_photo_are_listed(admin_client: Client) -> None:
    cast.red_sneaker(), cast.oak_chair()
    page = admin_client.get("/admin/catalog/product/?photos=none")
    assert [product.title for product in page.context["cl"].result_list] == ["Oak chair"]


def test_what_failed_says_why_and_can_be_retried(admin_client: Client) -> None:
    photo = cast.blue_mug().images.first()
    Path(default_storage.path(photo.image.name)).write_bytes(b"not a picture")
    indexing.index_stale()
    page = admin_client.get("/admin/").content.decode()
    assert shown(admin_client)["Failed"] == "! 1"
    assert "1 × This is not a picture we can read." in page

    reply = admin_client.post("/admin/catalog/product/retry/", follow=True)

    assert "1 text or photo waits for the worker." in reply.content.decode()
    assert not ImageEmbedding.objects.quarantined().exists()
    assert LogEntry.objects.get().get_change_message() == "Retried what had failed."


def test_the_last_import_is_named(admin_client: Client) -> None:
    assert shown(admin_client)["Last import"] == "none yet"
    source = Source.objects.create(name="erp")
    ImportRun.objects.create(source=source, state="failed", finished=timezone.now())
    assert shown(admin_client)["Last import"] == "! failed"


def test_a_worker_that_is_silent_is_noticed(admin_client: Client) -> None:
    assert shown(admin_client)["Worker"] == "! not seen"
    cache.set(tasks.HEARTBEAT, timezone.now())
    assert shown(admin_client)["Worker"] == "at work"
    cache.set(tasks.HEARTBEAT, datetime(2026, 1, 1, tzinfo=UTC))
    assert shown(admin_client)["Worker"].startswith("! seen")


def test_the_searches_of_the_day_are_counted(admin_client: Client) -> None:
    fill_log(70, days=0)
    found = shown(admin_client)
    assert found["Searches today"] == "70"
    assert found["Without result"] == "14 %"
    assert found["Slowest hour"].endswith("ms")


def test_everybody_sees_only_what_they_may(client: Client) -> None:
    user = User.objects.create_user("keeper", is_staff=True)
    client.force_login(user)
    assert shown(client) == {}
    user.user_permissions.add(Permission.objects.get(codename="view_loggedsearch"))
    assert list(shown(client)) == ["Searches today", "Without result", "Slowest hour"]
    assert client.post("/admin/catalog/product/retry/").status_code == 403


def test_the_page_costs_the_same_in_a_large_shop(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = versions.register()
    costs = []
    for first, last in ((1, 11_000), (11_001, 22_000)):
        fill(version, first, last)
        fill_log(1_000, days=0)
        with CaptureQueriesContext(connection) as queries:
            assert admin_client.get("/admin/").status_code == 200
        costs.append(len(queries))
        connection.cursor().execute("DELETE FROM search_loggedsearch")
        read = [each["sql"] for each in queries if not each["sql"].startswith("EXPLAIN")]
        assert not [statement for statement in read if '"vector"' in statement]
    assert costs[0] == costs[1] <= 45


def test_a_count_that_takes_too_long_is_an_estimate(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.red_sneaker(), cast.oak_chair()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE catalog_product, catalog_productimage")
    slow = front_page.WITHOUT_PHOTO.replace("active AND", "active AND pg_sleep(1) IS NULL AND")
    monkeypatch.setattr(front_page, "WITHOUT_PHOTO", slow)
    assert shown(admin_client)["Without photo"] == "about 1"
