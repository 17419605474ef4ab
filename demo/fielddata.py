"""The field data of a block in each place: who may write what the author wrote, and where learners' go."""

import copy
from typing import Any

from xblock.core import XBlock
from xblock.exceptions import InvalidScopeError
from xblock.field_data import FieldData, ReadOnlyFieldData, SplitFieldData
from xblock.fields import Scope
from xblock.runtime import KeyValueStore, KvsFieldData

from demo.keyvalue import LEARNER_SCOPES, LearnerStore, SessionStore
from demo.models import Block
from demo.places import Visit
from demo.redirected import EphemeralStore, MasqueradeStore

AUTHORED_SCOPES = (Scope.content, Scope.settings, Scope.parent, Scope.children)


class Authored(FieldData):
    """What the author set, as JSON; `fields` holds the values after a save."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self.fields = copy.deepcopy(fields)

    def get(self, _block: XBlock, name: str) -> Any:
        return copy.deepcopy(self.fields[name])

    def has(self, _block: XBlock, name: str) -> bool:
        return name in self.fields

    def set(self, _block: XBlock, name: str, value: Any) -> None:
        self.fields[name] = copy.deepcopy(value)

    def delete(self, _block: XBlock, name: str) -> None:
        del self.fields[name]


class NoLearner(FieldData):
    """Studio's editor binds a block to nobody: learners' fields have defaults and refuse to be set."""

    def get(self, _block: XBlock, name: str) -> Any:
        raise KeyError(name)

    def has(self, _block: XBlock, name: str) -> bool:
        return False

    def set(self, block: XBlock, name: str, value: Any) -> None:
        raise InvalidScopeError(block.fields[name].scope)

    def delete(self, block: XBlock, name: str) -> None:
        raise InvalidScopeError(block.fields[name].scope)


def authored_of(row: Block, *, visit: Visit) -> Authored:
    return Authored(row.published_fields or {} if visit.place == "lms" else row.fields)


def field_data_of(row: Block, block_class: type[XBlock], *, visit: Visit, authored: Authored) -> FieldData:
    return SplitFieldData(
        dict.fromkeys(AUTHORED_SCOPES, _guarded(authored, block_class, visit=visit))
        | dict.fromkeys(LEARNER_SCOPES, _learner_data(row, block_class, visit=visit))
    )


def _guarded(authored: Authored, block_class: type[XBlock], *, visit: Visit) -> FieldData:
    """A preview may write (nothing is kept) if the block has an author_view; learners never may."""
    previews = visit.place == "studio_preview" and hasattr(block_class, "author_view")
    may_write = previews or visit.place in ("studio", "library")
    return authored if may_write else ReadOnlyFieldData(authored)


def _learner_data(row: Block, block_class: type[XBlock], *, visit: Visit) -> FieldData:
    if visit.place == "studio":
        return NoLearner()
    return KvsFieldData(_store(row, block_class, visit=visit))


def _store(row: Block, block_class: type[XBlock], *, visit: Visit) -> KeyValueStore:
    if visit.place == "studio_preview":
        return SessionStore(visit.session)
    if visit.place == "library":
        return EphemeralStore(visit.user.pk)
    scopes = {field.scope for field in block_class.fields.values()}
    store = LearnerStore(visit.user, row.usage_key, scopes)
    return MasqueradeStore(store, visit.session) if visit.is_specific_masquerade else store
