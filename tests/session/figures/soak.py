"""Very many decisions in several folders, of which now and then one vanishes, or a file in it."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from game.content import Case, parse
from game.engine import Refusal
from game.session import SaveError, Session, read, verify
from game.session.joining import saved_files
from game.session.keeping import Keeping, Places
from tests import staging
from tests.session.vanishing import WAYS

_OFTEN = 0.02
_HANDLES = Path("/proc/self/fd")


@dataclass(slots=True)
class Soaked:
    """What was found after so many decisions: the counts after the colon should be 0."""

    decisions: int = 0
    games: int = 0
    vanished: int = 0
    refused: int = 0
    changed: int = 0
    lost: int = 0
    damaged: int = 0
    handles: int = 0

    def __str__(self) -> str:
        return (
            f"soak: {self.decisions} decisions in {self.games} games, {self.vanished} places "
            f"vanished, {self.refused} decisions refused until there was another: "
            f"{self.changed} games changed by a refusal, {self.lost} entries lost, "
            f"{self.damaged} files damaged, {self.handles} file handles left open"
        )


@dataclass(frozen=True, slots=True)
class _Played:
    """A game that was closed: which it is, and how many entries were acknowledged."""

    session: str
    entries: int


class Soak:
    """The games of three folders that know of each other, as those of one user do."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.homes = [folder / name / "games" for name in ("documents", "stick", "drive")]
        places = Places((folder / "data" / "places.jsonl",))
        self.keeping = Keeping(folder / "copies", places, tuple(self.homes[1:]))
        self.found = Soaked()
        self.played: list[_Played] = []

    def run(self, count: int) -> None:
        """Take so many decisions, then look for every game that was played."""
        before = _handles()
        while self.found.decisions < count:
            self.play(count)
        self.look()
        self.found.handles = _handles() - before

    def play(self, count: int) -> None:
        """Play one game, to its end or until there were enough decisions."""
        self.found.games += 1
        with self._begun() as session:
            wish = staging.by("random")
            while not session.state.over and self.found.decisions < count:
                if self.chance.random() < _OFTEN:
                    self.vanish(session.path)
                self.decide(session, wish)
            self.played.append(_Played(session.log.fingerprint, len(session.log.records)))

    def _begun(self) -> Session[Case]:
        seats = staging.seats(self.chance.randint(1, 8))
        seed, home = self.chance.randrange(1 << 30), self.chance.choice(self.homes)
        return Session.create(staging.case(), seats, seed, home, keeping=self.keeping)

    def vanish(self, path: Path) -> None:
        """Let something happen to a file; there may be none to which it can."""
        with suppress(FileNotFoundError):
            self.chance.choice([*WAYS])(path)
            self.found.vanished += 1

    def decide(self, session: Session[Case], wish: staging.Wish) -> None:
        """Take a decision: where it is refused, again, or in another folder."""
        action = wish(session.state, self.chance)
        while True:
            before = (len(session.log.records), session.state)
            try:
                assert not isinstance(session.do(action), Refusal)
            except SaveError:
                self.found.refused += 1
                self.found.changed += before != (len(session.log.records), session.state)
                if self.chance.random() < 0.7:
                    session.move_to(self.chance.choice(self.homes))
            else:
                self.found.decisions += 1
                return

    # ------------------------------------------------------------------ afterwards
    def look(self) -> None:
        """Look for every game in the list, as whoever will go on with it does."""
        longest: dict[str, int] = {}
        for path in self.listed():
            log = read(path)
            longest[log.fingerprint] = max(longest.get(log.fingerprint, 0), len(log.records))
        for game in self.played:
            self.found.lost += max(0, game.entries - longest.get(game.session, 0))

    def listed(self) -> Iterator[Path]:
        """The listed games that can be read; a whole one that does not verify is damaged."""
        for file in saved_files(self.keeping.looked_in(self.homes[0])):
            with suppress(Exception):
                if read(file.path).intact:
                    self.found.damaged += not verify(file.path, parse).ok
                    yield file.path


def soaked(count: int, folder: Path, seed: int = 1) -> Soaked:
    """Take so many decisions where places vanish."""
    soak = Soak(folder, seed)
    soak.run(count)
    return soak.found


def _handles() -> int:
    """The file handles of this process, where the system tells."""
    return len(os.listdir(_HANDLES)) if _HANDLES.exists() else 0
