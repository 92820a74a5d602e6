"""Pages as a browser shows and prints them: headless Chromium, with axe-core looking for faults.

Playwright's own browsers are not downloaded: the tests take the Chromium of the machine.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from pypdfium2 import PdfDocument

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM: Final = next(filter(None, map(shutil.which, NAMES)), None)
needs_browser = pytest.mark.skipif(
    CHROMIUM is None, reason=f"not installed: {NAMES[0]} (pages are looked at in it)"
)

RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")
PHONE, PHONE_WIDE, TABLET, DESKTOP = 320, 400, 768, 1280
PAPER = 688
"""The width of A4 without its margins; for what is wider, all of a page is printed smaller."""
HEIGHT = 900


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser; as root it runs without its sandbox, as it otherwise does not start."""
    with sync_playwright() as playwright:
        options = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield browser
        browser.close()


def show(page: Page, file: Path, width: int, *, unfold: bool = False) -> None:
    """Open a file at a width, if wanted with everything unfolded that can be."""
    page.emulate_media(media="screen")
    resize(page, width)
    page.goto(file.as_uri())
    if unfold:
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")


def resize(page: Page, width: int) -> None:
    """Make the window as wide as that."""
    page.set_viewport_size({"width": width, "height": HEIGHT})


def violations(page: Page, *, colours: bool = True) -> list[str]:
    """What axe-core finds: WCAG 2.1, level AA, and its best practices.

    To judge ``colours`` takes nearly all of its time; they are the same in both languages.
    """
    options: dict[str, Any] = {
        "runOnly": {"type": "tag", "values": RULES},
        "resultTypes": ["violations"],
        "rules": {"color-contrast": {"enabled": colours}},
    }
    drawing = {"exclude": ["figure svg > g"]}  # one picture, told in words; its shapes say nothing
    found = Axe().run(page, drawing, options).response["violations"]
    return [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]


def beyond_the_edge(page: Page) -> list[str]:
    """What makes a page wider than its window; what scrolls by itself does not."""
    return page.evaluate(
        """() => {
            const room = window.innerWidth
            if (document.scrollingElement.scrollWidth <= room) return []
            const wide = [...document.querySelectorAll('body *')].filter(
                part => part.getBoundingClientRect().right > room + 1)
            return wide.map(part => part.outerHTML.slice(0, 120))
        }"""
    )


# ------------------------------------------------------------------ as cards
@dataclass(frozen=True)
class Card:
    """A row of a table: the labels and the texts of its cells, and where it ends."""

    labels: Sequence[str]
    texts: Sequence[str]
    right: float


def cards(page: Page, within: str) -> list[Card]:
    """The rows of the tables within something, as they are shown now; a label is what is drawn."""
    rows = page.evaluate(
        """within => [...document.querySelectorAll(`${within} tbody tr`)].map(row => {
            const cells = [...row.querySelectorAll('td')]
            const label = cell => {
                const before = getComputedStyle(cell, '::before')
                const drawn = before.content !== 'none' && before.display !== 'none'
                const [, name] = drawn ? before.content.match(/"([^"]*)"/) : ['', '']
                return cell.getBoundingClientRect().height > 0 ? name : ''
            }
            return [
                cells.map(label), cells.map(cell => cell.innerText),
                Math.max(...[row, ...cells].map(part => part.getBoundingClientRect().right)),
            ]
        })""",
        within,
    )
    return [Card(*row) for row in rows]


def columns(page: Page, within: str) -> list[str]:
    """The headings of the columns of the first table within something, but for the first."""
    heads = page.locator(f"{within} table").first.locator("thead th")
    return [head.strip().replace("\u00ad", "") for head in heads.all_text_contents()[1:]]


# ------------------------------------------------------------------ in print
_NUMBER: Final = "0123456789."
"""What may stand before a heading: its number in a list."""


@dataclass(frozen=True)
class Printed:
    """A page as it is printed: the lines of each sheet, from above, and what the page says.

    ``tables`` has for each table all that stands above its rows, and how its first row begins.
    """

    sheets: list[list[str]]
    headings: list[str]
    tables: list[tuple[str, str]]
    blocks: list[str]

    def left_alone(self) -> list[str]:
        """Headings with nothing below them on their sheet, and tables that begin without a row."""
        ends = {"".join(lines[-n:]).lstrip(_NUMBER) for lines in self.sheets for n in (1, 2, 3)}
        torn = {above for above, row in self.tables if not self._begins(above, row)}
        return sorted(set(self.headings) & ends | torn)

    def _begins(self, above: str, row: str) -> bool:
        """Whether what stands above a table is on one sheet with its first row."""
        sheets = ("".join(lines).partition(above) for lines in self.sheets)
        return any(found and row in below for _, found, below in sheets)

    def torn_lines(self) -> list[str]:
        """Paragraphs that leave one line alone at the end of a sheet, or at the start of one."""
        torn = []
        for before, after in itertools.pairwise(self.sheets):
            joined = before[-1] + after[0]
            torn += [b for b in self.blocks if b.startswith(joined) or b.endswith(joined)]
        return torn


def printed(page: Page, file: Path, lower: int = 0) -> Printed:
    """Print a file on A4, and read what stands on each sheet.

    All below the header stands ``lower`` by so many millimetres: where a sheet ends is chance.
    """
    page.emulate_media(media="print")
    page.goto(file.as_uri())
    map_apart = "svg * { visibility: hidden }"  # it has many words, and no lines
    page.add_style_tag(content=f"{map_apart} header {{ padding-bottom: {lower}mm }}")
    said = page.evaluate(
        r"""() => {
            const shown = tag => [...document.querySelectorAll(tag)].filter(
                part => part.checkVisibility() && part.getClientRects().length)
            const text = part => part.textContent
            const above = table => {
                const parts = table.caption.clientWidth > 1 ? [table.caption] : []
                let part = (table.closest('.scroll') ?? table).previousElementSibling
                while (part?.matches('p, h2, h3')) {
                    parts.unshift(part)
                    part = part.matches('p') ? part.previousElementSibling : null
                }
                return parts.map(text).join('')
            }
            return {
                headings: shown('h1, h2, h3').map(text),
                tables: shown('table').map(
                    table => [above(table), text(table.querySelector('tbody th'))]),
                blocks: shown('p, li:not(:has(p, li))').map(text),
            }
        }"""
    )
    pdf = page.pdf(prefer_css_page_size=True)
    return Printed(
        _sheets(pdf),
        [squeezed(text) for text in said["headings"]],
        [(squeezed(above), squeezed(row.split()[0])) for above, row in said["tables"]],
        [squeezed(text) for text in said["blocks"]],
    )


def _sheets(pdf: bytes) -> list[list[str]]:
    """The lines of every sheet, in the order of the page."""
    sheets = [sheet.get_textpage().get_text_range() for sheet in PdfDocument(pdf)]
    return [[line for line in map(squeezed, sheet.splitlines()) if line] for sheet in sheets]


def squeezed(text: str) -> str:
    """A text without its spaces, which a printed page does not keep, and without hyphens."""
    return re.sub(r"[\s\u00ad\ufffe-]+", "", text)
