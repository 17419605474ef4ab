"""Addresses of Studio's pages."""

from django.urls import path

from demo.studio import changes, pages

urlpatterns = [
    path("studio/", pages.home, name="studio"),
    path("studio/library/", pages.library, name="studio_library"),
    path("studio/course/<str:course_key>/", pages.outline, name="studio_course"),
    path("studio/course/<str:course_key>/add/", changes.add_section, name="studio_add_section"),
    path("studio/course/<str:course_key>/export/", changes.export, name="studio_export"),
    path("studio/course/<str:course_key>/import/", changes.import_archive, name="studio_import"),
    path("studio/unit/<str:usage_key>/", pages.unit, name="studio_unit"),
    path("studio/change/<str:usage_key>/", changes.change, name="studio_change"),
]
