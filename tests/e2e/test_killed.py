"""The server is killed between two saves, as by a power cut, and comes back: the page goes on by itself."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from demo.seeding import courses
from tests.e2e.planner import Planner

ROOT = Path(__file__).parents[2]
UNIT = courses.FIRST.key.replace("course-v1", "block-v1") + "+type@vertical+block@plan"
FIRST, SECOND, THIRD = "Offer water", "Offer water every hour", "Offer water every hour, day and night"


class Host:
    """`python -m demo.serve` with data of its own, at one address through all its lives."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.socket() as free:
            free.bind(("localhost", 0))
            self.port: int = free.getsockname()[1]
        self.url = f"http://localhost:{self.port}"
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        environment = {**os.environ, "QI_VAR": str(self._folder), "PORT": str(self.port)}
        environment.pop("QI_DB", None)
        command = [sys.executable, "-m", "demo.serve"]
        self._process = subprocess.Popen(  # pylint: disable=consider-using-with  # it is to be killed
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self._process.stdout is not None
        assert "ready" in self._process.stdout.readline()

    def kill(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def ideas(self) -> list[str]:
        """The change ideas of the newest document, as they are in the file."""
        newest = "SELECT document FROM qi_project_artefact ORDER BY saved_at DESC LIMIT 1"
        with closing(sqlite3.connect(self._folder / "demo.sqlite3")) as database:
            (text,) = database.execute(newest).fetchone()
        return [cycle["change_idea"] for cycle in json.loads(text)["cycles"]]


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    one = Host(tmp_path)
    one.start()
    yield one
    one.kill()


def test_nothing_is_lost_when_the_server_is_killed_between_two_saves(
    host: Host, open_context: Callable[..., Any]
) -> None:
    planner = sign_in_as_tom(host, open_context().new_page())
    planner.button("Carry on: Plan, cycle 1").click()
    planner.write({"Change idea": FIRST})
    planner.wait_until_saved()
    host.kill()
    planner.write({"Change idea": SECOND})
    expect(planner.state).to_have_text("Not saved yet: no connection. We'll keep trying.")
    assert host.ideas() == [FIRST]
    host.start()
    planner.write({"Change idea": THIRD})
    planner.wait_until_saved()
    host.kill()
    assert host.ideas() == [THIRD]


def sign_in_as_tom(host: Host, page: Page) -> Planner:
    page.goto(f"{host.url}/")
    page.get_by_role("button", name="Continue as Tom").click()
    page.goto(f"{host.url}/xblock/{UNIT}")
    return Planner(page)
