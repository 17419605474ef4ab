"""The planner's save handler beside the least that a handler of this host can do: add one to a field and save it.

Both are whole requests with session, middleware and the row of learner state; they take turns, so that a busy machine
slows both. The document has the given number of full cycles; every save changes it.
"""

import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from statistics import median
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from demo import probe, testing
from qi_templates import list_templates, load

TITLE = "Saving a PDSA document"
ROUNDS = 30
SIZES = (1, 6, 60)
OUR_TABLES = "qi_project_"


def report() -> Iterator[str]:
    course = testing.make_course()
    learner = testing.make_person("bench", enrolled_in=[course])
    client = testing.browser(learner)
    with testing.registered(**{probe.TAG: probe.ProbeBlock}):
        peer_key = testing.add_block(course, probe.TAG, name="peer")
        for size in SIZES:
            key = testing.add_block(course, "qi_pdsa_planner", {"work_on": "practice"}, name=f"planner{size}")
            saves = _saver(key, client, learner, size)
            saves()
            peer = _timed(lambda: testing.call(peer_key, "add", {}, learner, client=client))
            pairs = [(_seconds(saves), peer()) for _ in range(ROUNDS)]
            ours_ms, peer_ms = (1000 * median(column) for column in zip(*pairs, strict=True))
            ratio = median(ours / other for ours, other in pairs)
            all_queries, our_queries = _queries(saves)
            yield (
                f"{size:>2} cycles: {ours_ms:5.1f} ms, a trivial handler {peer_ms:5.1f} ms, ratio {ratio:4.2f}; "
                f"{our_queries} queries on our tables, {all_queries} in all"
            )


def _saver(key: Any, client: Any, learner: Any, size: int) -> Callable[[], None]:
    document = _document(size)
    seen = [0]

    def save() -> None:
        document["cycles"][0]["objective"] = f"Find out how long it takes, time {seen[0]}"
        reply = testing.call(key, "save_work", {"revision": seen[0], "document": document}, learner, client=client)
        if reply.status != 200:
            raise RuntimeError(f"the save was answered {reply.status}: {reply.json}")
        seen[0] = reply.json["revision"]

    return save


def _document(size: int) -> dict[str, Any]:
    ramps = [load("pdsa_ramps", one) for one in list_templates("pdsa_ramps")]
    cycles = [cycle for ramp in ramps for cycle in ramp["cycles"]]
    copies = [deepcopy(cycles[place % len(cycles)]) for place in range(size)]
    for place, cycle in enumerate(copies):
        cycle.update(id=f"bench{place:03d}", follows=None)
    return {"schema": 1, "cycles": copies, "confirmed": []}


def _timed(run: Callable[[], Any]) -> Callable[[], float]:
    return lambda: _seconds(run)


def _seconds(run: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def _queries(run: Callable[[], None]) -> tuple[int, int]:
    with CaptureQueriesContext(connection) as captured:
        run()
    ours = sum(OUR_TABLES in query["sql"] for query in captured.captured_queries)
    return len(captured), ours
