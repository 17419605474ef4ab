"""Stores that keep a learner's record from being touched: masquerade and content libraries."""

from collections.abc import MutableMapping
from typing import Any

from django.core.cache import cache
from xblock.runtime import KeyValueStore

from demo.keyvalue import SessionStore, plain
from demo.masquerade import DATA

Key = Any  # KeyValueStore.Key; XBlock carries no types
DELETED = {"deleted": "in this session"}
AN_HOUR_S = 3600


class MasqueradeStore(KeyValueStore):
    """Reads the learner's record; writes go to the session of the staff member."""

    def __init__(self, record: KeyValueStore, session: MutableMapping[str, Any]) -> None:
        self._record = record
        self._redirected = _MasqueradeSession(session)

    def get(self, key: Key) -> Any:
        if not self._redirected.has(key):
            return self._record.get(key)
        value = self._redirected.get(key)
        if value == DELETED:
            raise KeyError(plain(key))
        return value

    def has(self, key: Key) -> bool:
        if self._redirected.has(key):
            return bool(self._redirected.get(key) != DELETED)
        return self._record.has(key)

    def set(self, key: Key, value: Any) -> None:
        self._redirected.set(key, value)

    def delete(self, key: Key) -> None:
        self._redirected.set(key, DELETED)


class _MasqueradeSession(SessionStore):
    section = DATA


class EphemeralStore(KeyValueStore):
    """A content library: kept for an hour in the cache, never in the database."""

    def __init__(self, user_id: int | str | None) -> None:
        self._user_id = user_id

    def _name(self, key: Key) -> str:
        return f"library-state-{self._user_id}-{hash(plain(key))}"

    def get(self, key: Key) -> Any:
        value = cache.get(self._name(key))
        if value is None:
            raise KeyError(plain(key))
        return value[0]

    def has(self, key: Key) -> bool:
        return cache.get(self._name(key)) is not None

    def set(self, key: Key, value: Any) -> None:
        cache.set(self._name(key), [value], AN_HOUR_S)

    def delete(self, key: Key) -> None:
        cache.delete(self._name(key))
