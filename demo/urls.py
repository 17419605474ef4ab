"""Addresses of the local host, in the platform's shapes where a block can see them."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
