"""A machine on which everything is as it should be: a test makes one thing of it otherwise."""

from __future__ import annotations

from pathlib import Path

from game.i18n import Lang
from game.preflight import Machine
from tests import staging


def staged(folder: Path, lang: Lang = "en") -> Machine:
    """A good machine, with its folders in one of this machine's."""
    return Machine(
        folder=folder / "games",
        copies=folder / "copies",
        scratch=folder,
        lang=lang,
        case=staging.case,
        now=lambda: 1_800_000_000.0,
        newest_game=lambda: 0.0,
        free=lambda folder: 52_000_000_000,
        place=lambda folder: "lasting",
        screens=lambda: [(1920, 1080)],
        fonts=lambda letters: [],
        sound=lambda: "",
        lacking=list,
        networks=lambda: ["192.168.1.23", "10.8.0.2"],
        door=lambda ip: "",
    )
