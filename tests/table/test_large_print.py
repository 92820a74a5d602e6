"""Large print: what is read first grows first, and nothing else has to give way for it."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def heights(folder: Path, name: str, lang: Lang, text: int) -> dict[str, int]:
    """The heights of all texts on a screen; the largest, where one is there twice."""
    studio = Studio(folder, (1280, 720), lang)
    studio.app.prefer(text_size=text)
    LOOKS[name](studio)
    studio.app.draw()
    top, found = len(studio.app.visible()) - 1, dict[str, int]()
    for drawn in studio.log:
        if drawn.layer == top:
            found[drawn.text] = max(found.get(drawn.text, 0), drawn.ink.h)
    return found


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("name", READ_FIRST)
def test_what_is_read_first_grows_first(tmp_path: Path, name: str, lang: Lang) -> None:
    usual, large = (heights(tmp_path, name, lang, text) for text in (100, 150))
    for text in READ_FIRST[name][lang]:
        assert large[text] >= GROWN * usual[text], text
