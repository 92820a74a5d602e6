"""Fonts hold the letters that are used, and every icon is drawn somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from fontTools.ttLib import TTFont

from game.gui.text.typesetter import FONT_FILES
from game.i18n import LOCALE_DIR
from game.pictures import runs
from game.resources import ASSETS, SCENARIOS
from game.table import marks

LETTERS = "æøåÆØÅéÉäöüÄÖÜ→←↑↓–—…−“”„»«’‘½¼·×≥≤±€%&§°"
ROOT = Path(__file__).parents[2]


def said() -> str:
    with (LOCALE_DIR / "da/LC_MESSAGES/gevinst.po").open("rb") as file:
        sides = [side for message in read_po(file) for side in (message.id, message.string)]
    messages = ["".join(side) for side in sides]  # a plural is a tuple of texts
    return "".join(messages + [p.read_text("utf-8") for p in SCENARIOS.glob("*.toml")])


@pytest.mark.parametrize("file", FONT_FILES.values())
def test_fonts_hold_every_letter_that_is_used(file):
    held = set(TTFont(ASSETS / "fonts" / file).getBestCmap())
    # Headings in comments of scenario files may hold box-drawing lines: they are never shown.
    letters = "".join(run.text for run in runs(LETTERS + said()) if not run.picture)
    wanted = {c for c in letters if c.isprintable()} - set("─━═│")
    assert {c for c in wanted if ord(c) not in held} == set()


def test_every_font_and_icon_is_licensed():
    licences = {p.name: p.read_text("utf-8") for p in (ASSETS / "licenses").iterdir()}
    assert any("SIL OPEN FONT LICENSE" in text.upper() for text in licences.values())
    assert any("Lucide" in text for text in licences.values())


def test_the_icons_that_ship_are_those_that_the_table_draws():
    held = {p.stem for p in (ASSETS / "icons").glob("*.svg")}
    drawing = [f for part in ("gui", "table") for f in (ROOT / "game" / part).rglob("*.py")]
    source = "".join(f.read_text("utf-8") for f in drawing)
    drawn = {look.icon for look in marks.TRACK.values()} | set(marks.KIND_ICON.values())
    drawn |= set(re.findall(r'(?:\bicon=|\.icon\(\s*)"([a-z0-9-]+)"', source))
    assert drawn - held == set()
    assert held - set(re.findall(r'"([a-z0-9-]+)"', source)) == set()
