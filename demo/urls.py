"""Addresses of the local host, in the platform's shapes where a block can see them."""

from importlib.util import find_spec

from django.contrib.staticfiles.views import serve
from django.db import transaction
from django.urls import URLPattern, URLResolver, include, path, re_path

from demo import unit_views, xblock_views

KEY = r"(?P<usage_key>[^/]+)"
CALL = r"(?P<handler>[^/]+)(?:/(?P<suffix>.*))?$"
COURSE = r"^courses/(?P<course_key>[^/]+)/xblock"

urlpatterns: list[URLPattern | URLResolver] = [
    re_path(rf"{COURSE}/{KEY}/handler/{CALL}", xblock_views.lms, name="lms_handler"),
    re_path(rf"{COURSE}/{KEY}/handler_noauth/{CALL}", xblock_views.lms_noauth, name="lms_handler_noauth"),
    re_path(
        rf"^preview/xblock/{KEY}/handler/{CALL}", xblock_views.studio_preview, name="studio_preview_handler"
    ),
    re_path(rf"^studio/xblock/{KEY}/handler/{CALL}", xblock_views.studio, name="studio_handler"),
    re_path(
        rf"^api/xblock/v2/xblocks/{KEY}/handler/(?P<user_id>\d+)-(?P<token>\w+)/{CALL}",
        xblock_views.library,
        name="library_handler",
    ),
    path("xblock/<str:usage_key>", unit_views.lms, name="unit_frame"),
    path("preview/xblock/<str:usage_key>", unit_views.studio_preview, name="preview_frame"),
    path("studio/xblock/<str:usage_key>/action/edit", unit_views.studio_editor, name="edit_frame"),
    path("library/xblock/<str:usage_key>", unit_views.library, name="library_frame"),
    path("static/<path:path>", transaction.non_atomic_requests(serve), {"insecure": True}),
]
PAGES = ("demo.pages.urls", "demo.studio.urls")
urlpatterns += [path("", include(pages)) for pages in PAGES if find_spec(pages)]
