"""Pages of shapes, pictures and text, as SVG and as PNG."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from game.letters import cleaned, shown
from game.vector import Box, Page, Pen, TextStyle, as_png, width

SVG = "{http://www.w3.org/2000/svg}"
INK = TextStyle(20, "#101010")
PLACES = ((30, 20), (50, 60), (50, 80), (80, 15), (95, 95))
"""Points in a rectangle, on a line, on a curve, in a polygon, and on paper."""
WRITTEN = st.text(max_size=30).map(cleaned).map(shown)
"""What people can have written, as the game keeps it."""


def opened(page: Page) -> Image.Image:
    """The page's PNG, as another program reads it."""
    return Image.open(BytesIO(as_png(page, "Kort over Ærø")))


def ink(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """The box in pixels of what is darker than paper."""
    return picture.convert("L").point(lambda grey: 255 if grey < 128 else 0).getbbox()


def test_a_png_says_what_it_shows_and_how_large_it_is_on_paper() -> None:
    picture = opened(Page(72, 144))
    assert picture.size == (200, 400)
    assert picture.info["dpi"] == pytest.approx((200, 200), abs=0.1)
    assert picture.info["Title"] == "Kort over Ærø"
    assert picture.convert("L").getextrema() == (255, 255)


@pytest.mark.parametrize("align", ["start", "middle", "end"])
def test_a_line_of_text_stands_where_it_is_asked_to(align) -> None:
    page = Page(360, 72)
    page.text(180, 40, "Hammel", TextStyle(20, "#101010", align=align))
    left, top, right, bottom = ink(opened(page)) or (0, 0, 0, 0)
    long = width("Hammel") * 20
    starts = {"start": 180, "middle": 180 - long / 2, "end": 180 - long}
    assert left / 200 * 72 == pytest.approx(starts[align], abs=2)
    assert right / 200 * 72 == pytest.approx(starts[align] + long, abs=2)
    assert bottom / 200 * 72 == pytest.approx(40, abs=0.6)
    assert top / 200 * 72 == pytest.approx(40 - 0.7 * 20, abs=1)


def test_a_line_in_the_middle_has_its_capitals_there() -> None:
    page = Page(100, 100)
    page.text(10, 50, "H", TextStyle(40, "#101010", middle=True))
    _, top, _, bottom = ink(opened(page)) or (0, 0, 0, 0)
    assert (top + bottom) / 2 / 200 * 72 == pytest.approx(50, abs=0.6)


def test_what_is_drawn_stands_in_both_files() -> None:
    page = Page(100, 100)
    page.rectangle(Box(10, 10, 40, 20), "#ff0000", Pen("#ff0000", 1))
    page.line((10, 60), (90, 60), Pen("#0000ff", 4))
    page.curve((10, 80), (90, 80), Pen("#0000ff", 4))
    page.polygon([(70, 10), (90, 10), (80, 30)], "#00ff00")
    picture = opened(page)
    seen = [picture.getpixel((x * 200 // 72, y * 200 // 72)) for x, y in PLACES]
    assert seen == [(255, 0, 0), (0, 0, 255), (0, 0, 255), (0, 255, 0), (255, 255, 255)]
    tags = [element.tag.removeprefix(SVG) for element in ET.fromstring(page.svg())]
    assert tags == ["rect", "rect", "path", "path", "path"]


def test_pictures_do_not_share_names() -> None:
    page = Page(100, 50)
    for n in range(2):
        page.picture("1f62e-200d-1f4a8", Box(50 * n, 0, 50, 50))
    root = ET.fromstring(page.svg())
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert names
    assert len(names) == len(set(names))
    assert ink(opened(page)) is not None


@given(WRITTEN)
def test_whatever_people_write_is_text_and_nothing_else(text: str) -> None:
    page = Page(100, 50)
    page.text(5, 40, text, INK)
    (words,) = ET.fromstring(page.svg()).iter(f"{SVG}text")
    assert words.text == (text or None)
    assert as_png(page, text)


@given(WRITTEN, WRITTEN)
def test_a_longer_text_is_wider(text: str, more: str) -> None:
    assert width(text) <= width(text + more)


@pytest.mark.parametrize("text", ["\u200d", "\u200d\u200d", "\ufe0f", ""])
def test_a_line_of_what_has_no_width_leaves_the_paper_white(text: str) -> None:
    page = Page(72, 72)
    page.text(10, 40, text, INK)
    assert ink(opened(page)) is None
