import pytest
from hypothesis import given
from hypothesis import strategies as st

from qi_run_chart.domain.runs import Run, RunFigures, find_runs, measure_runs


def test_a_point_on_the_line_neither_breaks_nor_lengthens_a_run() -> None:
    assert find_runs([1, 0, 1, None, 1, -1, 0]) == (
        Run(first=1, last=5, length=3, side=1),
        Run(first=6, last=6, length=1, side=-1),
    )


@given(st.lists(st.sampled_from([-1, 1])), st.data())
def test_adding_a_point_on_the_line_changes_no_figure(sides: list[int], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(sides)))
    more = [*sides[:place], 0, *sides[place:]]
    assert measure_runs(find_runs(more)) == measure_runs(find_runs(sides))


def test_no_useful_point_has_no_figures_and_no_signal() -> None:
    figures = measure_runs(find_runs([0, 0, None]))
    assert figures == RunFigures(
        useful=0, above=0, longest=None, longest_allowed=None, crossings=None, crossings_needed=None
    )
    assert (figures.is_unusual, figures.runs) == (False, 0)


@pytest.mark.parametrize(
    ("sides", "is_too_long", "is_crossed_too_seldom"),
    [
        ([1, -1] * 12, False, False),
        ([1] * 8 + [-1, 1] * 8, False, False),
        ([1] * 9 + [-1, 1] * 8, True, False),
        (([1] * 3 + [-1] * 3) * 4, False, True),
        ([1] * 12 + [-1] * 12, True, True),
    ],
)
def test_twenty_four_points_allow_runs_of_eight_and_need_eight_crossings(
    sides: list[int], is_too_long: bool, is_crossed_too_seldom: bool
) -> None:
    figures = measure_runs(find_runs(sides))
    assert (figures.is_too_long, figures.is_crossed_too_seldom) == (is_too_long, is_crossed_too_seldom)
    assert figures.is_unusual == (is_too_long or is_crossed_too_seldom)


def test_a_run_knows_its_place_in_a_later_phase() -> None:
    assert find_runs([0, 1, 1], first=13) == (Run(first=14, last=15, length=2, side=1),)
