"""What became of it, on the page: the sums beside the saving, and what the checks say of them."""

from __future__ import annotations

from typing import Final

from game.frozen import frozen
from game.i18n import Words, half_up
from game.report.benefits import PURPOSES
from game.report.overview import Sum
from game.report.registers import Registers
from game.report.rows import Reality, RealityRow
from game.report.source import ReportSource
from game.report.sums import kroner_sums, why_they_differ

_SHOWN: Final = ("saving", "budget", "played", "real", "shown", "left", "real_share")
"""The sums of which the page tells: those that are about the saving."""
TONES: Final[dict[Reality, str]] = {
    "reached": "good",
    "nearly": "good",
    "worse": "bad",
    "came_true": "bad",
}
"""The class of a status on the page; worse than before is never good."""


@frozen
class PageSum:
    """A sum with its label, and how it is reckoned."""

    label: str
    value: str
    note: str


def sums_since(source: ReportSource, found: Registers) -> list[PageSum]:
    """What was promised, what play gave, what is there, and what remains of the saving.

    Nothing where no benefit is counted in kroner.
    """
    t = source.t
    if found.since is None or not (found.since.promised or found.since.saving):
        return []
    lines = {line.name: line for line in kroner_sums(source, found)}
    return [
        PageSum(line.label, _in_words(t, line), line.note)
        for name in _SHOWN
        if (line := lines.get(name)) is not None
    ]


def _in_words(t: Words, line: Sum) -> str:
    """A sum in words; what is not measured is never told as nothing."""
    if line.value is None:
        return t("not measured yet")
    if line.kind == "share":
        return t.percent(line.value)
    return t("DKK {n}", n=t.number(half_up(line.value)))


def sums_differ(source: ReportSource, found: Registers) -> str:
    """Why benefits and track come to different sums; empty where they do not, or none is told."""
    return why_they_differ(source, found) if found.since and found.since.promised else ""


def rows_since(found: Registers) -> list[RealityRow]:
    """The tracks, and what was measured of benefits and downsides; a check names the others."""
    rows = () if found.since is None else found.since.rows
    tracks = set(PURPOSES.values())
    return [row for row in rows if row.id in tracks or row.measured is not None]


@frozen
class PageReal:
    """What was measured of a track: the value, and what it says in words and by its class."""

    value: str
    says: str
    tone: str
