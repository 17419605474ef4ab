"""The measures that the texts are held to: they must be able to fail."""

from tests.qi_templates.wording import FORBIDDEN, reading_grade, strange_characters, syllables, texts_of

PLAIN = ["Put the cup where the hand is. Ask how it was.", "The nurse rings the bell."]
HEAVY = [
    "Multidisciplinary prioritisation of individualised interventions facilitates organisational sustainability "
    "notwithstanding operational implementation considerations."
]


def test_syllables_are_counted_nearly_right():
    words = {"cup": 1, "table": 2, "made": 1, "started": 2, "medicine": 3, "people": 2, "used": 1, "reason": 2}
    assert {word: syllables(word) for word in words} == words


def test_plain_words_are_read_by_children_and_heavy_ones_are_not():
    assert reading_grade(PLAIN) < 3
    assert reading_grade(HEAVY) > 20


def test_names_of_bodies_are_seen():
    texts = ("NHS England says", "as NICE says", "a nice cup", "the trust of people")
    assert [bool(FORBIDDEN.search(text)) for text in texts] == [True, True, False, False]


def test_texts_are_told_with_their_places():
    value = {"a": ["x", {"b": "y", "id": "z"}], "n": 3}
    assert list(texts_of(value, leave_out=frozenset({"id"}))) == [("a[0]", "x"), ("a[1].b", "y")]


def test_what_a_word_processor_leaves_is_seen():
    assert strange_characters(["“It’s here” – soon…", "a\u00a0b"]) == {"\u00a0"}
