"""Documents for property tests: whatever parse() accepts, small enough to read when a test fails."""

from datetime import date
from types import NoneType
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from qi_pdsa_planner.domain.document import Addendum, Cycle, Document, Question, Task
from qi_pdsa_planner.domain.reading import has_prediction

Model = TypeVar("Model", bound=BaseModel)

# A document is large: on a busy machine drawing one may take longer than Hypothesis has patience.
unhurried = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])

# Fields are drawn from lists: a document has a hundred of them. `any_text` is for tests of one field.
TEXTS = ["", " \n", "about 7 in 10", "We will ask the nurse.", "It took ten minutes", "Zoë – 等 🙂\u200b", "\t<b>&amp;{%"]
DAYS = [date(1, 1, 1), date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 30), date(9999, 12, 31)]
NUMBERS = [0.1, 1.0, 12.0, 1e-300, 1e300]  # positive: some must be
KINDS: dict[Any, list[Any]] = {
    str: TEXTS, date: DAYS, float: NUMBERS, bool: [True, False], NoneType: [None]
}  # fmt: skip

# No digits: ten of them may be an NHS number, which is refused.
any_text = st.text(st.characters(exclude_categories=("Cc", "Cs", "Nd")))
ids = st.integers(0, 99_999).map("part{:05d}".format)
marks = st.lists(st.sampled_from(["0a1b2c", "f" * 32]), max_size=2).map(tuple)


def parts(model: type[Model], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Model]:
    """Any value of the model's fields; `given` are those that are more than their type tells."""
    kinds = {name: field.annotation for name, field in model.model_fields.items() if name not in given}
    return st.builds(model, **given, **{name: _values_of(kind) for name, kind in kinds.items()})


def _values_of(kind: Any) -> st.SearchStrategy[Any]:
    is_part = isinstance(kind, type) and issubclass(kind, BaseModel)
    return parts(kind) if is_part else st.sampled_from(_choices(kind))


def _choices(kind: Any) -> list[Any]:
    if kind in KINDS:
        return KINDS[kind]
    if get_origin(kind) is Annotated:
        return _choices(get_args(kind)[0])
    if get_origin(kind) is Literal:
        return list(get_args(kind))
    return [choice for option in get_args(kind) for choice in _choices(option)]


def several(one: st.SearchStrategy[Any], *, most: int) -> st.SearchStrategy[tuple[Any, ...]]:
    """With ids of their own."""
    return st.lists(one, max_size=most, unique_by=lambda part: part.id).map(tuple)


addenda = st.lists(parts(Addendum), max_size=1).map(tuple)
questions = several(parts(Question, id=ids, addenda=addenda), most=2)
cycles = parts(
    Cycle, id=ids, follows=st.none(), idea=st.none() | ids, questions=questions,
    tasks=several(parts(Task, id=ids), most=2)
).map(lambda cycle: cycle if has_prediction(cycle) else not_started(cycle))


def not_started(cycle: Cycle) -> Cycle:
    return cycle.model_copy(update={"do": cycle.do.model_copy(update={"started_on": None})})


@st.composite
def _documents(draw: st.DrawFn, *, most: int) -> Document:
    linked: list[Cycle] = []
    for cycle in draw(several(cycles, most=most)):
        before = [None, *(one.id for one in linked)]
        linked.append(cycle.model_copy(update={"follows": draw(st.sampled_from(before))}))
    return Document(cycles=tuple(linked), confirmed=draw(marks))


documents = _documents(most=3)
