"""Django's cache in Redis: plain values under a seal, never pickles; one client a process.

Whoever can write into Redis must not thereby run code in ours, nor choose what we answer. A value
that is not ours (poisoned, of an older form, of another installation) is as good as absent.
"""

import hashlib
import hmac
from collections.abc import Iterable
from functools import cached_property
from typing import Any

import msgpack
from django.conf import settings
from django.core.cache.backends.redis import RedisCache, RedisCacheClient

SEAL_BYTES = 16


class SealedSerializer:
    """Serializer of Django's RedisCache: MessagePack behind a keyed BLAKE2b digest.

    Takes None, bool, int, float, str, bytes, aware datetimes, and lists and dicts of these; a tuple
    comes back as a list. `cache.incr` is not for sealed values: counters count in Redis itself.
    """

    @cached_property
    def key(self) -> bytes:
        return hashlib.sha256(b"cache:" + settings.SECRET_KEY.encode()).digest()

    def seal(self, body: bytes) -> bytes:
        return hashlib.blake2b(body, key=self.key, digest_size=SEAL_BYTES).digest()

    def dumps(self, value: Any) -> bytes:
        body = msgpack.packb(value, datetime=True)
        return self.seal(body) + body

    def loads(self, data: bytes) -> Any:
        """The value, or None where it does not bear our seal."""
        seal, body = data[:SEAL_BYTES], data[SEAL_BYTES:]
        if not hmac.compare_digest(seal, self.seal(body)):
            return None
        return msgpack.unpackb(body, timestamp=3, strict_map_key=False)


class KeptClient(RedisCacheClient):
    """Keeps its client of Redis: Django's makes one for each call, at several times its cost.

    Seals each value with its key: one that was kept under another key is no answer to this one.
    """

    @cached_property
    def kept(self) -> dict[bool, Any]:
        return {}

    def get_client(self, key: str | None = None, *, write: bool = False) -> Any:
        if write not in self.kept:
            self.kept[write] = super().get_client(key, write=write)
        return self.kept[write]

    def add(self, key: str, value: Any, timeout: int | None) -> bool:
        return bool(super().add(key, [key, value], timeout))

    def set(self, key: str, value: Any, timeout: int | None) -> None:
        super().set(key, [key, value], timeout)

    def set_many(self, data: dict[str, Any], timeout: int | None) -> None:
        super().set_many({key: [key, value] for key, value in data.items()}, timeout)

    def get(self, key: str, default: Any) -> Any:
        return own(key, super().get(key, None), default)

    def get_many(self, keys: Iterable[str]) -> dict[str, Any]:
        return {key: own(key, kept, None) for key, kept in super().get_many(keys).items()}


def own(key: str, kept: Any, default: Any) -> Any:
    """The value that was sealed with this key."""
    match kept:
        case [said, value] if said == key:
            return value
    return default


class SealedCache(RedisCache):
    """Django's cache in Redis, with a client that is made once."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = KeptClient
