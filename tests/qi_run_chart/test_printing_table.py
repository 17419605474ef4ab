"""A table on paper: how many columns fit side by side, which pages follow, and how footnotes are lettered."""

import pytest
from qi_run_chart.printing_table import Footnotes, letters, pages_of


def rows(count, *, width=20):
    return [{"on": str(place).ljust(width)} for place in range(count)]


def shape(columns):
    return [len(column) for column in columns]


@pytest.mark.parametrize(
    ("count", "width", "beside"),
    [
        (0, 20, []),
        (6, 20, [6]),
        (7, 20, [4, 3]),
        (60, 20, [15, 15, 15, 15]),
        (60, 25, [15, 15, 15, 15]),
        (60, 26, [20, 20, 20]),
        (60, 37, [30, 30]),
        (60, 61, [60]),
        (120, 20, [30, 30, 30, 30]),
    ],
)
def test_up_to_120_rows_stand_beside_the_picture(count, width, beside):
    found, after = pages_of(rows(count, width=width))
    assert (shape(found), after) == (beside, [])


def test_more_rows_have_pages_of_their_own_and_none_is_lost():
    beside, after = pages_of(rows(400))
    assert (beside, [shape(page) for page in after]) == ([], [[54] * 4, [46] * 4])
    assert [row for page in after for column in page for row in column] == rows(400)


def test_footnotes_are_lettered_in_order_and_each_text_once():
    notes = Footnotes()
    assert [notes.mark(text) for text in ("staff meeting", "snow", "staff meeting")] == ["a", "b", "a"]
    assert notes.told == [{"mark": "a", "text": "staff meeting"}, {"mark": "b", "text": "snow"}]


def test_letters_go_on_as_in_a_spreadsheet():
    assert [letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["a", "z", "aa", "az", "ba", "zz", "aaa"]
