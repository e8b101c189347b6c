"""In a real browser: search, filters, dates and the timeline find what they should, by mouse and by keyboard."""

from __future__ import annotations

from typing import Any

import pytest

from tools.browser import Window

ALL = 81


def element(window: Window, selector: str) -> Any:
    """Return the first element that a selector finds."""
    return window.driver.find_element("css selector", selector)


def status(window: Window) -> str:
    """Return what the page says of what it found."""
    return str(element(window, "#status").text)


def shown(window: Window) -> list[str]:
    """Return the words of the statements on the page."""
    return [one.text for one in window.driver.find_elements("css selector", "#list blockquote")]


def search(window: Window, words: str) -> None:
    """Type words into the empty search field."""
    field = element(window, "#search")
    field.clear()
    field.send_keys(words)


def tick(window: Window, name: str) -> None:
    """Tick the value of a facet by its name."""
    window.driver.find_element("xpath", f"//fieldset//label[bdi='{name}']").click()


def periods(window: Window) -> list[Any]:
    """Return the bars of the timeline."""
    return window.driver.find_elements("css selector", ".bar")


def days(window: Window) -> tuple[str, str]:
    """Return the days between which statements are looked for, ISO 8601."""
    return tuple(element(window, name).get_attribute("value") for name in ("#since", "#until"))


def test_opens(opened: Window) -> None:
    """The head says what there is; statements stand with the newest first, thirty on a page."""
    assert (
        "81 statements by 3 speakers in 81 articles of 5 outlets, 1 January 2025 to 6 June 2025"
        == element(opened, "#facts").text
    )
    assert "Asked for: country GB · Made 1 June 2025 by statements 0.1.0" == element(opened, "#made").text
    assert (f"{ALL} statements.", 30) == (status(opened), len(shown(opened)))
    assert "6 Jun 2025" == element(opened, ".statement .day").text


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("grain", 19),
        ("grain sh", 19),  # the beginning of a word
        ("bour", 0),  # not the middle of one
        ("point 12", 1),
        ("grain tolls", 0),  # both
        ('"new wall"', 19),
        ('"wall new"', 0),
        ("harbour -point", 3),
        ("DUPRE", 26),  # the speaker, without case and accent
        ("habrour", 23),  # two letters swapped
        ("zebra", 0),
        ("ambassador", 26),  # the role
        ("gazette", 0),  # not the outlet, which is a filter
        ("   ", ALL),
    ],
)
def test_search(opened: Window, words: str, count: int) -> None:
    """Each word must begin a word of the statement, its speaker or role."""
    search(opened, words)

    assert status(opened).startswith(f"{count} of {ALL} statements." if count != ALL else f"{ALL} statements.")
    assert (count == 0) == element(opened, "#nothing").is_displayed()


def test_search_shows_what_matched(opened: Window) -> None:
    """Words that matched are marked; a word that nobody uses is mended, and the page says so."""
    search(opened, "habrour")

    assert "Nobody says “habrour”: searched for harbour." in status(opened)
    assert {"harbour"} == {one.text for one in opened.driver.find_elements("css selector", "#list blockquote .hit")}


def test_a_phrase_is_marked_whole(opened: Window) -> None:
    """Of a phrase only where its words stand together are marked, of a beginning the whole word."""
    search(opened, '"at the old" harb')

    assert {"at the old", "harbour"} == {one.text for one in opened.driver.find_elements("css selector", ".hit")}


def test_filters(opened: Window) -> None:
    """Values of one facet mean either, of two both; each says how many statements it gives; all can be cleared."""
    tick(opened, "Ada Marlow")
    assert f"29 of {ALL} statements." == status(opened)
    tick(opened, "Chloé Dupré")
    assert f"55 of {ALL} statements." == status(opened)
    tick(opened, "Evening Post")
    assert f"26 of {ALL} statements." == status(opened)
    assert "France" in element(opened, "#facets").text and "Germany" not in element(opened, "#facets").text
    element(opened, "#clear").click()
    assert f"{ALL} statements." == status(opened)
    assert not element(opened, "#clear").is_displayed()
    assert element(opened, "#search") == opened.driver.switch_to.active_element


def test_a_ticked_box_keeps_the_focus(opened: Window) -> None:
    """With the keyboard: a box that is ticked with the space bar is still the one that has the focus."""
    box = opened.driver.find_element("xpath", "//label[bdi='Boris Vane']/input")
    box.send_keys(" ")

    assert "26 of" in status(opened)
    focused = opened.driver.switch_to.active_element
    assert focused.is_selected() and "Boris Vane" in focused.find_element("xpath", "..").text


def test_days(opened: Window) -> None:
    """Two fields take days; what is known by its month fits where the month does, undated ones when asked for."""
    opened.run("since.value = '2025-03-05'; since.dispatchEvent(new Event('change'))")
    opened.run("until.value = '2025-03-08'; until.dispatchEvent(new Event('change'))")
    assert ("2025-03-05", "2025-03-08") == days(opened)
    assert f"3 of {ALL} statements." == status(opened)
    assert "2 without a day left out." in element(opened, "#timeline-summary").text
    element(opened, "#undated").click()
    assert f"5 of {ALL} statements." == status(opened)


def test_brush_by_mouse(opened: Window) -> None:
    """A drag over the timeline takes its periods, a click one of them, a second click on it all again."""
    from selenium.webdriver import ActionChains

    bars = periods(opened)
    ActionChains(opened.driver).click_and_hold(bars[2]).move_to_element(bars[4]).release().perform()
    assert ("2025-01-13", "2025-02-02") == days(opened)
    assert f"11 of {ALL} statements." == status(opened)
    assert 3 == len(opened.driver.find_elements("css selector", ".bar:not(.out)"))
    ActionChains(opened.driver).move_to_element(periods(opened)[1]).click().perform()
    assert ("2025-01-06", "2025-01-12") == days(opened)
    ActionChains(opened.driver).move_to_element(periods(opened)[1]).click().perform()
    assert ("", "") == days(opened)


def test_handles_are_dragged(opened: Window) -> None:
    """A handle that is dragged moves one end, and leaves the other."""
    from selenium.webdriver import ActionChains

    ActionChains(opened.driver).click_and_hold(periods(opened)[2]).move_to_element(
        periods(opened)[4]
    ).release().perform()
    handle = element(opened, "[data-end='1']")
    ActionChains(opened.driver).click_and_hold(handle).move_to_element(periods(opened)[6]).release().perform()

    assert ("2025-01-13", "2025-02-16") == days(opened)


def test_brush_by_keyboard(opened: Window) -> None:
    """Each handle is a slider that says its day, and moves by arrows, page keys, Home and End; Escape ends it."""
    from selenium.webdriver import Keys

    def press(end: int, *keys: str) -> Any:
        for key in keys:
            element(opened, f"[data-end='{end}']").send_keys(key)
        return element(opened, f"[data-end='{end}']")

    handle = press(0, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    assert ("slider", "2", "13 January 2025") == tuple(
        handle.get_attribute(name) for name in ("role", "aria-valuenow", "aria-valuetext")
    )
    assert "2025-01-13" == days(opened)[0]
    assert handle == opened.driver.switch_to.active_element
    last = press(1, Keys.HOME)
    assert ("2025-01-13", "2025-01-19") == days(opened)
    assert "3" == last.get_attribute("aria-valuenow")
    press(1, Keys.PAGE_UP)
    assert ("2025-01-13", "2025-02-02") == days(opened)
    press(1, Keys.ESCAPE)
    assert ("", "") == days(opened)


def test_order(opened: Window) -> None:
    """Statements stand in the order that is chosen; those without a day come last."""
    choice = element(opened, "#sort")
    assert ["newest", "oldest", "speaker"] == [
        one.get_attribute("value") for one in choice.find_elements("css selector", "option")
    ]
    choice.send_keys("oldest")
    assert "1 Jan 2025" == element(opened, ".statement .day").text
    for _ in range(2):
        element(opened, "#pager button:last-child").click()
    assert ["Undated", "Undated"] == [one.text for one in opened.driver.find_elements("css selector", ".day")][-2:]


def test_the_order_of_a_query(browser: Window, reports: Any, made: Any) -> None:
    """Where the command got a query, its order is the first choice, and there is none like it otherwise."""
    browser.look(1280, 900)
    browser.open(reports.of([made(number) for number in (3, 9, 1)], "ranked", ranked=True))

    assert "best" == element(browser, "#sort").get_attribute("value")
    assert ["3", "9", "1"] == [words.strip("“”").rpartition(" ")[2] for words in shown(browser)]
    element(browser, "#sort").send_keys("newest")
    assert ["9", "3", "1"] == [words.strip("“”").rpartition(" ")[2] for words in shown(browser)]


def test_without_days(browser: Window, reports: Any, made: Any) -> None:
    """Where no statement has a day there is no chart and no field for days, and nothing fails."""
    browser.look(1280, 900)
    browser.open(reports.of([made(1, date=None, date_basis=None), made(2, date=None)], "undated"))

    assert "No statement has a day." == element(browser, "#timeline-summary").text
    assert not element(browser, "#timeline-plot").is_displayed() and not element(browser, "#since").is_displayed()
    assert (2, []) == (len(shown(browser)), browser.complaints())


@pytest.mark.parametrize(
    ("days_of", "unit", "labels"),
    [
        (["2025-05-20"], "day", ["20 May"]),
        (
            ["2025-01-01", "2025-03-01"],
            "day",
            ["1 Jan", "8 Jan", "15 Jan", "22 Jan", "29 Jan", "5 Feb", "12 Feb", "19 Feb", "26 Feb"],
        ),
        (
            ["2025-01-01", "2025-05-01"],
            "week",
            ["30 Dec", "13 Jan", "27 Jan", "10 Feb", "24 Feb", "10 Mar", "24 Mar", "7 Apr", "21 Apr"],
        ),
        (["2025-01", "2025-06"], "month", [f"{month} 2025" for month in ("Jan", "Feb", "Mar", "Apr", "May", "Jun")]),
        (["2014-11-01", "2024-11-01"], "month", [f"Jan {year}" for year in range(2015, 2025)]),
        (["1994", "2025-05-20"], "year", [str(year) for year in range(1994, 2026, 2)]),
    ],
)
def test_units(browser: Window, reports: Any, made: Any, days_of: list[str], unit: str, labels: list[str]) -> None:
    """Bars are of the finest unit that gives a readable chart and suits how exactly days are known; labels are round."""
    browser.look(1280, 900)
    browser.open(reports.of([made(at, date=day) for at, day in enumerate(days_of)], "units"))

    assert element(browser, "#timeline-summary").text.startswith(f"By {unit}")
    shown_labels = [one.text for one in browser.driver.find_elements("css selector", ".tick")][1:]
    assert labels == [
        label.removesuffix(" 2025").removesuffix(" 2024") if unit in ("day", "week") else label
        for label in shown_labels
    ]


@pytest.mark.parametrize("width", [420, 500, 800, 1280])
@pytest.mark.parametrize("first", ["1988", "1990", "2024-01", "2025-01-01"])
def test_labels_lie_within_the_plot(browser: Window, reports: Any, made: Any, first: str, width: int) -> None:
    """No label of the axis is cut off at the right, whatever the width."""
    browser.look(width, 900)
    browser.open(reports.of([made(at, date=day) for at, day in enumerate([first, "2025-08-08"])], "labels"))
    beyond = browser.run(
        "const right = document.querySelector('#timeline-plot svg').getBoundingClientRect().right;"
        "return Array.from(document.querySelectorAll('.tick'))"
        ".filter((one) => one.getBoundingClientRect().right > right).map((one) => one.textContent)"
    )

    assert [] == beyond
