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
from tests.gui.readable import complaints
from tests.pictures import pictures
from tests.table.messages import noticing

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

RENEW = "look at the pictures; if the change is wanted: python -m tests.table.test_pictures"
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
    ("53-report-proven", "en"),
    ("check-harvest", "da"),
    ("check-risk", "en"),
    ("81-verdict-together", "da"),
    ("83-verdict-price_paid", "en"),
)
LARGER: dict[tuple[int, int], tuple[tuple[str, Lang], ...]] = {
    (1920, 1080): (
        ("13-table-fullest", "da"),
        ("b02-debrief-way", "en"),
        ("check-harvest", "en"),
    ),
    (3840, 2160): (
        ("13-table-fullest", "da"),
        ("25-anchor-eight-seats", "en"),
        ("81-verdict-together", "en"),
    ),
}
"""In larger windows; they are compared scaled to :data:`SIZE`, so that the files stay small."""
MAY_DIFFER = 0.001
"""The share of pixels that another build of the libraries may draw otherwise."""


def _key(name: str) -> str:
    """Steps of the check are numbered as they are found: their kind is their name."""
    return name.partition("-")[2] if "-check-" in name and "-table-" not in name else name


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_approved_and_every_step_of_a_check_look_so(lang: Lang, tmp_path: Path) -> None:
    names = [name for name, its_lang in STORED if its_lang == lang and "check-" not in name]
    only = "|".join(("^check$", *(f"^{name}$" for name in names)))
    assert not _wrong(lang, SIZE, tmp_path, only), RENEW


@pytest.mark.nightly
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1200)], ids=str)
@pytest.mark.parametrize("lang", LANGS)
def test_every_screen_is_readable_and_as_approved(
    lang: Lang, size: tuple[int, int], tmp_path: Path
) -> None:
    with noticing() as untranslated:
        assert not _wrong(lang, size, tmp_path), RENEW
    assert not untranslated, f"define these by mark(…), so that they are translated: {untranslated}"


def _wrong(lang: Lang, size: tuple[int, int], folder: Path, only: str = "") -> dict[str, list[str]]:
    """What cannot be read, or is not as it was approved, by the picture."""
    wrong = {}
    for name, surface, log in pictures(folder, size, lang, only=only):
        found = complaints(log, surface.get_rect())
        if size == SIZE and (_key(name), lang) in STORED:
            found += _differs(surface, _key(name), lang, folder)
        if found:
            wrong[name] = found
    return wrong


@pytest.mark.parametrize("size", LARGER, ids=str)
def test_larger_windows_look_as_approved(size: tuple[int, int], tmp_path: Path) -> None:
    wrong = {}
    for name, lang, surface in _larger(size, tmp_path):
        if found := _differs(surface, name, lang, tmp_path):
            wrong[name, lang] = found
    assert not wrong, RENEW


def _larger(size: tuple[int, int], folder: Path) -> Iterator[tuple[str, Lang, pygame.Surface]]:
    """The stored pictures of a larger window, scaled, each under the name of its file."""
    for lang in LANGS:
        names = [name for name, its_lang in LARGER[size] if its_lang == lang]
        only = "|".join("check" if name.startswith("check-") else f"^{name}$" for name in names)
        for name, surface, _ in pictures(folder, size, lang, only=only):
            if _key(name) in names:
                names.remove(_key(name))
                small = pygame.transform.smoothscale(surface, SIZE)
                yield f"{_key(name)}-{size[0]}", lang, small
            if not names:  # the other steps of a check are not looked at
                break


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
    with tempfile.TemporaryDirectory() as folder:
        for name, lang, surface in _all(Path(folder)):
            path = APPROVED / f"{name}-{lang}.png"
            pygame.image.save(surface, path)
            yield path


def _all(folder: Path) -> Iterator[tuple[str, Lang, pygame.Surface]]:
    for lang in LANGS:
        for name, surface, _ in pictures(folder / lang, SIZE, lang):
            if (_key(name), lang) in STORED:
                yield _key(name), lang, surface
    for size in LARGER:
        yield from _larger(size, folder / str(size[0]))


if __name__ == "__main__":
    for saved in approve():
        print(saved)
