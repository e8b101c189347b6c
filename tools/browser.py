"""Open pages in a real browser without a window: Chromium or Chrome with its driver, steered by selenium.

What needs it (the tests of the report, its benchmark, the README's pictures) asks ``missing`` first, which says what
is not there. The browser is kept from doing anything of its own on the network.
"""

from __future__ import annotations

import base64
import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_SWITCHES = (
    *("headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking"),
    *("disable-component-update", "disable-sync", "disable-dev-shm-usage", "hide-scrollbars"),
)
_SECONDS = 30  # a page is waited for


def missing() -> str | None:
    """Return what is not there to open a page with, None where all is."""
    if find_spec("selenium") is None:
        return "selenium is not installed (extra: browser)"
    if not any(map(shutil.which, _BROWSERS)):
        return "there is no chromium or google-chrome"
    return None if shutil.which("chromedriver") else "there is no chromedriver"


class Window:
    """A window of the browser, of so many pixels."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def look(self, width: int, height: int, *, dark: bool = False, media: str = "") -> None:
        """Give the window a size in pixels and a colour scheme; ``media`` may be ``print``."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": [scheme]})

    def open(self, page: Path, fragment: str = "") -> None:
        """Open a report, and wait until it is there. Raises ``TimeoutError`` with what the browser said."""
        self.driver.get("about:blank")  # the same page with another fragment would not be loaded again
        self.driver.get(page.resolve().as_uri() + (f"#{fragment}" if fragment else ""))
        self.wait("document.documentElement.classList.contains('ready')")

    def run(self, script: str, *values: Any) -> Any:
        """Return what a script gives."""
        return self.driver.execute_script(script, *values)

    def wait(self, condition: str) -> None:
        """Wait until an expression holds. Raises ``TimeoutError``."""
        end = time.monotonic() + _SECONDS
        while not self.run(f"return Boolean({condition})"):
            if time.monotonic() > end:
                raise TimeoutError(f"{condition} never held; {self.complaints()}")
            time.sleep(0.02)

    def complaints(self) -> list[str]:
        """Return what stands in the browser's console, since this was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]

    def requests(self) -> list[str]:
        """Return the addresses that the browser has asked for, since this was last asked; not its own pages."""
        entries = self.driver.get_log("performance")  # type: ignore[no-untyped-call]
        events = [json.loads(entry["message"])["message"] for entry in entries]
        sent = [one["params"]["request"]["url"] for one in events if one["method"] == "Network.requestWillBeSent"]
        return [address for address in sent if not address.startswith(("about:", "chrome:", "data:"))]

    def picture(self) -> bytes:
        """Return what the window shows, as PNG."""
        return base64.b64decode(self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})["data"])

    def printed(self) -> bytes:
        """Return the page as it is printed, as PDF."""
        told = self.driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True, "preferCSSPageSize": True})
        return base64.b64decode(told["data"])


@contextmanager
def window() -> Iterator[Window]:
    """Yield a window of a browser that is started for it, with a profile of its own."""
    from selenium.webdriver import Chrome
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    with TemporaryDirectory(prefix="browser-", ignore_cleanup_errors=True) as folder:
        options = Options()
        options.binary_location = next(filter(None, map(shutil.which, _BROWSERS)))
        for switch in (*_SWITCHES, f"user-data-dir={folder}"):
            options.add_argument(f"--{switch}")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        driver = Chrome(options=options, service=Service(shutil.which("chromedriver")))
        try:
            driver.set_script_timeout(_SECONDS)
            yield Window(driver)
        finally:
            driver.quit()
