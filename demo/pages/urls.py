"""Addresses of the pages around the units."""

from django.urls import path
from django.views.generic import RedirectView

from demo.pages import activity, course, landing

urlpatterns = [
    path("", landing.landing, name="landing"),
    path("login", RedirectView.as_view(pattern_name="landing", query_string=True), name="login"),  # the platform's
    path("become/", landing.become, name="become"),
    path("display/", landing.display, name="display"),
    path("courses/", landing.courses, name="courses"),
    path("courses/<str:course_key>/", course.outline, name="course"),
    path("courses/<str:course_key>/view-as/", course.view_as, name="view_as"),
    path("courses/<str:course_key>/activity/", activity.activity, name="activity"),
    path("courses/<str:course_key>/jump_to/<str:usage_key>", course.jump_to, name="jump_to"),
    path("courses/<str:course_key>/unit/<str:unit_key>/", course.unit, name="unit"),
]
