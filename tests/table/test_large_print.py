"""Large print: what is read first grows first, and nothing else has to give way for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.gui.preferences import TextSize
from game.gui.text.typesetter import Drawn
from game.i18n import Lang
from tests.pictures import LOOKS
from tests.pictures.studio import Studio

READ_FIRST: dict[str, dict[str, tuple[str, ...]]] = {
    "11-table-middle": {
        "da": (
            "Borger",
            "Medarbejder",
            "Idéer",
            "Gevinster",
            "Risici",
            "Kræfter",
            "3 træk tilbage",
        ),
        "en": ("Process", "Economy", "Ideas", "Benefits", "Capacity", "3 actions left"),
    },
    "24-anchor": {
        "da": ("Hvad der bliver målt", "I dag", "Mål", "Enhed", "Annullér"),
        "en": ("What is measured", "Today", "Target", "Unit", "Cancel"),
    },
    "29-write": {
        "da": ("Hvad hedder idéen?", "Hovedspor", "Annullér"),
        "en": ("What is the idea called?", "Main track", "Cancel"),
    },
}
"""Column heads, the names of rows and meters, labels of fields, and words of buttons."""
GROWN = 1.2
"""By how much they are larger at 150 %, at least."""


ROWS: dict[str, tuple[str, ...]] = {
    "b00-debrief-check-in": ("Teamleder · Cecilie", "Projektleder · Dorthe"),
    "b05-debrief-roles": ("Teamleder · Cecilie", "Projektleder · Dorthe"),
    "b06-debrief-measured": ("Borger: 10 point, mål 6: nået", "Medarbejder: 11 point, mål 7: nået"),
    "b09-debrief-missing": ("Leverandøren sender en regning", "Kronen er talt to gange"),
    "b10-debrief-owners": ("Cecilie (Teamleder)", "Dorthe (Projektleder)"),
    "10d-own-project-roles": (
        "Én gang i hver fase: ét træk mere i din tur.",
        "Den første gevinst, du forankrer i hver runde, koster intet træk.",
    ),
}
"""Texts that are of one size in standard print, in different rows of one list."""


def texts(folder: Path, name: str, lang: Lang, text: TextSize) -> list[Drawn]:
    """All texts on a screen, without those below it."""
    studio = Studio(folder, (1280, 720), lang)
    studio.app.prefer(text_size=text)
    LOOKS[name](studio)
    studio.app.draw()
    top = len(studio.app.visible()) - 1
    return [drawn for drawn in studio.read() if drawn.layer == top]


def heights(folder: Path, name: str, lang: Lang, text: TextSize) -> dict[str, int]:
    """The heights of all texts on a screen; the largest, where one is there twice."""
    found = dict[str, int]()
    for drawn in texts(folder, name, lang, text):
        found[drawn.text] = max(found.get(drawn.text, 0), drawn.ink.h)
    return found


@pytest.mark.parametrize("text", [100, 150])
@pytest.mark.parametrize("name", ROWS)
def test_the_rows_of_a_list_are_alike_in_any_print(
    tmp_path: Path, name: str, text: TextSize
) -> None:
    sizes = {drawn.text: drawn.size for drawn in texts(tmp_path, name, "da", text)}
    assert len({sizes[row] for row in ROWS[name]}) == 1


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("name", READ_FIRST)
def test_what_is_read_first_grows_first(tmp_path: Path, name: str, lang: Lang) -> None:
    usual, large = (heights(tmp_path, name, lang, text) for text in (100, 150))
    for text in READ_FIRST[name][lang]:
        assert large[text] >= GROWN * usual[text], text
