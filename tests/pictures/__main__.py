"""Write every picture to a folder."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import pygame

from game.i18n import LANGS
from tests.pictures import __doc__ as about
from tests.pictures import pictures
from tests.pictures.eyes import EYES, seen

parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=about)
parser.add_argument("--to", type=Path, required=True, metavar="DIR")
parser.add_argument("--size", default="1920x1080", metavar="WxH")
parser.add_argument("--lang", choices=LANGS, default="da")
parser.add_argument("--text", type=int, choices=(100, 125, 150), default=100, help="in percent")
parser.add_argument("--only", default="", metavar="PATTERN", help="names to take, as a pattern")
parser.add_argument("--eyes", choices=EYES, help="as somebody who is colour-blind sees them")
wanted = parser.parse_args()
wide, high = (int(part) for part in wanted.size.split("x"))
wanted.to.mkdir(parents=True, exist_ok=True)
with tempfile.TemporaryDirectory() as folder:
    taken = pictures(
        Path(folder), (wide, high), wanted.lang, text_size=wanted.text, only=wanted.only
    )
    for name, surface, _ in taken:
        surface = seen(surface, wanted.eyes) if wanted.eyes else surface
        pygame.image.save(surface, wanted.to / f"{name}.png")
        print(name)
