"""`make demo`: migrates, seeds and serves the local host until Ctrl-C. PORT and QI_HOST choose the address.

`--fresh` forgets all data first, `--no-seed` leaves out the example course. DB=mariadb starts a private
server, unless one is named already (QI_DB).
"""

import argparse
import logging
import os
import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application

from demo import mariadb

READY = "The local host is ready: http://{host}:{port}/  (Ctrl-C stops it)"


def main() -> None:
    arguments = _arguments()
    var = Path(os.environ.get("QI_VAR", "var"))
    is_started = os.environ.get("QI_DB") == "mariadb"
    if arguments.fresh and is_started:
        raise SystemExit("--fresh cannot take the data from under a server that runs: make demo-reset")
    if arguments.fresh:
        forget(var)
    mariadb.leave_when_told()
    with ExitStack() as stack, suppress(KeyboardInterrupt):  # before it serves
        if os.environ.get("DB") == "mariadb" and not is_started:
            socket = stack.enter_context(mariadb.private_server(var / "mariadb"))
            os.environ.update(mariadb.environment(socket))
        prepare(seeded=not arguments.no_seed)
        host, port = os.environ.get("QI_HOST", "localhost"), int(os.environ.get("PORT", "8000"))
        server = stack.enter_context(listening(host, port))
        print(READY.format(host=host, port=server.server_port), flush=True)
        with stopped_by_signals(server):
            server.serve_forever(poll_interval=0.1)
    print("The local host has stopped.", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m demo.serve", description=__doc__)
    parser.add_argument("--fresh", action="store_true", help="forget all data first")
    parser.add_argument("--no-seed", action="store_true", help="leave out the example course and its people")
    return parser.parse_args()


def forget(var: Path) -> None:
    shutil.rmtree(var / "mariadb", ignore_errors=True)
    for file in var.glob("demo.sqlite3*"):
        file.unlink()


def prepare(*, seeded: bool) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "demo.settings")
    django.setup()
    # a line for every request is too much for a terminal; errors still come, with their traceback
    logging.getLogger("django.server").setLevel(logging.ERROR)
    call_command("migrate", verbosity=0)
    if seeded and find_spec("demo.seed"):
        import_module("demo.seed").seed()


@contextmanager
def listening(host: str, port: int) -> Iterator[ThreadedWSGIServer]:
    try:
        server = ThreadedWSGIServer((host, port), WSGIRequestHandler)
    except OSError as error:
        why = error.strerror or error
        raise SystemExit(f"Port {port} of {host} cannot be used ({why}). Try PORT=8001.") from error
    server.set_app(get_wsgi_application())
    try:
        yield server
    finally:
        server.server_close()


@contextmanager
def stopped_by_signals(server: ThreadedWSGIServer) -> Iterator[None]:
    """The first Ctrl-C ends the serving; those that follow while it ends do nothing."""
    told = threading.Event()

    def stop(*_signal: Any) -> None:
        if not told.is_set():
            told.set()
            threading.Thread(target=server.shutdown).start()  # it waits for the loop it ends

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, stop)
    yield


if __name__ == "__main__":
    main()
