"""Every page of a phone, judged by axe-core and measured: nothing cut, nothing too small."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from game.i18n import Lang
from tests.browser import beyond_the_edge, chromium, needs_browser, violations
from tests.effort import NIGHTLY
from tests.phones.gallery import SIZES, SMALL, Scheme, every_page

pytestmark = [needs_browser, pytest.mark.slow]

_CUT = """() => [...document.querySelectorAll('#page *, #toast, #line')].filter(part => {
    const style = getComputedStyle(part)
    if (!part.checkVisibility() || style.display === 'inline') return false
    const wide = part.scrollWidth > part.clientWidth + 1
    const high = part.scrollHeight > part.clientHeight + 1 && part.tagName !== 'TEXTAREA'
    return part.clientWidth && (wide || (high && style.overflowY !== 'visible'))
}).map(part => part.outerHTML.slice(0, 120))"""
"""What holds more than it shows."""
_BROKEN = r"""() => {
    const range = document.createRange(), broken = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
        const text = texts.currentNode
        if (!text.parentElement.checkVisibility()) continue
        for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
            range.setStart(text, index)
            range.setEnd(text, index + word.length)
            const tops = new Set([...range.getClientRects()].map(box => Math.round(box.top)))
            if (tops.size > 1 && word.length < 24) broken.push(word)
        }
    }
    return broken
}"""
"""Words that are broken in two for want of room."""
_SMALL = """() => [...document.querySelectorAll(
    'button, input:not(.hidden), input.hidden + label, summary')].filter(part => {
    const box = part.getBoundingClientRect()
    return part.checkVisibility() && (box.width < 44 || box.height < 44)
}).map(part => part.outerHTML.slice(0, 120))"""
"""What a thumb does not hit."""
_BELOW_THE_TABS = """() => {
    scrollTo(0, document.body.scrollHeight)
    const tabs = document.querySelector('nav.tabs')
    const last = document.querySelector('main > :last-child')
    const [below, from] = [last, tabs].map(part => part && part.getBoundingClientRect())
    const hidden = below && from && below.bottom > from.top
    scrollTo(0, 0)
    return Boolean(hidden)
}"""


@pytest.mark.parametrize(("lang", "scheme"), [("da", "light"), ("en", "dark")])
def test_every_page_can_be_read_and_used_by_everybody(
    tmp_path: Path, lang: Lang, scheme: Scheme
) -> None:
    """By day every page in one of the two, in turns; at night in both."""
    found: dict[str, list[str]] = {}
    with chromium() as browser:
        for n, (name, page) in enumerate(every_page(browser, tmp_path, lang, scheme)):
            if not NIGHTLY and n % 2 != (lang == "en"):
                continue
            for width, height in SIZES:
                page.set_viewport_size({"width": width, "height": height})
                found[f"{name} {width}"] = _measured(page)
            page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
            found[name] = violations(page)
    assert len(found) > (60 if NIGHTLY else 30)
    assert {name: faults for name, faults in found.items() if faults} == {}


def _measured(page: Page) -> list[str]:
    below = ["hidden by the tabs"] if page.evaluate(_BELOW_THE_TABS) else []
    faults = (page.evaluate(script) for script in (_CUT, _BROKEN, _SMALL))
    return [*below, *beyond_the_edge(page), *(fault for some in faults for fault in some)]
