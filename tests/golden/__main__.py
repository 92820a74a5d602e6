"""Writes the playthroughs and the counts of legal sequences anew."""

from __future__ import annotations

from tests.golden import perft
from tests.golden.playthrough import FOLDER, cases, playthrough

for name, setup in cases().items():
    path = FOLDER / f"{name}.txt"
    path.write_text(playthrough(setup), encoding="utf-8")
    print(path)
perft.renew()
print(perft.PATH)
