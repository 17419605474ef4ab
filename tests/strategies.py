"""Documents for property tests: whatever parse() accepts, small enough to read when a test fails."""

from datetime import date
from types import NoneType
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel

from qi_pdsa_planner.domain.document import Addendum, Cycle, Document, Question, Task
from qi_pdsa_planner.domain.reading import has_prediction

Model = TypeVar("Model", bound=BaseModel)
WORDS = ["", " \n", "about 7 in 10", "We will ask the nurse.", "It took ten minutes", "Zoë – 等 🙂", "\t<b>&amp;"]
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"

# No digits of chance: ten of them may be an NHS number, which is refused.
texts = st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=("Cc", "Cs", "Nd")), max_size=20)
days = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31))
ids = st.text(LETTERS, min_size=6, max_size=24)
marks = st.lists(st.text(LETTERS, min_size=1, max_size=32), max_size=2).map(tuple)


def parts(model: type[Model], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Model]:
    """Any value of the model's fields; `given` are those that are more than their type tells."""
    kinds = {name: field.annotation for name, field in model.model_fields.items() if name not in given}
    return st.builds(model, **given, **{name: _values_of(kind) for name, kind in kinds.items()})


def _values_of(kind: Any) -> st.SearchStrategy[Any]:
    if kind in (str, date, NoneType):
        return {str: texts, date: days, NoneType: st.none()}[kind]
    if get_origin(kind) is Annotated:
        return _values_of(get_args(kind)[0])
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if isinstance(kind, type):
        return parts(kind)
    return st.one_of(*map(_values_of, get_args(kind)))


def several(one: st.SearchStrategy[Any], *, most: int) -> st.SearchStrategy[tuple[Any, ...]]:
    """With ids of their own."""
    return st.lists(one, max_size=most, unique_by=lambda part: part.id).map(tuple)


addenda = st.lists(parts(Addendum), max_size=2).map(tuple)
questions = several(parts(Question, id=ids, addenda=addenda), most=3)
cycles = parts(
    Cycle, id=ids, follows=st.none(), questions=questions, tasks=several(parts(Task, id=ids), most=2)
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
