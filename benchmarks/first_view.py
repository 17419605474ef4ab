"""The first view of a unit on a phone: four of our blocks, beside drag-and-drop-v2 and ORA2's published bundles.

A new browser each time, so nothing is in its cache; Chromium at 4x CPU throttle and the "fast 3G" of its tools. The
host is the local one under gunicorn, and gzips what it sends, as a platform's web server does. Usable means that the
last block of the unit shows the control that its learner uses first. What the host's empty unit weighs is taken off.
"""

import gzip
import importlib
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pathlib import Path
from statistics import median
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finder
from django.core.wsgi import get_wsgi_application
from django.db import connections
from playwright.sync_api import Browser

from benchmarks.browser import chromium
from benchmarks.load import HOST, served
from demo import testing

TITLE = "First view of a unit on a slow phone: bytes after gzip, requests, seconds until it can be used"
ROUNDS = 5
SLOWED_DOWN = 4
FAST_3G = {"downloadThroughput": 1_600_000 / 8 * 0.9, "uploadThroughput": 750_000 / 8 * 0.9, "latency": 150 * 3.75}
PHONE = {"viewport": {"width": 360, "height": 740}, "locale": "en-GB"}
PEERS = Path("var/benchmarks/blocks")
PEER_BLOCKS = ("xblock-drag-and-drop-v2==5.0.3", "ora2==7.1.1")
THEIR_PARTS = ("bleach", "webencodings", "tinycss2", "django-statici18n", "django-appconf", "six")
ORA_BUNDLES = ("openassessment-lms.*.js", "openassessment-ltr.*.css")
# each block of ours, with what a learner uses first
OURS = {
    "qi_pdsa_planner": "qi-pdsa-planner button",
    "qi_run_chart": "qi-run-chart button",
    "qi_driver_diagram": "qi-driver-diagram button",
    "qi_social_space": "qi-social-space button",
}
THEIRS = {"drag-and-drop-v2": ".xblock--drag-and-drop .item-bank .option"}


@dataclass(frozen=True)
class View:
    bytes: int
    requests: int
    seconds: float


def report() -> Iterator[str]:
    _install_peers()
    course = testing.make_course()
    units = {name: _unit(course, name, blocks) for name, blocks in (("none", {}), ("ours", OURS), ("theirs", THEIRS))}
    learner = testing.make_person("firsttime", enrolled_in=[course])
    session = testing.browser(learner).cookies["sessionid"].value
    connections.close_all()
    with served(_zipping_site) as port:
        site = f"http://{HOST}:{port}"
        found = {name: [] for name in units}  # type: dict[str, list[View]]
        with chromium() as browser:
            for _ in range(ROUNDS):
                for name, (key, ready) in units.items():
                    found[name].append(_look(browser, site, key, ready, session))
    yield from _told(found)


def _told(found: Mapping[str, list[View]]) -> Iterator[str]:
    empty = found["none"][0]
    ours, theirs = (found[name] for name in ("ours", "theirs"))
    weights = {name: found[name][0].bytes - empty.bytes for name in ("ours", "theirs")}
    for label, name, views in (("four of our blocks", "ours", ours), ("one drag-and-drop-v2", "theirs", theirs)):
        seconds = median(view.seconds for view in views)
        requests = views[0].requests - empty.requests
        yield f"{label}: {weights[name] / 1000:.0f} kB, {requests} requests, usable after {seconds:.1f} s"
    ora = _ora_bytes()
    beside = weights["theirs"] + ora
    yield f"ORA2's bundles: {ora / 1000:.0f} kB"
    yield f"ours to theirs together: {weights['ours'] / beside:.2f} of the bytes (goal: at most 0.50)"


def _unit(course: Any, name: str, blocks: Mapping[str, str]) -> tuple[Any, tuple[str, ...]]:
    """Its key, and what has to be seen before it can be used."""
    unit = testing.add_block(course, "vertical", {"display_name": name}, name=name)
    for block in blocks:
        testing.add_block(course, block, parent=unit, name=f"{name}-{block}")
    return unit, tuple(blocks.values())


def _look(browser: Browser, site: str, key: Any, ready: tuple[str, ...], session: str) -> View:
    """Bytes are those on the wire, headers included."""
    context = browser.new_context(**PHONE)  # type: ignore[arg-type]
    context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
    page = context.new_page()
    wire = context.new_cdp_session(page)
    got: list[float] = []
    wire.on("Network.loadingFinished", lambda event: got.append(event["encodedDataLength"]))
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", {"offline": False, **FAST_3G})
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED_DOWN})
    begun = time.perf_counter()
    page.goto(f"{site}/xblock/{key}", wait_until="commit", timeout=120_000)
    for control in ready:
        page.locator(control).first.wait_for(timeout=120_000)
    seconds = time.perf_counter() - begun
    page.wait_for_load_state("networkidle", timeout=120_000)
    context.close()
    return View(int(sum(got)), len(got), seconds)


def _zipping_site() -> Any:
    settings.MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware", *settings.MIDDLEWARE]
    return get_wsgi_application()


def _install_peers() -> None:
    """Into a folder that this process alone looks into: the platform has what they need, we do not."""
    if not PEERS.is_dir():
        uv = [Path(sys.executable).with_name("uv"), "pip", "install", "--quiet", "--no-deps", "--target", PEERS]
        subprocess.run([*uv, "--python", sys.executable, *PEER_BLOCKS, *THEIR_PARTS], check=True)
    sys.path.append(str(PEERS.resolve()))
    importlib.invalidate_caches()
    get_finder.cache_clear()  # where an earlier benchmark has looked for static files, before there were theirs


def _ora_bytes() -> int:
    folder = PEERS / "openassessment" / "xblock" / "static" / "dist"
    found = [one for pattern in ORA_BUNDLES for one in folder.glob(pattern)]
    return sum(len(gzip.compress(one.read_bytes())) for one in found)
