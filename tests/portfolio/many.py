"""Many sessions, made of a few: ``python -m tests.portfolio.many --to FOLDER 2000``.

Bots play a few games of several cases and own projects; the others are copies of these that were
begun at another time. Whatever is read of a session is read of each of them.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from game.bots import bot
from game.content import Case, load, parse
from game.content.own_project import OwnProject, read, write
from game.engine import Seat, observe
from game.engine.actions import Proceed
from game.resources import SCENARIOS
from game.session import SavedSession, Session
from tests.session.lines import raws
from tests.session.lines import write as write_lines

NAMES = ("Ane", "Bo", "Cecilie", "Dorthe", "Erik", "Fatima")
BEGUN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Wall:
    """A clock on which half a minute passes between two looks."""

    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        self.now += 30
        return self.now


@dataclass(frozen=True)
class Played:
    """A game to be played: the case, who plays it, and with which seed."""

    case: str
    bot: str
    seats: int
    seed: int
    title: str = ""


PLAYED: Sequence[Played] = (
    Played("koebenhavn-pas", "method", 4, 1),
    Played("koebenhavn-pas", "rush", 5, 2),
    Played("koebenhavn-pas", "noisy-20", 4, 3),
    Played("foerste-spil", "noisy-30", 4, 4),
    Played("vejle-sommerskole", "method-without-trials", 4, 5),
    Played("vejle-sommerskole", "economist", 6, 6),
    Played("eget-projekt", "method", 4, 7, "Fælles indgang til byggesager"),
    Played("eget-projekt", "noisy-20", 5, 8, "Digital post i borgerservice"),
    Played("eget-projekt", "noisy-30", 4, 9, "Genoptræning i eget hjem"),
    Played("eget-projekt", "rush", 4, 10, "Nyt vagtplansystem"),
)
"""Games of cases and of own projects, played well and badly."""


def play(game: Played, folder: Path, begun: datetime = BEGUN) -> Path:
    """A game that bots play to its end; own projects are followed up."""
    case, chance, choose = _case(game), random.Random(game.seed), bot(game.bot)
    seats = [Seat(name, ()) for name in NAMES[: game.seats]]
    clock = Wall(begun.timestamp())
    with Session.create(case, seats, game.seed, folder, lang="da", clock=clock) as session:
        while not session.state.over:
            goes_on = session.state.step in ("check", "opening")
            session.do(Proceed() if goes_on else choose(observe(session.state), chance))
        path = session.path
    if game.title and game.seed % 2:
        follow_up(path, begun)
    return path


def _case(game: Played) -> Case:
    """The case, or the group's own project with its title."""
    case = load(SCENARIOS / f"{game.case}.toml")
    if not game.title:
        return case
    form = read(case, "da")
    own = OwnProject(**{**_fields(form), "title": game.title})
    text = write(own, case.source, "da")
    return parse(text, f"{game.title}.toml")


def _fields(form: OwnProject) -> dict[str, Any]:
    return {name: getattr(form, name) for name in OwnProject.__dataclass_fields__}


def follow_up(path: Path, begun: datetime) -> None:
    """Two months later: the economy half way, and the first anchored benefits measured."""
    later = begun + timedelta(days=60)
    saved = SavedSession(path, clock=Wall(later.timestamp()))
    track = parse(saved.log.header.scenario, saved.log.header.scenario_file).tracks["economy"]
    half_way = (track.baseline + track.target) / 2
    saved.outcome(track="economy", value=half_way, day=later.date(), by="Controller")
    anchored = [
        (event.idea, event.track)
        for decision in saved.log.history
        for event in decision.events
        if type(event).__name__ == "BenefitAnchored"
    ]
    for n, (idea, place) in enumerate(dict.fromkeys(anchored[:3])):
        saved.outcome(idea=idea, track=place, value=float(n), day=later.date(), by="Leder")


def another(path: Path, to: Path, begun: datetime) -> Path:
    """A copy that is another game: it was begun at another time."""
    header, *entries = raws(path)
    write_lines(to, [{**header, "created": begun.isoformat(timespec="milliseconds")}, *entries])
    return to


def make(folder: Path, count: int) -> Iterator[Path]:
    """So many sessions, a hundred in each folder, begun one after another through a year."""
    folder.mkdir(parents=True, exist_ok=True)
    played = [play(game, folder / "played") for game in PLAYED]
    for n in range(count):
        place = folder / f"{n // 100:03}"
        place.mkdir(exist_ok=True)
        begun = BEGUN + timedelta(minutes=25 * n + 1)
        yield another(played[n % len(played)], place / f"session-{n:05}.jsonl", begun)
    for path in played:
        path.unlink()


def today() -> date:
    """A day on which some reviews are due and others are not."""
    return date(2027, 3, 1)


if __name__ == "__main__":
    _, _, where, how_many = sys.argv
    print(sum(1 for _ in make(Path(where), int(how_many))))
