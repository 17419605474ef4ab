"""Chromium, and a site of our own for it to look at."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync".split()


@contextmanager
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        raise SystemExit("This benchmark needs Chromium. On Debian or Ubuntu: apt-get install chromium")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in this thread
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def on_a_site() -> Iterator[tuple[Browser, str]]:
    """And the address of the site, which has the benchmark's database."""
    server = LiveServer("localhost")
    try:
        with chromium() as browser:
            yield browser, server.url
    finally:
        server.stop()
