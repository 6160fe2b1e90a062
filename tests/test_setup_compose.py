"""compose.yaml and Dockerfile describe the deployment on real servers."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from config.settings import FILE_UPLOAD_MAX_MEMORY_SIZE

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def services() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "compose.yaml").read_text())[
        "services"
    ]
    return found


def test_the_deployment_has_every_part(services: dict[str, dict[str, Any]]) -> None:
    ours = {"prepare", "proxy", "web", "worker", "maintenance", "beat"}
    assert set(services) == {"postgres", "redis", *ours}
    assert services["postgres"]["image"] == "pgvector/pgvector:pg18"


def test_only_the_proxy_is_reachable_from_outside(services: dict[str, dict[str, Any]]) -> None:
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]


def test_the_stores_are_reached_by_ours_alone_and_with_a_password(
    services: dict[str, dict[str, Any]],
) -> None:
    for name in ("postgres", "redis"):
        assert services[name]["networks"] == ["data"]
    assert "networks" not in services["proxy"]
    assert "--requirepass" in services["redis"]["command"]


def test_the_proxy_takes_a_photo_into_memory_and_serves_files_itself() -> None:
    settings = (ROOT / "deploy" / "nginx.conf").read_text()
    sizes = re.findall(r"client_(max_body|body_buffer)_size (\d+)m;", settings)
    assert len({size for _name, size in sizes}) == 1
    assert int(sizes[0][1]) * 1024**2 >= FILE_UPLOAD_MAX_MEMORY_SIZE
    for place in ("/state/static/", "/state/media/renditions"):
        assert place in settings


def test_the_proxy_logs_neither_addresses_nor_what_is_searched_for() -> None:
    """The access log has both, and so has every line on an error of a request."""
    settings = (ROOT / "deploy" / "nginx.conf").read_text()
    assert re.findall(r"^\s*(?:access|error)_log\s.*$", settings, re.M) == [
        "    access_log off;",
        "    error_log stderr emerg;",
    ]


def megabytes(size: str) -> int:
    found = re.search(r"(\d+)([MG])B", size, re.I)
    assert found
    return int(found[1]) * (1024 if found[2] in "Gg" else 1)


def test_an_index_build_gets_the_shared_memory_that_it_may_take(
    services: dict[str, dict[str, Any]],
) -> None:
    """Half of effective_cache_size, as `search.indexing.hnsw` takes it."""
    postgres = services["postgres"]
    cache = next(each for each in postgres["command"] if "effective_cache_size" in each)
    assert megabytes(postgres["shm_size"]) > megabytes(cache) // 2


def test_what_the_image_does_not_run_is_left_out_of_it() -> None:
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert {"tests", "benchmarks", "docs", "sample_shop/make"} <= set(ignored)


def test_ours_use_the_real_servers_and_nothing_embedded(
    services: dict[str, dict[str, Any]],
) -> None:
    for name in ("prepare", "web", "worker", "maintenance", "beat"):
        environment = services[name]["environment"]
        assert "@postgres:5432/" in environment["DATABASE_URL"]
        assert "@redis:6379/" in environment["REDIS_URL"]


def test_whatever_is_waited_for_exists(services: dict[str, dict[str, Any]]) -> None:
    waited = {other for service in services.values() for other in service.get("depends_on", {})}
    assert waited == {"postgres", "redis", "prepare", "web"}


def test_the_image_does_not_run_as_root() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    assert [line for line in lines if line.startswith("USER")] == ["USER vitrine"]
