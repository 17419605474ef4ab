"""Where learners' fields live in each place, with the platform's habits and faults.

In the LMS: read once when the block is opened, nothing locked, one JSON text per learner and block written
whole at the end. There, a `self.save()` in the middle of a handler loses data: see StateCache.set_many.
"""

import json
import logging
from collections import defaultdict
from collections.abc import Collection, Mapping, MutableMapping
from typing import Any, ClassVar

from django.db import DataError, DatabaseError, IntegrityError, transaction
from opaque_keys.edx.keys import UsageKey
from xblock.exceptions import InvalidScopeError, KeyValueMultiSaveError
from xblock.fields import Scope
from xblock.runtime import KeyValueStore

from demo.models import PreferenceField, StudentState, SummaryField, UserInfoField
from demo.roles import Person

log = logging.getLogger(__name__)
Key = Any  # KeyValueStore.Key; XBlock carries no types

LEARNER_SCOPES = (Scope.user_state, Scope.user_state_summary, Scope.preferences, Scope.user_info)
MODULE_TYPE_LIMIT = 32


class StateCache:
    """`user_state` of one learner in one block."""

    def __init__(self, user: Person, usage_key: UsageKey) -> None:
        self._user = user
        self._cache: dict[UsageKey, dict[str, Any]] = {}
        if user.is_authenticated:
            row = StudentState.objects.filter(user=user, usage_key=usage_key).first()
            if row and row.state and (state := json.loads(row.state)):
                self._cache[usage_key] = state

    def get(self, key: Key) -> Any:
        return self._cache[key.block_scope_id][key.field_name]

    def has(self, key: Key) -> bool:
        return key.field_name in self._cache.get(key.block_scope_id, {})

    def set_many(self, values: Mapping[Key, Any]) -> None:
        """Afterwards the cache holds *only* the fields just saved: the others read as their defaults."""
        updates: dict[UsageKey, dict[str, Any]] = defaultdict(dict)
        for key, value in values.items():
            updates[key.block_scope_id][key.field_name] = value
        try:
            for usage_key, fields in updates.items():
                self._write(usage_key, fields)
        except DatabaseError as error:
            raise KeyValueMultiSaveError([]) from error
        finally:
            self._cache.update(updates)

    def delete(self, key: Key) -> None:
        del self._cache[key.block_scope_id][key.field_name]
        if self._user.is_anonymous:
            return
        for row in StudentState.objects.filter(user=self._user, usage_key=key.block_scope_id):
            kept = json.loads(row.state or "{}")
            kept.pop(key.field_name, None)
            row.state = json.dumps(kept)
            row.save(force_update=True)

    def _write(self, usage_key: UsageKey, fields: dict[str, Any]) -> None:
        if self._user.is_anonymous:
            return
        if len(usage_key.block_type) > MODULE_TYPE_LIMIT:
            raise DataError(f"module_type {usage_key.block_type!r} is longer than {MODULE_TYPE_LIMIT}")
        try:
            row, created = StudentState.objects.get_or_create(
                user_id=self._user.pk,
                usage_key=usage_key,
                defaults={"state": json.dumps(fields), "module_type": usage_key.block_type},
            )
        except IntegrityError:
            log.warning("state of user %s at %s was not written", self._user.pk, usage_key)
            return
        if not created:
            row.state = json.dumps(json.loads(row.state or "{}") | fields)
            with transaction.atomic():
                row.save(force_update=True)


class RowCache:
    """A scope kept as one row per field; `model` and `_row` say which."""

    model: ClassVar[Any]

    def __init__(self, user: Person, usage_key: UsageKey) -> None:
        self._user = user
        self._rows: dict[str, Any] = {row.field_name: row for row in self._read(usage_key)}

    def _read(self, usage_key: UsageKey) -> Collection[Any]:
        return self.model.objects.filter(**self._row(usage_key))

    def _row(self, usage_key: UsageKey) -> dict[str, Any]:
        raise NotImplementedError

    def _row_of(self, key: Key) -> dict[str, Any]:
        raise NotImplementedError

    def get(self, key: Key) -> Any:
        return json.loads(self._rows[key.field_name].value)

    def has(self, key: Key) -> bool:
        return key.field_name in self._rows

    def set_many(self, values: Mapping[Key, Any]) -> None:
        """A row that was not there when the block was opened is inserted: the second of two fails."""
        saved: list[str] = []
        for key, value in values.items():
            try:
                with transaction.atomic():
                    self._save(key, json.dumps(value))
            except DatabaseError as error:
                raise KeyValueMultiSaveError(saved) from error
            saved.append(key.field_name)

    def _save(self, key: Key, value: str) -> None:
        row = self._rows.get(key.field_name)
        if row is None:
            row = self.model(**self._row_of(key), field_name=key.field_name, value=value)
            row.save(force_insert=True)
            self._rows[key.field_name] = row
        else:
            row.value = value
            row.save(force_update=True)

    def delete(self, key: Key) -> None:
        self._rows.pop(key.field_name).delete()


class SummaryCache(RowCache):
    model = SummaryField

    def _row(self, usage_key: UsageKey) -> dict[str, Any]:
        return {"usage_key": usage_key}

    def _row_of(self, key: Key) -> dict[str, Any]:
        return {"usage_key": key.block_scope_id}


class PreferenceCache(RowCache):
    model = PreferenceField

    def _row(self, usage_key: UsageKey) -> dict[str, Any]:
        return {"user_id": self._user.pk, "module_type": usage_key.block_type}

    def _row_of(self, key: Key) -> dict[str, Any]:
        return {"user_id": key.user_id, "module_type": key.block_scope_id}


class UserInfoCache(RowCache):
    model = UserInfoField

    def _row(self, _usage_key: UsageKey) -> dict[str, Any]:
        return {"user_id": self._user.pk}

    def _row_of(self, key: Key) -> dict[str, Any]:
        return {"user_id": key.user_id}


CACHES = {
    Scope.user_state: StateCache,
    Scope.user_state_summary: SummaryCache,
    Scope.preferences: PreferenceCache,
    Scope.user_info: UserInfoCache,
}


class LearnerStore(KeyValueStore):
    """The LMS's store. Only scopes in which the block has fields are read."""

    def __init__(self, user: Person, usage_key: UsageKey, scopes: Collection[Scope]) -> None:
        self._caches = {scope: CACHES[scope](user, usage_key) for scope in LEARNER_SCOPES if scope in scopes}
        self._user = user

    def _cache(self, key: Key) -> Any:
        if key.scope not in self._caches:
            raise InvalidScopeError(key, LEARNER_SCOPES)
        return self._caches[key.scope]

    def get(self, key: Key) -> Any:
        return self._cache(key).get(key)

    def has(self, key: Key) -> bool:
        return bool(self._cache(key).has(key))

    def set(self, key: Key, value: Any) -> None:
        self.set_many({key: value})

    def delete(self, key: Key) -> None:
        self._cache(key).delete(key)

    def set_many(self, update_dict: Mapping[Key, Any]) -> None:
        by_scope: dict[Scope, dict[Key, Any]] = defaultdict(dict)
        for key, value in update_dict.items():
            by_scope[key.scope][key] = value
        for scope, values in by_scope.items():
            if self._user.is_authenticated or scope in (Scope.user_state, Scope.user_state_summary):
                self._cache(next(iter(values))).set_many(values)


def plain(key: Key) -> str:
    return "|".join(str(part) for part in (key.scope.name, key.user_id, key.block_scope_id, key.field_name))


class SessionStore(KeyValueStore):
    """Studio's preview: every learner's field lives in the author's session."""

    section = "preview_state"

    def __init__(self, session: MutableMapping[str, Any]) -> None:
        self._session = session

    def _kept(self) -> dict[str, Any]:
        kept: dict[str, Any] = self._session.get(self.section, {})
        return kept

    def get(self, key: Key) -> Any:
        return self._kept()[plain(key)]

    def has(self, key: Key) -> bool:
        return plain(key) in self._kept()

    def set(self, key: Key, value: Any) -> None:
        self._session[self.section] = self._kept() | {plain(key): value}

    def delete(self, key: Key) -> None:
        self._session[self.section] = {k: v for k, v in self._kept().items() if k != plain(key)}
