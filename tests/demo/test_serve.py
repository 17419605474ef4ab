"""The commands that serve the local host and start its database, run as people run them."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from demo import mariadb
from demo.serve import listening

ROOT = Path(__file__).parents[2]
WITHOUT_DATABASE = {name: value for name, value in os.environ.items() if not name.startswith(("QI_", "DB"))}
needs_mariadb = pytest.mark.skipif(
    shutil.which("mariadbd", path=f"{os.environ['PATH']}:/usr/sbin") is None, reason="MariaDB is not installed"
)


@contextmanager
def serving(var: Path, *options: str, **environment: str) -> Iterator[str]:
    """Gives the address; in the end the server was told to stop, and did."""
    process = subprocess.Popen(
        [sys.executable, "-m", "demo.serve", "--no-seed", *options],
        cwd=ROOT,
        env=WITHOUT_DATABASE | {"QI_VAR": str(var), "PORT": "0"} | environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    ready = process.stdout.readline()
    try:
        address = re.search(r"http://\S+", ready)
        assert address, ready
        yield address.group()
    finally:
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=30)
    assert (process.returncode, said) == (0, "The local host has stopped.\n")


def courses_after_one_more(var: Path, key: str) -> list[str]:
    with sqlite3.connect(var / "demo.sqlite3") as database:
        database.execute("INSERT INTO demo_course (key, title, olx) VALUES (?, '', '{}')", [key])
        return [row[0] for row in database.execute("SELECT key FROM demo_course ORDER BY id")]


def test_it_serves_stops_and_keeps_its_data(tmp_path: Path) -> None:
    with serving(tmp_path) as address, urlopen(f"{address}static/demo/lms.js") as reply:
        assert reply.status == 200
    assert courses_after_one_more(tmp_path, "first") == ["first"]
    with serving(tmp_path):
        assert courses_after_one_more(tmp_path, "second") == ["first", "second"]
    with serving(tmp_path, "--fresh"):
        assert courses_after_one_more(tmp_path, "third") == ["third"]


def test_a_port_in_use_is_told_in_one_line() -> None:
    with listening("localhost", 0) as server:
        with pytest.raises(SystemExit, match=r"^Port \d+ of localhost cannot be used .*\. Try PORT=8001\.$"):
            with listening("localhost", server.server_port):
                pass


@needs_mariadb
def test_it_serves_on_a_mariadb_of_its_own(tmp_path: Path) -> None:
    with serving(tmp_path, DB="mariadb") as address, urlopen(f"{address}static/demo/lms.js") as reply:
        assert reply.status == 200
    assert not list(tmp_path.glob("*.sqlite3"))


@needs_mariadb
def test_a_private_mariadb_ends_with_its_command_and_is_used_again(tmp_path: Path) -> None:
    script = (
        "import os, pymysql\n"
        "with pymysql.connect(unix_socket=os.environ['QI_DB_SOCKET'], user='root', database='qi') as c:\n"
        "    cursor = c.cursor()\n"
        "    cursor.execute('CREATE TABLE IF NOT EXISTS t (n INT)')\n"
        "    cursor.execute('INSERT INTO t VALUES (1)')\n"
        "    c.commit()\n"
        "    cursor.execute('SELECT COUNT(*) FROM t')\n"
        "    raise SystemExit(cursor.fetchone()[0])\n"
    )
    assert [mariadb.main(["run", str(tmp_path), "--", sys.executable, "-c", script]) for _ in "ab"] == [1, 2]
    assert not list(tmp_path.glob("data/*.pid"))


@needs_mariadb
def test_two_servers_cannot_share_a_folder(tmp_path: Path) -> None:
    with mariadb.private_server(tmp_path):
        with pytest.raises(SystemExit, match="Another private MariaDB uses"):
            mariadb.main(["run", str(tmp_path), "--", "true"])


def test_a_missing_mariadb_is_told_with_the_way_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_args, **_kwargs: None)
    with pytest.raises(SystemExit, match="apt-get install mariadb-server"):
        mariadb.main(["run", str(tmp_path), "--", "true"])


@pytest.mark.parametrize("arguments", [[], ["run"], ["walk", "--", "true"]])
def test_anything_else_explains_itself(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="A private MariaDB"):
        mariadb.main(arguments)
