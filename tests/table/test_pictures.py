"""What a person looked at and approved: every screen readable, and a few pixel by pixel.

After a wanted change look at the pictures (``python -m tests.pictures --to DIR``), then approve the
stored ones anew with ``python -m tests.table.test_pictures``.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.i18n import LANGS, Lang
from tests.pictures import pictures
from tests.table.readable import complaints

APPROVED = Path(__file__).with_name("approved")
SIZE = (1280, 720)
STORED: tuple[tuple[str, Lang], ...] = (
    ("01-start", "da"),
    ("07-seats-eight", "da"),
    ("09-announcement", "en"),
    ("11-table-middle", "da"),
    ("13-table-fullest", "en"),
    ("20-sheet", "da"),
    ("22-estimate", "en"),
    ("36-poker-turned", "da"),
    ("48-calm", "en"),
    ("53-trial-proven", "en"),
    ("check-harvest", "da"),
    ("check-risk", "en"),
    ("81-verdict-together", "da"),
    ("83-verdict-price_paid", "en"),
)
MAY_DIFFER = 0.001
"""The share of pixels that another build of the libraries may draw otherwise."""


def _key(name: str) -> str:
    """Steps of the check are numbered as they are found: their kind is their name."""
    return name.partition("-")[2] if "-check-" in name and "-table-" not in name else name


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1200)], ids=str)
@pytest.mark.parametrize("lang", LANGS)
def test_every_screen_is_readable_and_as_approved(
    lang: Lang, size: tuple[int, int], tmp_path: Path
) -> None:
    wrong = {}
    for name, surface, log in pictures(tmp_path, size, lang):
        found = complaints(log, surface.get_rect())
        if size == SIZE and (_key(name), lang) in STORED:
            found += _differs(surface, _key(name), lang, tmp_path)
        if found:
            wrong[name] = found
    assert not wrong


def _differs(surface: pygame.Surface, name: str, lang: Lang, folder: Path) -> list[str]:
    stored = pygame.image.load(APPROVED / f"{name}-{lang}.png")
    # A shade that nobody sees is no difference; antialiasing varies with the font library.
    same = pygame.mask.from_threshold(surface, (0, 0, 0), (24, 24, 24, 255), stored)
    share = 1 - same.count() / (SIZE[0] * SIZE[1])
    if share <= MAY_DIFFER:
        return []
    shown = folder / f"{name}-{lang}.png"
    pygame.image.save(surface, shown)
    return [f"{share:.2%} of the pixels differ from {APPROVED.name}/; compare {shown}"]


def approve() -> Iterator[Path]:
    """Store the pictures anew, after somebody has looked at them."""
    for lang in LANGS:
        with tempfile.TemporaryDirectory() as folder:
            for name, surface, _ in pictures(Path(folder), SIZE, lang):
                if (_key(name), lang) in STORED:
                    path = APPROVED / f"{_key(name)}-{lang}.png"
                    pygame.image.save(surface, path)
                    yield path


if __name__ == "__main__":
    for saved in approve():
        print(saved)
