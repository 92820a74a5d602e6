"""The program's icon as each system wants it, drawn by the program itself."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pygame
from PIL import Image

from game.table.flow.window_icon import window_icon

_LARGEST: Final = 1024
_WINDOWS: Final = (16, 24, 32, 48, 64, 128, 256)
_LINUX: Final = 256


def icons(folder: Path) -> dict[str, Path]:
    """Draw the icons into a folder: for Windows, macOS and Linux."""
    folder.mkdir(parents=True, exist_ok=True)
    picture = _picture()
    made = {system: folder / f"gevinstbordet.{system}" for system in ("ico", "icns", "png")}
    picture.save(made["ico"], sizes=[(side, side) for side in _WINDOWS])
    picture.save(made["icns"])
    picture.resize((_LINUX, _LINUX), Image.Resampling.LANCZOS).save(made["png"])
    return made


def _picture() -> Image.Image:
    surface = window_icon(_LARGEST)
    return Image.frombytes("RGBA", surface.get_size(), pygame.image.tobytes(surface, "RGBA"))
