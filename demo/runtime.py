"""The runtime: opens a block for a visit, from the database alone, in any process."""

import json
from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import PermissionDenied
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from opaque_keys.edx.keys import UsageKey
from web_fragments.fragment import Fragment
from xblock.core import XBlock
from xblock.exceptions import NoSuchUsage
from xblock.field_data import FieldData
from xblock.fields import ScopeIds
from xblock.runtime import IdReader, Runtime

from demo import addresses
from demo.fielddata import Authored, authored_of, field_data_of
from demo.finder import resource_package
from demo.mixins import MIXINS
from demo.models import Block
from demo.places import Visit
from demo.services import services_of

RUNTIME_CLASS = {
    "lms": "LmsRuntime",
    "studio_preview": "PreviewRuntime",
    "studio": "StudioRuntime",
    "library": "LibraryRuntime",
}


class UsageKeysOnly(IdReader):
    """A usage key is its own definition key, and knows its type."""

    def get_definition_id(self, usage_id: UsageKey) -> UsageKey:
        return usage_id

    def get_block_type(self, def_id: UsageKey) -> str:
        return str(def_id.block_type)

    def get_usage_id_from_aside(self, aside_id: Any) -> Any:
        raise NotImplementedError

    get_definition_id_from_aside = get_usage_id_from_aside
    get_aside_type_from_usage = get_usage_id_from_aside
    get_aside_type_from_definition = get_usage_id_from_aside


class HostRuntime(Runtime):
    """`is_author_mode` is there, and true, only in Studio's preview."""

    def __init__(self, visit: Visit) -> None:
        super().__init__(
            id_reader=UsageKeysOnly(),
            id_generator=None,
            mixins=MIXINS[visit.place],
            services=services_of(visit),
        )
        self.visit = visit
        self._authored: dict[UsageKey, Authored] = {}
        self._field_data: dict[UsageKey, FieldData] = {}
        if visit.place == "studio_preview":
            self.is_author_mode = True

    def get_block(self, usage_id: UsageKey, for_parent: XBlock | None = None) -> XBlock:
        row = Block.objects.filter(usage_key=usage_id).first()
        if row is None or (self.visit.place == "lms" and row.published_fields is None):
            raise NoSuchUsage(repr(usage_id))
        block_class = self.mixologist.mix(self.load_block_type(row.block_type))
        authored = authored_of(row, visit=self.visit)
        self._authored[usage_id] = authored
        self._field_data[usage_id] = field_data_of(row, block_class, visit=self.visit, authored=authored)
        # Studio's editor binds a block to nobody
        user_id = None if self.visit.place == "studio" else self.visit.user.pk
        return self.construct_xblock_from_class(
            block_class, ScopeIds(user_id, row.block_type, usage_id, usage_id), for_parent=for_parent
        )

    def authored_fields(self, block: XBlock) -> dict[str, Any]:
        return self._authored[block.scope_ids.usage_id].fields

    def service(self, block: XBlock, service_name: str) -> Any:
        if service_name == "field-data":
            return self._field_data[block.scope_ids.usage_id]
        found = super().service(block, service_name)
        return found(block) if callable(found) else found

    def publish(self, block: XBlock, event_type: str, event_data: dict[str, Any]) -> None:
        publisher = self._services.get("publish")
        if publisher:
            publisher.publish(block, event_type, event_data)

    def save_block(self, block: XBlock) -> None:
        """A content library keeps what the author set at once; elsewhere Studio's view decides."""
        if self.visit.place != "library":
            return
        row = Block.objects.get(usage_key=block.scope_ids.usage_id)
        fields = self.authored_fields(block)
        if fields != row.fields:
            if not self.visit.user.is_staff:
                raise PermissionDenied
            row.fields = fields
            row.save()

    def applicable_aside_types(self, _block: XBlock) -> list[str]:
        return []

    def handler_url(
        self, block: XBlock, handler_name: str, suffix: str = "", query: str = "", thirdparty: bool = False
    ) -> str:
        url = addresses.handler(
            self.visit, block.scope_ids.usage_id, handler_name, suffix=suffix, noauth=thirdparty
        )
        return f"{url}?{query}" if query else url

    def resource_url(self, resource: str) -> str:
        raise NotImplementedError("the platform has no resource_url")

    def local_resource_url(self, block: XBlock, uri: str) -> str:
        return str(staticfiles_storage.url(f"xblock/resources/{resource_package(type(block))}/{uri}"))

    def wrap_xblock(self, block: XBlock, view: str, frag: Fragment, context: Any) -> Fragment:
        hidden = self.visit.is_specific_masquerade and not block.show_in_read_only_mode
        shown = Fragment(NOT_AS_A_LEARNER) if hidden else frag
        wrapped = Fragment()
        wrapped.add_fragment_resources(shown)
        wrapped.add_content(self._wrapper(block, view, shown))
        return wrapped

    def _wrapper(self, block: XBlock, view: str, frag: Fragment) -> str:
        tag = block.scope_ids.block_type
        data = {
            "class": f"xblock xblock-{view} xblock-{view}-{tag}",
            "data-usage-id": block.scope_ids.usage_id,
            "data-course-id": block.scope_ids.usage_id.context_key,
            "data-block-type": tag,
            "data-runtime-class": RUNTIME_CLASS[self.visit.place],
            "data-runtime-version": frag.js_init_version or 1,
            "data-has-score": block.has_score,
        }
        if frag.js_init_fn:
            data["data-init"] = frag.js_init_fn
        if self.visit.place == "library":
            data["data-handler-url"] = self.handler_url(block, "HANDLER")
        attributes = format_html_join("", ' {}="{}"', data.items())
        return format_html("<div{}>{}{}</div>", attributes, mark_safe(frag.content), _arguments(frag))


NOT_AS_A_LEARNER = (
    "<p>This type of component cannot be shown while viewing the course as a specific student.</p>"
)
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def _arguments(frag: Fragment) -> str:
    if frag.json_init_args is None:
        return ""
    written = json.dumps(frag.json_init_args).translate(ESCAPES)
    return format_html(
        '<script type="json/xblock-args" class="xblock-json-init-args">{}</script>', mark_safe(written)
    )
