"""Facts to count, without a game: what is not said is unremarkable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count

from game.portfolio.batches import Batch
from game.portfolio.facts import (
    TABLES,
    BenefitFact,
    Facts,
    GuessFact,
    PracticeFact,
    RiskFact,
    Row,
    SessionFact,
    TrackFact,
    rows_of,
)
from game.portfolio.store import FactStore
from game.portfolio.walking import FoundFile

__all__ = ["BENEFIT", "GUESS", "OWN", "PLAYED", "PRACTICE", "RISK", "TRACK", "counted", "game_of"]

DAY = date(2026, 11, 21)
PLAYED = SessionFact(
    fingerprint="",
    family="",
    origin=None,
    origin_entry=None,
    entries=100,
    tags=(),
    day=DAY,
    project="passports",
    own_project=False,
    title_da="Pas",
    title_en="Passports",
    level="normal",
    edition=2,
    seats=4,
    minutes=60,
    decisions=90,
    finished=True,
    ended_early=False,
    verdict="nearly",
    goals_reached=False,
    trust=5,
    measured=False,
    refused=0,
    cut_off=False,
)
OWN = replace(PLAYED, project="ours", own_project=True, title_da="", title_en="")
BENEFIT = BenefitFact(
    id="G-01",
    track="process",
    type="quality",
    sign="benefit",
    status="promised",
    unit_da="dage",
    unit_en="days",
    unit_kind="waiting_time",
    own_unit=False,
    owner=None,
    owned=False,
    baseline_source="missing",
    baseline_known=False,
    dated=False,
    review=None,
    priority="high",
    estimate=4,
    harvested=None,
    tried=False,
    proven=False,
    ranged=False,
    amends=False,
    kroner=None,
    baseline=10,
    target=4,
    value=None,
    measured_on=None,
    share=None,
)
TRACK = TrackFact("economy", 0, 2, 1, DAY, 0.5)
RISK = RiskFact("citizen", None, "", "", 3, 2, True, False, False, "open", "open")
GUESS = GuessFact(2, False, "economy", ("controller",), 4, 2, False, None)
PRACTICE = PracticeFact("trial", True)

_numbers = count(1)


def game_of(
    session: SessionFact = PLAYED,
    *,
    benefits: tuple[BenefitFact, ...] = (),
    tracks: tuple[TrackFact, ...] = (),
    risks: tuple[RiskFact, ...] = (),
    guesses: tuple[GuessFact, ...] = (),
    practices: tuple[PracticeFact, ...] = (),
) -> Facts:
    """A game with these facts, another one than all before unless its session says which."""
    n = next(_numbers)
    session = replace(
        session,
        fingerprint=session.fingerprint or f"{n:064x}",
        family=session.family or f"2026-11-21 {n}",
    )
    return Facts(session, benefits, tracks, risks, guesses, practices)


def counted(*games: Facts) -> FactStore:
    """A store that has read these games."""
    store = FactStore()
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    unread = store.find([FoundFile(f"/games/{n}.jsonl", 1, 1, n) for n in range(len(games))])
    for (number, _), facts in zip(unread, games, strict=True):
        for name, more in rows_of(number, facts).items():
            rows[name] += more
    store.add(Batch.of([number for number, _ in unread], rows))
    return store
