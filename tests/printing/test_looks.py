"""What is printed looks like what is on the screen: the same colours, icons and fonts."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from game.engine import KINDS, TRACKS
from game.i18n import LANGS, words
from game.printing.blocks import bullets, heading, paragraph, table
from game.printing.labels import kind_label, track_label
from game.resources import ASSETS
from game.table import marks
from game.typeset import Document, typeset
from tests.rows import each_row

TEMPLATES = sorted((ASSETS / "print").glob("*.typ"))
LOOK = (ASSETS / "print" / "look.typ").read_text("utf-8")


def colours(css: str) -> set[str]:
    return set(re.findall(r"#[0-9a-f]{6}", css))


@pytest.mark.parametrize("track", TRACKS)
def test_tracks_have_the_colours_and_icons_of_the_table(track: str) -> None:
    look = marks.TRACK[track]
    colour = ", ".join(map(str, look.colour))
    assert f'{track}: (colour: rgb({colour}), icon: "{look.icon}")' in LOOK


@pytest.mark.parametrize("lang", LANGS)
def test_kinds_have_the_icons_of_the_table_and_tracks_their_letters(lang: str) -> None:
    t = words(lang)
    assert {kind: kind_label(t, kind)["icon"] for kind in KINDS} == dict(marks.KIND_ICON)
    assert len({track_label(t, track)["letter"] for track in TRACKS}) == len(TRACKS)


def test_bars_of_the_report_have_the_colours_of_the_page() -> None:
    page = (ASSETS / "report" / "style.css").read_text("utf-8")
    bars = (ASSETS / "print" / "pictures.css").read_text("utf-8")
    assert colours(bars) <= colours(page)


@each_row("template", TEMPLATES)
def test_a_template_asks_for_nothing_but_our_own_files(template: Path) -> None:
    text = template.read_text("utf-8")
    assert set(re.findall(r'font: "([^"]+)"', text)) <= {"IBM Plex Sans"}
    assert all((template.parent / name).exists() for name in re.findall(r'#import "([^"]+)"', text))
    icons = re.findall(r'icon(?:: |\()"([\w-]+)"', text)
    assert [name for name in icons if not (ASSETS / "icons" / f"{name}.svg").exists()] == []


# ------------------------------------------------------------------ blocks
@pytest.mark.parametrize("before", range(44, 50))
def test_what_leads_to_a_list_stands_on_its_page(before: int) -> None:
    pytest.importorskip("typst")
    blocks = [paragraph("One line.")] * before + [paragraph("In doubt:"), bullets(["First item"])]
    pdf = typeset(Document("prose", "en", "Leading", {"blocks": blocks}))
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf.data)]
    assert [("In doubt:" in page) == ("First item" in page) for page in pages] == [True] * len(
        pages
    )


def test_a_column_of_few_long_texts_leaves_room_to_one_that_says_much() -> None:
    rows = [["Name", "Price", "What it does"], *[["One", "free", "long " * 30]] * 5]
    name, price, does = table([*rows, ["Two", "1, or nothing if it came from a card", ""]])[
        "columns"
    ]
    assert name == 0
    assert 0 < price * 3 < does


@pytest.mark.parametrize("before", range(40, 50))
def test_a_table_that_may_be_torn_begins_with_several_rows_or_on_the_next_page(before: int) -> None:
    pytest.importorskip("typst")
    rows = [["Word", "Meaning"], *[[f"w{n:02}", "what it is"] for n in range(12)]]
    blocks = [paragraph("One line.")] * before + [heading("Words"), table(rows)]
    pdf = typeset(Document("prose", "en", "Torn", {"blocks": blocks}))
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf.data)]
    (first,) = (page for page in pages if "Words" in page)
    assert "w02" in first
