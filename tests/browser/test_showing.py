"""In a real browser: statements open to their passages, links lead to them, speakers and versions have their views."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statements_cli.output.citations.footnote import footnote
from statements_cli.store.results import Passage
from tools.browser import Window

TAB = "\ue004"  # as the driver writes the key


def element(window: Window, selector: str) -> Any:
    """Return the first element that a selector finds."""
    return window.driver.find_element("css selector", selector)


def texts(window: Window, selector: str) -> list[str]:
    """Return the texts of all elements that a selector finds."""
    return [one.text for one in window.driver.find_elements("css selector", selector)]


def opened_id(window: Window) -> str:
    """Return the id of the statement that has the focus, or nothing."""
    return str(window.run("return document.activeElement.id"))


def test_passage(opened: Window, made: Callable[..., Passage]) -> None:
    """A statement opens to its passage, content, cue and source marked, with its article and its footnote."""
    statement = made(74).statement
    card = f"#s-{statement.id}"
    element(opened, "#search").send_keys("point 74")
    element(opened, f"{card} summary").send_keys(" ")
    opened.wait("document.querySelector('.passage')")

    assert "“nobody wants a new wall, point 74,” said Chloé Dupré." == element(opened, f"{card} .passage").text
    parts = {name: texts(opened, f"{card} .passage .{name}") for name in ("content", "cue", "source")}
    assert {"content": ["nobody wants a new wall, point 74"], "cue": ["said"], "source": ["Chloé Dupré"]} == parts
    assert footnote(statement) == element(opened, f"{card} .footnote").text
    link = element(opened, f"{card} .article a")
    assert ("https://example.org/74", "noopener noreferrer") == (link.get_attribute("href"), link.get_attribute("rel"))


@pytest.mark.parametrize("beginning", [4, 8])
def test_deep_link(opened: Window, report: Path, made: Callable[..., Passage], beginning: int) -> None:
    """A link with an id, or its beginning, opens the page at that statement, on whatever page it stands."""
    statement = made(5).statement
    opened.open(report, statement.id[:beginning])

    assert f"s-{statement.id}" == opened_id(opened)
    assert opened.run("return document.activeElement.querySelector('details').open")
    top = opened.run("return document.activeElement.getBoundingClientRect().top")
    assert 0 <= top < 60
    assert "Page 3 of 3" in element(opened, "#pager").text


def test_link_to_what_is_filtered_out(opened: Window, made: Callable[..., Passage]) -> None:
    """A link to a statement that the search leaves out ends the search; an unknown one changes nothing."""
    statement = made(5).statement
    element(opened, "#search").send_keys("grain")
    opened.run("location.hash = '#nowhere'")
    opened.run("location.hash = arguments[0]", f"#{statement.id}")
    opened.wait(f"document.activeElement.id === 's-{statement.id}'")

    assert "" == element(opened, "#search").get_attribute("value")


def test_pages(opened: Window) -> None:
    """The keyboard turns pages, and stands at the first statement of the new one."""
    element(opened, "#pager button:last-child").send_keys(" ")

    assert "Page 2 of 3" in element(opened, "#pager").text
    assert opened_id(opened) == opened.run("return document.querySelector('.statement').id")


def test_tabs(opened: Window) -> None:
    """Views are tabs: arrows move between them, and only the one chosen is in the order of the Tab key."""
    from selenium.webdriver import Keys

    element(opened, "#tab-statements").send_keys(Keys.ARROW_RIGHT)
    assert ("tab-speakers", True) == (opened_id(opened), element(opened, "#panel-speakers").is_displayed())
    element(opened, "#tab-speakers").send_keys(Keys.END)
    assert "tab-versions" == opened_id(opened)
    element(opened, "#tab-versions").send_keys(Keys.ARROW_RIGHT)
    assert "tab-statements" == opened_id(opened)
    assert ["tab-statements"] == opened.run(
        "return [...document.querySelectorAll('[role=tab]')].filter(t => t.tabIndex === 0).map(t => t.id)"
    )


def test_speakers(opened: Window) -> None:
    """Speakers stand with role, country and days, in an order that is chosen; a name leads to what they said."""
    element(opened, "#tab-speakers").click()
    rows = texts(opened, "#panel-speakers tbody tr")
    assert "Ada Marlow Foreign Minister United Kingdom 29 1 January 2025 6 June 2025" == " ".join(rows[0].split())
    element(opened, "th.speaker button").click()
    assert "ascending" == element(opened, "th.speaker").get_attribute("aria-sort")
    opened.driver.find_element("xpath", "//button[.='Boris Vane']").click()

    assert element(opened, "#panel-statements").is_displayed()
    assert {"Boris Vane"} == set(texts(opened, "#list h3"))


def test_roles(browser: Window, reports: Any, made: Callable[..., Passage]) -> None:
    """A speaker has all roles that articles give, the commonest first."""
    browser.look(1280, 900)
    browser.open(reports.of([made(0, role="Envoy"), made(3), made(6)], "roles"))
    element(browser, "#tab-speakers").click()

    assert "Foreign Minister; Envoy" == element(browser, "#panel-speakers .role").text


def test_versions(opened: Window) -> None:
    """An utterance stands once, the fullest version first, the words that differ marked as deleted and inserted."""
    element(opened, "#tab-versions").click()

    assert ["Ada Marlow"] == texts(opened, ".utterance h3")
    assert ["fullest"] == texts(opened, ".versions b")
    assert {"at the old mole", "open again"} == set(texts(opened, ".versions del"))
    assert ["reopen"] == texts(opened, ".versions ins")
    element(opened, ".versions li:last-child a").click()
    opened.wait("document.activeElement.classList.contains('statement')")
    opened.wait("document.querySelector('.target .versions')")
    assert ["fullest", "this one"] == texts(opened, ".target .versions b")


def test_order_of_the_tab_key(opened: Window) -> None:
    """From the top, Tab leads to the skip link, the timeline, the search, the filters and the views, each seen."""
    from selenium.webdriver import ActionChains, Keys

    opened.run("document.activeElement.blur()")
    seen = []
    for _ in range(40):
        ActionChains(opened.driver).send_keys(Keys.TAB).perform()
        seen.append(
            opened.run(
                "const e = document.activeElement, b = e.getBoundingClientRect();"
                "return [e.id || e.className.baseVal || e.className || e.tagName, b.top >= 0 && b.bottom <= innerHeight + 1]"
            )
        )
    names = [name for name, _ in seen]
    wanted = ["skip", "handle none", "search", "since", "until", "undated", "tab-statements", "sort", "open-all"]
    places = [names.index(name) for name in wanted]

    assert sorted(places) == places
    assert [] == [name for name, visible in seen if not visible]


def test_skip_link(opened: Window) -> None:
    """The first link leads past search and filters to the statements."""
    opened.driver.switch_to.active_element.send_keys(TAB)  # it shows itself where it is reached
    focused = opened.driver.switch_to.active_element
    assert focused == element(opened, ".skip")
    focused.send_keys("\n")

    assert "results" == opened_id(opened)


def test_print(opened: Window) -> None:
    """On paper stand all statements that fit, not only those of the page, and no controls."""
    from pypdf import PdfReader

    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(opened.printed())).pages).split())

    assert [] == [number for number in range(75) if f"point {number}" not in text]
    assert "Open all passages" not in text and "Search what was said" not in text
    assert 30 == len(texts(opened, "#list blockquote"))


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_window(opened: Window, width: int) -> None:
    """No view has to be scrolled sideways, down to 320 pixels (WCAG 2.2, 1.4.10)."""
    opened.look(width, 800)
    element(opened, "summary").click()
    wide = []
    for name in ("speakers", "versions", "statements"):
        element(opened, f"#tab-{name}").click()
        wide.append(opened.run("return document.documentElement.scrollWidth"))

    assert [width] * 3 == wide


@pytest.mark.parametrize(
    ("days", "facts", "peak"),
    [
        (["2025-03-05"], ", 5 March 2025", "most on 5 March 2025: 1."),
        (["2025-03-05", "2025-03-06"], ", 5 March 2025 to 6 March 2025", "most on 5 March 2025: 1."),
        # what is known by year or month alone is called so, and stretches the timeline to no day of its own
        (["2008", *["2025-03-05"] * 30], ", 2008 to 5 March 2025", "By day; most on 5 March 2025: 30."),
        (["2024-11-05", "2025-03-06"], ", 5 November 2024 to 6 March 2025", "most in the week of 4 November 2024: 1."),
    ],
)
def test_period_in_words(
    browser: Window, reports: Any, made: Callable[..., Passage], days: list[str], facts: str, peak: str
) -> None:
    """One day is named once, and the fullest period as one speaks of it."""
    path = reports.of([made(number, date=day) for number, day in enumerate(days)], f"days-{len(days)}-{days[0]}")
    browser.open(path)

    assert element(browser, "#facts").text.endswith(facts)
    assert peak in element(browser, "#timeline-summary").text
