"""The games that are frozen in ``tests/sessions``: ``python -m tests.session.freezing``.

Plays them in today's format, by the rules as they are. A file that is there already is never
written again: what was frozen stays as it was saved.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from game.bots import bot
from game.content import Case, load, parse
from game.debrief import debrief
from game.debrief.talk import TALKED_OF
from game.debrief.talked import talked_moment
from game.engine import Action, Applied, Level, Seat, State, legal, observe
from game.engine import actions as act
from game.engine import events as ev
from game.resources import SCENARIOS
from game.session import FORMAT, SavedSession, Session

FOLDER = Path(__file__).parents[1] / "sessions"
SUMS = FOLDER / "SHA256SUMS"
Table = Session[Case]


class Wall:
    """A clock on the wall of a workshop: each look at it is some seconds later."""

    def __init__(self, now: float, seed: int) -> None:
        self.now = now
        self._chance = random.Random(seed)

    def __call__(self) -> float:
        self.now += self._chance.randrange(300, 5_000) / 100
        return self.now


# ------------------------------------------------------------------ how they are played
def begin(
    case: str,
    names: Sequence[str],
    seed: int,
    folder: Path,
    clock: Wall,
    level: Level = "normal",
) -> Table:
    seats = [Seat(name, ()) for name in names]
    played = load(SCENARIOS / f"{case}.toml").at(level)
    return Session.create(played, seats, seed, folder, lang="da", clock=clock)


def do(table: Table, action: Action) -> None:
    done = table.do(action)
    assert isinstance(done, Applied), (action, done)


def play(table: Table, until: Callable[[State], bool], seed: int = 1) -> None:
    wish, chance = bot("method"), random.Random(seed)
    while not table.state.over and not until(table.state):
        if table.state.step in ("check", "opening"):
            do(table, act.Proceed())
        else:
            do(table, wish(observe(table.state), chance))


def at_turn(table: Table) -> int:
    """Whose turn it is, after what has to come first."""
    play(table, lambda s: s.step == "turn")
    return table.state.turn


def poker(table: Table, values: Sequence[int]) -> None:
    """Everybody says at once what the newest open idea gives on its own track."""
    idea = next(i for i in reversed(table.state.ideas) if not i.locked)
    track, claim = next(idea.claims())
    do(table, act.CallEstimates(idea.id, track))
    for seat, value in enumerate(values):
        do(table, act.GiveEstimate(seat, value))
    do(table, act.CloseEstimates())
    middle = max(1, sorted(values)[len(values) // 2])
    revise = act.Revise(table.state.turn, idea.id, track, middle)
    if middle != claim.estimate and revise in legal(table.state):
        do(table, revise)


# ------------------------------------------------------------------ the games
def whole_game(folder: Path) -> Path:
    """Passports, to the end: undo, redo, bookmarks, poker, timers, two languages and a break."""
    clock = Wall(1_793_275_200.0, 1)  # a Thursday in October, nine o'clock
    table = begin("koebenhavn-pas", ("Ane", "Bo Østergård", "Çağla", "Dorthe"), 11, folder, clock)
    table.set_guided(True)
    table.timer("turn", "start", 120)
    play(table, lambda s: len(s.ideas) == 3)
    table.timer("turn", "pause", 40)
    table.bookmark("Her var vi uenige om, hvem køen rammer – spørg borgerne")
    do(table, act.WriteRisk(table.state.turn, "Nøglen til lokalet bliver væk", "employee",
                            table.state.ideas[0].id))  # fmt: skip
    table.undo()
    table.undo()
    table.redo()
    play(table, lambda s: s.phase == "concretise" and s.step == "turn")
    poker(table, (1, 5, 2, 2))
    table.timer("phase", "start", 900)
    play(table, lambda s: s.round == 4 and s.step == "turn")
    table.undo("Vi havde overset indsigelsen fra de ansatte")
    table.close()
    clock.now += 45 * 60  # lunch
    table = Session.resume(table.path, parse, clock=clock)
    do(table, act.Correct("capacity", 1, "Direktøren gav en dag mere – tak, Bo!"))
    table.set_language("en")
    play(table, lambda s: s.step == "check" and s.round >= 5)
    table.bookmark("")
    table.set_language("da")
    play(table, lambda s: False)
    for seat, word in enumerate(("træt", "stolt", "", "klogere på køen")):
        table.check_in(seat, word, None if seat == 3 else 5 - seat)
    proposed = debrief(table.log, table.case.setup).to_talk_of(TALKED_OF)
    table.talk_of(map(talked_moment, proposed), "program")
    table.close()
    look_back(table.path, Wall(clock.now + 40 * 86_400, 5))
    return table.path


def look_back(path: Path, clock: Wall) -> None:
    """Six weeks later: a trainer's notes, and what became of it."""
    added = SavedSession(path, clock=clock)
    events = [(d.n, e) for d in added.log.history for e in d.events]
    n, tried = next((n, e) for n, e in events if isinstance(e, ev.TrialReported))
    _, harvest = next((n, e) for n, e in events if isinstance(e, ev.Harvested) and e.points)
    added.note(n, "Hvad lærte vi egentlig her?", bookmark=True)
    added.note(0, "Set igen med ledergruppen")
    found = datetime.fromtimestamp(clock.now, UTC).date()
    added.outcome(idea=tried.idea, held="partly", text="Kun formiddagene", day=found, by="Dorthe")
    added.outcome(track="citizen", value=11.5, day=found, by="Bo Østergård")
    added.outcome(idea=harvest.idea, track=harvest.track, value=-2, day=found)


def own_project(folder: Path) -> Path:
    """A group's own project, on a gentle level: every card is written at the table."""
    clock = Wall(1_793_707_200.0, 2)
    table = begin("eget-projekt", ("Ellen", "Jens-Åge", "Mona"), 5, folder, clock, "gentle")
    for name, track, kind, estimate in (
        ("Tablets til hjemmeplejen", "process", "product", 4),
        ("Morgenmøde på ti minutter", "employee", "communication", 3),
        ("Ring tilbage samme dag", "citizen", "service", 4),
        ("Fælles kørselsplan", "economy", "process", 3),
    ):
        turn = at_turn(table)
        do(table, act.WriteIdea(turn, name, track, kind, estimate, "Aftalt d. 3/11"))
        idea = table.state.ideas[-1].id
        if estimate > 3:
            name = "Færre opkald – Mona måler"
            do(table, act.WriteBenefit(at_turn(table), name, "employee", idea, 1))
        name = "Ingen bruger det efter jul"
        do(table, act.WriteRisk(at_turn(table), name, track, idea, 3, 4))
    play(table, lambda s: s.phase == "concretise" and s.step == "turn")
    idea = table.state.ideas[0]
    measure = act.Measure("Kørte kilometer pr. besøg", "km", 4.5, 3, 6)
    do(table, act.Anchor(table.state.turn, idea.id, "process", 1, measure))
    play(table, lambda s: False, seed=3)
    table.close()
    return table.path


def unfinished(folder: Path) -> Path:
    """Gentofte, left in the middle: six seats, and the last thing that was done is taken back."""
    clock = Wall(1_794_225_600.0, 3)
    names = ("Signe", "Ole", "Birgit", "Tariq", "Åse", "Nils")
    table = begin("gentofte-inklusion", names, 23, folder, clock)
    play(table, lambda s: s.round == 3 and s.step == "turn" and s.turn == 4)
    table.undo("Klokken blev for mange")
    table.close()
    return table.path


def what_if(folder: Path) -> Path:
    """The passports again from decision 40, in a file of its own."""
    path = next(folder.glob(f"format-{FORMAT}-whole-game.jsonl"))
    table = Session.branch(path, 40, parse, folder, clock=Wall(1_794_312_000.0, 4))
    play(table, lambda s: s.round == 5, seed=9)
    table.close()
    return table.path


GAMES: tuple[Callable[[Path], Path], ...] = (whole_game, own_project, unfinished, what_if)


# ------------------------------------------------------------------ the folder
def frozen() -> list[Path]:
    """The files, the oldest format first."""
    return sorted(FOLDER.glob("*.jsonl"))


def sums() -> dict[str, str]:
    """What each file is to be, as ``sha256sum`` writes it."""
    lines = SUMS.read_text("utf-8").splitlines() if SUMS.exists() else []
    return {name: mark for mark, name in (line.split() for line in lines)}


def freeze() -> Iterator[str]:
    """Play and save the games that are not there yet; gives the files' names."""
    for game in GAMES:
        path = FOLDER / f"format-{FORMAT}-{game.__name__.replace('_', '-')}.jsonl"
        if path.exists():
            continue
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for old in frozen():
                (folder / old.name).write_bytes(old.read_bytes())
            path.write_bytes(game(folder).read_bytes())
        with SUMS.open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n")
        yield path.name


if __name__ == "__main__":
    for written in freeze():
        print(written)
    sys.exit(0)
