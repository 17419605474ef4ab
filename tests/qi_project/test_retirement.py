"""A person leaves the platform for good."""

import sys
from datetime import datetime, timezone
from types import ModuleType, SimpleNamespace

import pytest
from django.dispatch import Signal
from qi_core.compat import our_block_types
from qi_project import api, signals
from qi_project.models import Project

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=timezone.utc)


@pytest.fixture
def platform(monkeypatch):
    """The two modules of the platform that retirement asks for, as far as it asks."""
    states = {}

    class States:
        @staticmethod
        def filter(*, student, module_type__in):
            def update(**values):
                states[student.id] = (module_type__in, values)
                return 1

            return SimpleNamespace(update=update)

    modules = {
        "openedx.core.djangoapps.user_api.accounts.signals": {"USER_RETIRE_LMS_MISC": Signal()},
        "lms.djangoapps.courseware.models": {"StudentModule": SimpleNamespace(objects=States)},
    }
    for name, contents in modules.items():
        parts = name.split(".")
        for end in range(1, len(parts) + 1):
            dotted = ".".join(parts[:end])
            monkeypatch.setitem(sys.modules, dotted, sys.modules.get(dotted) or ModuleType(dotted))
        vars(sys.modules[name]).update(contents)
    retire = modules["openedx.core.djangoapps.user_api.accounts.signals"]["USER_RETIRE_LMS_MISC"]
    return SimpleNamespace(retire=retire, states=states)


@pytest.fixture
def people(django_user_model):
    users = [django_user_model.objects.create_user(name) for name in ("amina", "bilal")]
    for user in users:
        api.save(user.id, "pdsa", document={}, seen=0, counts={}, now=NOW)
    return users


@pytest.mark.django_db
def test_retiring_erases_everything_of_that_person_alone(platform, people):
    amina, bilal = people
    signals.connect_retirement()
    for _ in range(2):  # the platform may send it again
        platform.retire.send(sender=None, user=amina)
    assert list(Project.objects.values_list("owner_id", flat=True)) == [bilal.id]
    assert platform.states == {amina.id: (our_block_types(), {"state": "{}"})}


@pytest.mark.django_db
def test_an_error_is_not_swallowed(platform, people, monkeypatch):
    signals.connect_retirement()
    monkeypatch.setattr(api, "erase_person", lambda user_id: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        platform.retire.send(sender=None, user=people[0])


@pytest.mark.django_db
def test_outside_the_platform_erasing_works_and_nothing_is_connected(people):
    signals.connect_retirement()
    signals.forget(user=people[0])
    assert Project.objects.count() == 1
