"""A process that plays is killed at random moments, and the game goes on in the next one."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from game.content import parse
from game.session import read, verify
from tests import staging

PLAYER = """
import random, sys
from pathlib import Path
from game.content import parse
from game.session import Session
from game.session.keeping import Keeping
from tests import staging
session = Session.resume(Path(sys.argv[1]), parse, keeping=Keeping(Path(sys.argv[2])))
chance, wish = random.Random(len(session.log.records)), staging.by("random")
while not session.state.over:
    session.do(wish(session.state, chance))
    print(len(session.log.records), flush=True)
"""
"""Goes on with a game to its end, and tells after each decision how many entries are saved."""
_LONGEST = 60


@dataclass(slots=True)
class Killed:
    """What was found after so many kills: every count but the first two should be 0."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    damaged: int = 0
    copies_apart: int = 0

    def __str__(self) -> str:
        return (
            f"kill -9 in play: {self.kills} kills, {self.acknowledged} entries acknowledged: "
            f"{self.lost} lost, {self.damaged} files damaged, {self.copies_apart} copies apart"
        )


def killed(count: int, folder: Path, seed: int = 1) -> Killed:
    """Kill so many processes, each after some decisions or while it still opens the game."""
    found, chance = Killed(), random.Random(seed)
    path = _begun(folder, chance)
    while found.kills < count:
        before = len(read(path).records)
        told = play_and_kill(path, folder / "copies", chance.choice((0, *range(_LONGEST))), chance)
        if told is None:  # it came to its end first
            path = _begun(folder, chance)
            continue
        found.kills += 1
        found.acknowledged += max(0, told - before)
        _look(found, path, folder / "copies", told)
    return found


def play_and_kill(path: Path, copies: Path, decisions: int, chance: random.Random) -> int | None:
    """Kill a process that plays; the last entry that it said was saved, 0 if it said none.

    ``None``: the game was over before.
    """
    command = [sys.executable, "-c", PLAYER, str(path), str(copies)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        told = [line for _ in range(decisions) if (line := child.stdout.readline())]
        time.sleep(chance.uniform(0, 0.01 if decisions else 1.0))
        child.kill()
        told += child.stdout.readlines()
    whole = [line for line in told if line.endswith("\n")]
    if child.returncode == 0:
        return None
    return int(whole[-1]) if whole else 0


def _look(found: Killed, path: Path, copies: Path, told: int) -> None:
    """Count what is wrong with a game after a kill."""
    log, data = read(path), path.read_bytes()
    found.lost += max(0, told - len(log.records))
    found.damaged += not log.intact or not verify(path, parse).ok
    same = copies / path.name
    whole = data[: data.rfind(b"\n") + 1]
    found.copies_apart += same.exists() and not whole.startswith(_whole_lines(same))


def _whole_lines(path: Path) -> bytes:
    data = path.read_bytes()
    return data[: data.rfind(b"\n") + 1]


def _begun(folder: Path, chance: random.Random) -> Path:
    with staging.begin(folder, chance.randint(2, 8), chance.randrange(1 << 30)) as session:
        return session.path
