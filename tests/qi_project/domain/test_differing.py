"""Two states of a document, told apart row by row and field by field."""

from qi_project.domain.differing import Difference, Step, differences, leaves, names


def cycle(id, **fields):  # pylint: disable=redefined-builtin
    return {"id": id, **fields}


def document(*cycles):
    return {"schema": 2, "cycles": list(cycles), "confirmed": []}


def test_the_same_document_does_not_differ():
    one = document(cycle("a", title="One", do={"happened": ""}))
    assert differences(one, {**one, "schema": 3, "confirmed": ["mark"]}) == ()


def test_a_changed_field_is_told_with_the_rows_above_it():
    was = document(cycle("a"), cycle("b", questions=[{"id": "q", "prediction": "5"}]))
    row, question = cycle("b", questions=[{"id": "q", "prediction": "7"}]), {"id": "q", "prediction": "7"}
    assert differences(was, document(cycle("a"), row)) == (
        Difference(
            "changed",
            "cycles.questions.prediction",
            (Step("cycles", 2, row), Step("cycles.questions", 1, question)),
            "5",
            "7",
        ),
    )


def test_blank_is_blank_however_it_is_written():
    assert differences({"a": "", "b": None, "c": {}}, {"b": "", "c": {"d": ""}, "e": []}) == ()


def test_a_part_that_came_or_went_is_told_by_its_fields():
    assert differences({"aim": {"what": "Falls"}}, {"charter": {"why": "Harm"}}) == (
        Difference("changed", "charter.why", (), None, "Harm"),
        Difference("changed", "aim.what", (), "Falls", None),
    )


def test_rows_come_go_and_change_places():
    a, b, c = cycle("a"), cycle("b"), cycle("c")
    assert differences(document(a, b), document(c, b, a)) == (
        Difference("added", "cycles", (Step("cycles", 1, c),), now=c),
        Difference("moved", "cycles", ()),
    )
    gone = Difference("removed", "cycles", (Step("cycles", 1, a),), was=a)
    assert differences(document(a, b), document(b)) == (gone,)


def test_rows_without_an_id_are_told_apart_by_all_they_hold():
    one, other = {"from": "a", "to": "b"}, {"from": "a", "to": "c"}
    assert differences({"links": [one]}, {"links": [one, other]}) == (
        Difference("added", "links", (Step("links", 2, other),), now=other),
    )


def test_leaves_are_what_holds_something():
    row = cycle("a", title="One", scale=None, do={"happened": "Much"}, tasks=[{"id": "t", "what": "Ask"}])
    steps = (Step("cycles", 1, row),)
    task = Step("cycles.tasks", 1, {"id": "t", "what": "Ask"})
    assert leaves(document(row)) == (
        Difference("added", "cycles.title", steps, now="One"),
        Difference("added", "cycles.do.happened", steps, now="Much"),
        Difference("added", "cycles.tasks.what", (*steps, task), now="Ask"),
    )


def test_rows_are_found_by_their_ids_wherever_they_are():
    team = {"id": "m", "role": "Nurse"}
    row = cycle("a", tasks=[{"id": "t"}])
    found = names(document(row), {"charter": {"team": [team]}, "links": [{"from": "a"}]})
    assert found == {"a": row, "t": {"id": "t"}, "m": team}
