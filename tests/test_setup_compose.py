"""compose.yaml and Dockerfile describe the deployment on real servers."""

from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def services() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "compose.yaml").read_text())[
        "services"
    ]
    return found


def test_the_deployment_has_every_part(services: dict[str, dict[str, Any]]) -> None:
    ours = {"prepare", "web", "worker", "maintenance", "beat"}
    assert set(services) == {"postgres", "redis", *ours}
    assert services["postgres"]["image"] == "pgvector/pgvector:pg18"


def test_only_the_web_server_is_reachable_from_outside(services: dict[str, dict[str, Any]]) -> None:
    assert [name for name, service in services.items() if "ports" in service] == ["web"]


def test_ours_use_the_real_servers_and_nothing_embedded(
    services: dict[str, dict[str, Any]],
) -> None:
    for name in ("prepare", "web", "worker", "maintenance", "beat"):
        environment = services[name]["environment"]
        assert "@postgres:5432/" in environment["DATABASE_URL"]
        assert environment["REDIS_URL"].startswith("redis://redis:6379")


def test_whatever_is_waited_for_exists(services: dict[str, dict[str, Any]]) -> None:
    waited = {other for service in services.values() for other in service.get("depends_on", {})}
    assert waited == {"postgres", "redis", "prepare"}


def test_the_image_does_not_run_as_root() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    assert [line for line in lines if line.startswith("USER")] == ["USER vitrine"]
