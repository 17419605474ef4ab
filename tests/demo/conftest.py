"""One course with a probe in a unit, and the people who meet it."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from demo.probe import TAG, ProbeBlock
from demo.testing import add_block, make_course, make_person, registered


@pytest.fixture(autouse=True)
def _probe_is_registered() -> Iterator[None]:
    with registered(**{TAG: ProbeBlock}):
        yield


@pytest.fixture
def school(db: None) -> SimpleNamespace:
    course = make_course()
    unit = add_block(course, "vertical", {"display_name": "A unit"})
    return SimpleNamespace(
        course=course,
        unit=unit,
        probe=add_block(course, TAG, {"title": "Hello"}, parent=unit),
        amina=make_person("amina", enrolled_in=[course]),
        tom=make_person("tom", enrolled_in=[course]),
        staff=make_person("staff", staff_of=[course]),
        stranger=make_person("stranger"),
    )
