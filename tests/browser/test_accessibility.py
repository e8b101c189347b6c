"""In a real browser: axe-core finds nothing against WCAG 2.2 AA, in both colour schemes and at both widths."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tools.browser import Window

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, { runOnly: arguments[0], resultTypes: ["violations"] }).then(
  (found) => done(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).slice(0, 3)}`)),
  (fault) => done([String(fault)]),
);
"""

pytestmark = pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not there: npm ci --prefix tests/browser")


@pytest.fixture(scope="module")
def violations(browser: Window) -> Callable[[], Any]:
    """What runs axe-core on the page that is open."""

    def run() -> Any:
        browser.run(AXE.read_text("utf-8") + "; window.axe = axe")
        return browser.driver.execute_async_script(_RUN, list(TAGS))

    return run


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_violations(opened: Window, violations: Callable[[], Any], width: int, dark: bool) -> None:
    """Every view, with a search, a period, opened statements and all filters, is without fault."""
    opened.look(width, 900, dark=dark)
    opened.run("document.getElementById('filters').open = true")
    opened.driver.find_element("id", "search").send_keys("habrour")
    opened.driver.find_element("css selector", "[data-end='0']").send_keys("\ue014\ue014\ue014")  # arrow right
    opened.driver.find_element("id", "open-all").click()
    found = list(violations())
    for name in ("speakers", "versions"):
        opened.driver.find_element("id", f"tab-{name}").click()
        found += violations()

    assert [] == found


def test_faults_are_found(opened: Window, violations: Callable[[], Any]) -> None:
    """What runs axe-core finds a fault where there is one."""
    opened.run("document.getElementById('search').labels[0].remove()")
    opened.run("document.getElementById('search').removeAttribute('aria-describedby')")

    assert any(one.startswith("label:") for one in violations())
