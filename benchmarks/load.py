"""A site under gunicorn, and people who use it: real sockets, on the loopback only, for a bounded time."""

import http.client
import json
import logging
import multiprocessing
import random
import socket
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

HOST = "127.0.0.1"
WORKERS, THREADS = 2, 8
READY_WITHIN_S = 60
TIMEOUT_S = 120
# All users together ask at most so often: more users are more at once, not more work
REQUESTS_PER_SECOND = 16


@dataclass(frozen=True)
class Act:
    """`ask` gives method, address, headers and body of the next request of its kind; `weight` how often it is done."""

    name: str
    weight: int
    ask: Callable[[], tuple[str, str, Mapping[str, str], bytes]]


@dataclass
class Heard:
    """Seconds by the act's name. What was refused is counted, and is no measurement."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    refused: dict[str, int] = field(default_factory=lambda: defaultdict(int))


@contextmanager
def served(application: Callable[[], Any]) -> Iterator[int]:
    """The port. `application` is called in the forked server, which has no connection of the parent's open."""
    port = free_port()
    server = multiprocessing.get_context("fork").Process(target=serve, args=(application, port))
    server.start()
    try:
        wait_until_ready(port)
        yield port
    finally:
        server.terminate()
        server.join()


def serve(application: Callable[[], Any], port: int) -> None:
    from gunicorn.app.base import BaseApplication

    class Site(BaseApplication):  # type: ignore[misc]  # pylint: disable=abstract-method
        def load_config(self) -> None:
            logging.disable(logging.ERROR)  # what is refused is counted by those who asked
            size = {"workers": WORKERS, "threads": THREADS, "keepalive": 75}
            for name, value in (*size.items(), ("bind", f"{HOST}:{port}"), ("loglevel", "error")):
                self.cfg.set(name, value)

        def load(self) -> Any:
            return application()

    Site().run()


def free_port() -> int:
    with socket.create_server((HOST, 0)) as listening:
        return int(listening.getsockname()[1])


def wait_until_ready(port: int) -> None:
    give_up = time.monotonic() + READY_WITHIN_S
    while True:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.1)


def use(port: int, acts: Sequence[Act], *, users: int, seconds: float, heard: Heard) -> None:
    """So many people at once, each with a connection: one act, a pause, the next."""
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(target=_one_user, args=(port, acts, users / REQUESTS_PER_SECOND, until, heard))
        for _ in range(users)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _one_user(port: int, acts: Sequence[Act], pause_s: float, until: float, heard: Heard) -> None:
    connection = http.client.HTTPConnection(HOST, port, timeout=TIMEOUT_S)
    time.sleep(random.uniform(0, pause_s))
    while time.monotonic() < until:
        (act,) = random.choices(acts, [act.weight for act in acts])
        method, address, headers, body = act.ask()
        begun = time.perf_counter()
        status = _status_of(connection, method, address, headers, body)
        took = time.perf_counter() - begun
        if status < "400":
            heard.seconds[act.name].append(took)
        else:
            heard.refused[status] += 1
        time.sleep(random.uniform(0.5, 1.5) * pause_s)
    connection.close()


def _status_of(
    connection: http.client.HTTPConnection, method: str, address: str, headers: Mapping[str, str], body: bytes
) -> str:
    try:
        connection.request(method, address, body=body, headers=dict(headers))
        answer = connection.getresponse()
        answer.read()
    except TimeoutError:
        connection.close()
        return f"no answer in {TIMEOUT_S} s"
    return str(answer.status)


def as_json(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body).encode()
