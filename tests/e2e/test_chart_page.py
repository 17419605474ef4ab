"""A full chart in Chromium: read by keyboard, decided about, its type chosen; wide, narrow and right to left."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from demo.testing import add_block
from tests.e2e.chart_page import HOST, every_page, looks, measure_of, press, save_all
from tests.e2e.looks import overflow
from tests.e2e.planner import eventually
from tests.e2e.school import School
from tests.measures import day_of


@pytest.fixture
def open_page(
    school: School, open_context: Callable[..., BrowserContext], sign_in: Callable[..., None]
) -> Callable[..., Page]:
    unit = add_block(school.course, "vertical", {"display_name": "Charts"}, name="charts")
    add_block(school.course, "qi_run_chart", {"display_name": "Is it better?"}, parent=unit, name="chart")
    save_all(school)

    def open_one(width: int = 1280, **options: object) -> Page:
        context = open_context(viewport={"width": width, "height": 900}, **options)
        sign_in(context, school.learner)
        page = context.new_page()
        page.goto(f"{school.site}/xblock/{unit}")
        return page

    return open_one


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_and_everything_fits_on_every_page(open_page: Callable[..., Page], width: int) -> None:
    page, faulty = open_page(width), {}
    for state in every_page(page):
        if faults := looks(page):
            faulty[state] = faults
    assert not faulty


def test_everything_fits_right_to_left_while_the_chart_itself_stays(open_page: Callable[..., Page]) -> None:
    page = open_page(360, locale="ar")
    expect(page.locator(f"{HOST} .qi")).to_have_attribute("dir", "rtl")
    press(page, "Waiting time")
    faults = overflow(page, HOST)
    order = page.evaluate("""() => {
      const texts = [...document.querySelector("qi-run-chart").shadowRoot.querySelectorAll(".chart-box text")];
      const label = texts.find((one) => one.textContent.startsWith("Median")).getBoundingClientRect();
      const box = document.querySelector("qi-run-chart").shadowRoot.querySelector(".chart-box").getBoundingClientRect();
      return [label.left > box.left + box.width / 2, label.right <= box.right + 1];
    }""")
    assert (faults, order) == ([], [True, True])


def test_no_label_of_the_picture_covers_another(open_page: Callable[..., Page]) -> None:
    for width in (1280, 360):
        page = open_page(width)
        press(page, "Waiting time")
        covered = page.evaluate("""() => {
          const chart = document.querySelector("qi-run-chart").shadowRoot.querySelector(".chart-box svg");
          const edge = chart.getBoundingClientRect();
          const boxes = [...chart.querySelectorAll("text, .flag rect")].filter((one) => !one.closest(".flag") || one.matches("rect"));
          const found = boxes.map((one) => [one.textContent || "flag", one.getBoundingClientRect()]);
          const meets = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2;
          return [
            ...found.flatMap(([name, a], place) => found.slice(place + 1).filter(([, b]) => meets(a, b)).map(([other]) => `${name} / ${other}`)),
            ...found.filter(([, a]) => a.right > edge.right + 1 || a.left < edge.left - 1).map(([name]) => `${name} stands out`),
          ];
        }""")
        assert covered == [], width


def test_a_keyboard_alone_reads_the_points(open_page: Callable[..., Page]) -> None:
    page = open_page()
    press(page, "Waiting time")
    page.locator("#chart-box").focus()
    said = page.locator("#point-said")
    page.keyboard.press("End")
    last = "15 Jun 2026 · 36\u00a0minutes · below the line · part of a long run · On the better side"
    expect(said).to_have_text(last)
    page.keyboard.press("Home")
    expect(said).to_contain_text("5 Jan 2026 · 48\u00a0minutes")
    page.keyboard.press("ArrowRight")
    expect(said).to_contain_text("12 Jan 2026")
    expect(page.locator("#point")).to_have_value("1")


def test_a_click_anywhere_above_a_date_chooses_its_point(open_page: Callable[..., Page]) -> None:
    page = open_page(360)
    press(page, "Waiting time")
    box = page.locator(".chart-box svg").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 34, box["y"] + box["height"] / 2)
    expect(page.locator("#point-said")).to_contain_text("5 Jan 2026")


def test_the_chart_is_told_in_a_sentence_with_its_signal(open_page: Callable[..., Page]) -> None:
    page = open_page()
    press(page, "Waiting time")
    caption = page.locator("figcaption")
    expect(caption).to_contain_text("a signal by the Anhøj rules: longest run 12 of at most 8")
    expect(caption.get_by_role("listitem").last).to_contain_text(
        "On the better side: a run of 12 points below the line, \u206830 Mar 2026\u2069 to \u206815 Jun 2026\u2069."
    )
    press(page, "All measures")
    press(page, "Length of stay")
    expect(caption).to_contain_text("Change: improving, low or falling")
    expect(caption).to_contain_text("Target: met on some days, missed on others, by chance")


def test_decisions_are_made_and_taken_back_without_the_picture(open_page: Callable[..., Page], school: School) -> None:
    page = open_page()
    press(page, "Rounds done")
    expect(page.get_by_label("Why a new phase starts here")).to_have_value("New team")
    page.get_by_label("Why a new phase starts here").fill("New team, new rota")
    page.locator("#point").select_option("3")
    press(page, "Leave this point out")
    press(page, "Leave this point out")
    expect(page.get_by_text("Please give a reason")).to_be_visible()
    page.get_by_label("Why is this point left out?").fill("Counted twice")
    press(page, "Leave this point out")
    expect(page.get_by_text("Left out: 26 Jan 2026", exact=True)).to_be_visible()
    left = [("New team, new rota", "Counted twice")]

    def kept() -> list[tuple[str, str]]:
        measure = measure_of(school, 1)
        return [(measure["phases"][0]["reason"], measure["points"][3]["excluded"])]

    assert eventually(kept, left) == left
    press(page, "Include this point again")
    press(page, "Join with the phase before")
    assert eventually(lambda: measure_of(school, 1)["phases"], []) == []
    assert measure_of(school, 1)["points"][3]["excluded"] is None


def test_questions_lead_to_a_chart_and_rules_follow(open_page: Callable[..., Page], school: School) -> None:
    page = open_page()
    press(page, "Rounds done")
    page.get_by_text("Chart type and rules").click()
    page.get_by_role("radio", name=re.compile("^Classic run-chart rules")).check()
    press(page, "Help me choose")
    page.get_by_role("radio", name=re.compile("^A share of people")).check()
    page.get_by_role("radio", name="Up to some hundreds each time").check()
    expect(page.get_by_text("We suggest: p chart: share of people")).to_be_visible()
    press(page, "Use this chart")
    expect(page.get_by_text("The rules you had do not go with this chart")).to_be_visible()
    assert eventually(lambda: measure_of(school, 1)["chart"], "p") == "p"
    assert measure_of(school, 1)["rules"] == "anhoej"
    expect(page.locator("figcaption")).to_contain_text("Limits", timeout=15_000)
    page.get_by_label("Chart type", exact=True).select_option("t")
    page.get_by_role("radio", name=re.compile("^Making Data Count")).check()
    expect(page.get_by_text("These rules are for the I (XmR) chart")).to_be_visible()
    expect(page.get_by_label("Chart type", exact=True)).to_have_value("i")


def test_what_the_points_cannot_feed_is_said(open_page: Callable[..., Page]) -> None:
    page = open_page()
    press(page, "Waiting time")
    page.get_by_text("Chart type and rules").click()
    page.get_by_label("Chart type", exact=True).select_option("p")
    expect(page.locator("figcaption")).to_contain_text("needs a numerator and a denominator", timeout=15_000)
    page.get_by_label("Chart type", exact=True).select_option("xbar")
    expect(page.get_by_text("needs several values on each date")).to_be_visible(timeout=15_000)


def test_the_settings_of_making_data_count_are_kept(open_page: Callable[..., Page], school: School) -> None:
    page = open_page()
    press(page, "Length of stay")
    page.get_by_text("Chart type and rules").click()
    page.get_by_role("radio", name="6 points").check()
    page.get_by_role("radio", name="No, as the spreadsheet").check()
    page.get_by_role("radio", name="Yes, as since 2023").check()
    wanted = {"run_length": 6, "screening": False, "beyond_counts": True}
    assert eventually(lambda: measure_of(school, 2)["mdc"], wanted) == wanted


def test_a_phone_shows_whole_numbers_in_the_table(open_page: Callable[..., Page]) -> None:
    page = open_page(360)
    press(page, "Waiting time")
    press(page, "Data")
    numbers = page.locator(f"{HOST} .points input[type=number]")
    expect(numbers).not_to_have_count(0)
    assert numbers.evaluate_all("all => all.filter((one) => one.clientWidth < 80).length") == 0


def test_a_wrong_number_is_said_at_its_field_at_once(open_page: Callable[..., Page], school: School) -> None:
    page = open_page(360)
    page.get_by_role("button", name=re.compile("^Add a value.*Rounds done")).click()
    page.get_by_label("Numerator", exact=True).fill("9")
    page.get_by_label("Out of", exact=True).fill("0")
    expect(page.get_by_text("This must be more than zero.")).to_be_visible()
    press(page, "Add")
    expect(page.get_by_label("Numerator", exact=True)).to_have_value("9")
    page.get_by_label("Out of", exact=True).fill("10")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text(re.compile("^Added for"))).to_be_visible()
    assert eventually(lambda: len(measure_of(school, 1)["points"]), 21) == 21
    press(page, "Undo this")
    assert eventually(lambda: len(measure_of(school, 1)["points"]), 20) == 20


def test_a_point_that_ends_the_baseline_is_not_removed_silently(open_page: Callable[..., Page]) -> None:
    page = open_page()
    press(page, "Waiting time")
    press(page, "Data")
    press(page, "Remove 23 Mar 2026")
    expect(page.get_by_text("Your baseline ended there")).to_be_visible()
    press(page, "Undo this")
    press(page, "Chart")
    expect(page.get_by_text("Baseline until 23 Mar 2026", exact=True)).to_be_visible()


def test_a_new_event_takes_the_date_of_the_chosen_point(open_page: Callable[..., Page]) -> None:
    page = open_page()
    press(page, "Waiting time")
    page.locator("#point").select_option("20")
    press(page, "Add something that happened")
    expect(page.get_by_label("Date of the event").last).to_have_value(day_of(20))


def test_the_picture_follows_every_key(open_page: Callable[..., Page]) -> None:
    page = open_page()
    press(page, "Waiting time")
    press(page, "Data")
    trace = page.locator(".chart-box .trace")
    drawn = [trace.get_attribute("d")]
    page.get_by_label("Value, 15 Jun 2026").focus()
    page.keyboard.press("End")
    for key in "5.5":
        page.keyboard.press(key)
        drawn.append(trace.get_attribute("d"))
    assert len(set(drawn)) == 3  # a point alone is no other number yet
    expect(page.get_by_label("Value, 15 Jun 2026")).to_have_value("365.5")
