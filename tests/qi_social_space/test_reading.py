"""Who sees what, in which order, with how many queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from qi_social_space import api
from qi_social_space.domain.posting import Edit
from tests.qi_social_space.conftest import NOW, later

pytestmark = pytest.mark.django_db


def queries(action):
    with CaptureQueriesContext(connection) as captured:
        action()
    return len(captured)


def test_the_newest_comes_first(amara, bilal, say, texts):
    say(amara, "One")
    say(bilal, "Two")
    assert texts(amara) == ["<p>Two</p>", "<p>One</p>"]


def test_another_cohort_is_another_world(amara, reader, usage_key, say, texts):
    mine = say(amara, "Ours")
    theirs = reader("bilal", space_id=api.space_of(usage_key, cohort=2, on_leaving="erase"))
    assert texts(theirs) == []
    for peek in (api.thread, api.replies):
        with pytest.raises(api.NotThere):
            peek(theirs, mine)
    assert api.posts(theirs, [mine]) == {}
    assert api.rooms_of(usage_key) == {0: amara.space_id, 2: theirs.space_id}


def test_a_private_answer_is_for_nobody_else(amara, farida, bilal, say, texts):
    say(amara, "Only me", audience="me")
    assert [texts(who) for who in (amara, bilal, farida)] == [["<p>Only me</p>"], [], []]


def test_a_post_for_facilitators_and_their_answer_reach_its_author(amara, bilal, farida, say, texts):
    asked = say(amara, "May I?", audience="facilitators")
    say(farida, "You may", reply_to=asked)
    assert [texts(who) for who in (amara, bilal, farida)] == [["<p>May I?</p>"], [], ["<p>May I?</p>"]]
    assert [one.html for one in api.thread(amara, asked).replies] == ["<p>You may</p>"]


def test_held_posts_are_seen_by_their_author_and_facilitators(amara, bilal, farida, say, texts):
    say(amara, "Held", premoderated=True)
    assert [texts(who) for who in (amara, bilal, farida)] == [["<p>Held</p>"], [], ["<p>Held</p>"]]


def test_who_is_muted_is_not_seen_but_by_facilitators(amara, bilal, farida, say, texts):
    say(bilal, "Loud")
    api.mute(amara, bilal.user_id, is_on=True)
    api.mute(farida, bilal.user_id, is_on=True)
    assert [texts(who) for who in (amara, farida)] == [[], ["<p>Loud</p>"]]
    api.mute(amara, bilal.user_id, is_on=False)
    assert texts(amara) == ["<p>Loud</p>"]


def test_before_opening_only_ones_own_are_there(reader, bilal, say, texts):
    say(bilal, "Theirs")
    shy = reader("amara", only_own=True)
    say(shy, "Mine")
    assert texts(shy) == ["<p>Mine</p>"]


def test_a_hidden_post_keeps_its_place_and_its_replies(amara, bilal, chi, farida, say):
    post = say(amara, "Rude")
    say(bilal, "Well", reply_to=post)
    api.decide(farida, post, act="hide", reason="unkind", note="Please be kind", now=NOW)
    seen = {who: api.thread(who, post) for who in (amara, chi, farida)}
    assert [(one.post.state, one.post.html, one.post.note) for one in seen.values()] == [
        ("hidden", "<p>Rude</p>", "Please be kind"),
        ("hidden", "", ""),
        ("hidden", "<p>Rude</p>", "Please be kind"),
    ]
    assert [reply.html for reply in seen[chi].replies] == ["<p>Well</p>"]


def test_a_deleted_post_keeps_its_place_only_where_somebody_answered(amara, bilal, say, texts):
    alone, answered = say(amara, "Alone"), say(amara, "Answered")
    say(bilal, "Yes", reply_to=answered)
    for post in (alone, answered):
        api.delete(amara, post, now=NOW)
    (left,) = api.page(bilal).threads
    assert (left.post.id, left.post.state, left.post.html, left.reply_count) == (answered, "deleted", "", 1)


def test_pages_of_twenty_follow_each_other_without_gap_or_double(amara, bilal, farida, say):
    posts = [say(farida, f"Post {n}") for n in range(45)]
    seen, after = [], None
    while True:
        page = api.page(bilal, after=after)
        seen += [thread.post.id for thread in page.threads]
        after = page.after
        if after is None:
            break
        say(farida, "One more while reading")
    assert seen == posts[::-1]


def test_waiting_begins_with_the_oldest_and_ends_with_an_answer(amara, bilal, say, texts):
    first, second = say(amara, "First"), say(amara, "Second")
    say(amara, "I'll add", reply_to=first)
    assert texts(bilal, sort="waiting") == ["<p>First</p>", "<p>Second</p>"]
    say(bilal, "Answer", reply_to=first)
    assert texts(bilal, sort="waiting") == ["<p>Second</p>"]
    assert texts(bilal, sort="waiting", after=second) == []


def test_an_answer_that_goes_makes_its_thread_wait_again(amara, bilal, chi, farida, say, texts):
    post = say(amara, "Question")
    reply = say(bilal, "Answer", reply_to=post)
    api.delete(bilal, reply, now=NOW)
    assert texts(chi, sort="waiting") == ["<p>Question</p>"]
    hidden = say(bilal, "Another", reply_to=post)
    api.decide(farida, hidden, act="hide", reason="", note="", now=NOW)
    assert texts(chi, sort="waiting") == ["<p>Question</p>"]
    api.decide(farida, hidden, act="restore", reason="", note="", now=NOW)
    assert texts(chi, sort="waiting") == []


def test_picks_are_what_facilitators_highlight_and_pins_stand_on_top(amara, bilal, farida, say, texts):
    good, pinned, _ = say(amara, "Good"), say(bilal, "Pinned"), say(bilal, "Other")
    api.highlight(farida, good, highlight_as="good_example", is_pinned=False, now=NOW)
    api.highlight(farida, pinned, highlight_as="", is_pinned=True, now=NOW)
    assert texts(amara, sort="picks") == ["<p>Pinned</p>", "<p>Good</p>"]
    page = api.page(amara)
    assert [one.post.id for one in page.pinned] == [pinned]
    assert pinned not in [one.post.id for one in page.threads]
    api.highlight(farida, pinned, highlight_as="", is_pinned=False, now=NOW)
    assert api.page(amara).pinned == ()


def test_following_people_and_topics(amara, bilal, chi, say, texts):
    say(bilal, "From Bilal")
    say(chi, "About falls", topic="falls")
    say(chi, "About else")
    api.follow(amara, bilal.user_id, is_on=True)
    api.follow_topic(amara, "falls", is_on=True)
    assert texts(amara, sort="following") == ["<p>About falls</p>", "<p>From Bilal</p>"]
    api.follow(amara, bilal.user_id, is_on=False)
    assert texts(amara, sort="following") == ["<p>About falls</p>"]
    assert texts(amara, topic="falls") == ["<p>About falls</p>"]
    assert texts(chi, sort="mine") == ["<p>About else</p>", "<p>About falls</p>"]


def test_ids_of_people_cannot_be_tried_out(amara, people):
    for act in (api.follow, api.mute):
        with pytest.raises(api.NotThere):
            act(amara, people["chi"], is_on=True)


def test_the_last_three_replies_come_along_and_the_rest_on_asking(amara, farida, say):
    post = say(amara, "Question")
    ids = [say(farida, f"Reply {n}", reply_to=post) for n in range(5)]
    thread = api.thread(amara, post)
    assert ([one.id for one in thread.replies], thread.reply_count) == (ids[2:], 5)
    assert [one.id for one in api.replies(amara, post, before=ids[2])] == ids[:2]
    assert [one.id for one in api.replies(amara, post)] == ids
    assert api.thread(amara, ids[0]) == thread


def test_since_you_were_last_here(amara, bilal, chi, say):
    mine = say(amara, "Mine")
    say(bilal, "Seen")
    assert api.news(amara) == api.News()
    api.come_in(amara, now=NOW)
    assert api.news(amara) == api.News()
    api.read_up_to(amara, post_id=10**9, now=later(minutes=1))
    reply, _ = say(bilal, "To you", reply_to=mine), say(chi, "New")
    api.come_in(amara, now=later(minutes=20))
    assert api.news(amara).posts == 0  # the same visit
    api.come_in(amara, now=later(hours=2))
    found = api.news(amara)
    assert (found.posts, [one.id for one in found.replies], found.is_return) == (1, [reply], True)


def test_new_to_you_is_what_others_wrote_since_the_last_visit(amara, bilal, say, texts):
    say(bilal, "Seen")
    assert texts(amara, sort="unseen") == ["<p>Seen</p>"]  # before the first visit everything is new
    api.come_in(amara, now=NOW)
    api.read_up_to(amara, post_id=10**9, now=NOW)
    say(bilal, "New")
    say(amara, "Mine")
    api.come_in(amara, now=later(hours=2))
    assert texts(amara, sort="unseen") == ["<p>New</p>"]


def test_earlier_words_are_for_the_writer_and_facilitators(amara, bilal, farida, say):
    post = say(amara, "First")
    api.edit(amara, post, Edit(text="Tidied"), api.Rendered("Tidied"), now=later(minutes=30))
    assert api.history(amara, post) == ()
    api.edit(amara, post, Edit(text="Second"), api.Rendered("Second"), now=later(minutes=31))
    told = (api.Version("Tidied", later(minutes=31)),)
    assert api.history(amara, post) == api.history(farida, post) == told
    with pytest.raises(api.NotThere):
        api.history(bilal, post)


@pytest.mark.parametrize("sort", ["new", "unseen", "waiting", "picks", "following", "mine"])
def test_a_page_costs_the_same_at_one_post_and_at_twenty(sort, amara, bilal, farida, say):
    def fill(number):
        for n in range(number):
            post = say(farida, f"Post {n}")
            if sort != "waiting":
                say(bilal, f"Reply {n}", reply_to=post, now=later(days=n))
            api.react(amara, post, kind="thanks", is_on=True)

    fill(1)
    one = queries(lambda: api.page(farida, sort=sort))
    fill(20)
    assert queries(lambda: api.page(farida, sort=sort)) == one <= 5


def test_a_poll_costs_one_query(amara, say):
    say(amara)
    assert queries(lambda: api.newest_change(amara)) == 1


def test_what_is_known_of_a_person_costs_eight_queries(amara, say):
    assert queries(lambda: api.standing_of(amara, now=NOW)) == 8
    say(amara)
    assert queries(lambda: api.standing_of(amara, now=NOW)) == 8
