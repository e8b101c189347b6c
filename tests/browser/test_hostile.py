"""In a real browser: whatever an article holds stays text, and nothing runs or loads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from statements_cli.store.results import Passage
from tools.browser import Window

TEXTS = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- <script> ]]> &lt;b&gt; &amp;",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)}",
    "abc\u202edef\x00ghi \u2066x",
    "\ud800 \u2028 \U0001f600 \U000e0041",
    "<style>*{display:none}</style><base href=//example.org><meta http-equiv=refresh content=0>",
    "x" * 3000,
    "{data} {program} {policy}",
)
SHOWN = {TEXTS[4]: "abc\ufffddef␀ghi \u2066x", TEXTS[5]: "\ufffd \n \U0001f600 \ufffd"}
FIELDS = ("text", "speaker", "role", "country", "headline", "outlet", "byline", "published", "cue", "audience")
MORE = ("channel", "question", "language", "path", "url", "date")  # kind, act and type are words of the program


@pytest.fixture(scope="module")
def page(browser: Window, reports: Any, made: Callable[..., Passage]) -> Window:
    """A report whose every field holds hostile text, opened."""
    passages = []
    for number, text in enumerate(TEXTS):
        hostile = dict.fromkeys((*FIELDS, *MORE), text) | {"via": (text,), "quotes": (text,), "utterance": text}
        passages += [made(number, **hostile), made(number + 100, **hostile | {"article": f"{text}2"})]
    links = (
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        " javascript:alert(1)",
        "file:///etc/passwd",
        "//example.org/",
        "https://user@example.org:443/a?b#c",
    )
    passages += [made(50 + at, "plain", url=link) for at, link in enumerate(links)]
    browser.look(1280, 900)
    browser.complaints()
    browser.open(reports.of(passages, "hostile", title=TEXTS[0]))
    browser.driver.find_element("id", "open-all").click()
    for name in ("speakers", "versions", "statements"):
        browser.driver.find_element("id", f"tab-{name}").click()
    return browser


def test_texts_stay_texts(page: Window) -> None:
    """Hostile texts stand on the page as they are; no element, handler or message comes of them."""
    tags = page.run("return [...new Set([...document.querySelectorAll('*')].map(e => e.tagName))]")
    words = page.run("return [...document.querySelectorAll('#list blockquote')].map(e => e.textContent)")

    assert not {"IMG", "BASE", "IFRAME", "OBJECT", "EMBED", "FORM"} & set(tags)
    assert (2, 1) == (page.run("return document.scripts.length"), page.run("return document.styleSheets.length"))
    assert 1 == page.run("return document.querySelectorAll('meta[http-equiv]').length")
    assert {SHOWN.get(text, text) for text in TEXTS} <= set(words)
    assert TEXTS[0] == page.driver.title
    assert [] == page.run(
        "return [...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(n => n.startsWith('on'))"
    )


def test_nothing_runs(page: Window) -> None:
    """No dialog opens and nothing stands in the console."""
    from selenium.common.exceptions import NoAlertPresentException

    with pytest.raises(NoAlertPresentException):
        _ = page.driver.switch_to.alert.text
    assert [] == page.complaints()


def test_only_addresses_of_the_web_are_links(page: Window) -> None:
    """Of all addresses that articles give, only those of http and https become links."""
    links = page.run("return [...document.querySelectorAll('.article a')].map(a => a.getAttribute('href'))")

    assert ["https://user@example.org:443/a?b#c"] == links
    inside = page.run(
        "return [...document.querySelectorAll('#list a:not(.article a)')].map(a => new URL(a.href).protocol)"
    )
    assert {"file:"} == set(inside)  # to statements of this page


@pytest.mark.parametrize(
    ("script", "directive"),
    [
        ("const i = new Image(); i.src = 'https://example.org/a.png'", "img-src"),
        ("fetch('https://example.org/').catch(() => 0)", "connect-src"),
        (
            "document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.org' }))",
            "frame-src",
        ),
        ("document.body.setAttribute('style', 'color: red')", "style-src-attr"),
        ("try { document.body.innerHTML = '<b>' } catch {}", "require-trusted-types-for"),
        ("location.href = 'javascript:alert(1)'", "script-src-elem"),
    ],
)
def test_the_policy_holds(page: Window, script: str, directive: str) -> None:
    """Even a program on the page could load nothing, make no markup and set no style."""
    broken = page.driver.execute_async_script(
        "const done = arguments[0];"
        "document.addEventListener('securitypolicyviolation', e => done(e.effectiveDirective), { once: true });"
        f"setTimeout(() => done('nothing'), 3000); {script};"
    )

    assert directive == broken
    page.complaints()
