"""Thirty known ways to damage a case, and whether the study of it names the true cause.

``python -m tests.simulation.damages`` damages every shipped case in each of them, and prints for
each the place of the true cause among what is named. ``--games`` and ``--cases`` make it shorter;
with both at their defaults it takes an hour or more.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import tomli
import tomli_w

from game.bots import PEOPLE
from game.content import Case, ScenarioError, parse
from game.engine import TRACKS
from game.resources import SCENARIOS
from game.simulation import simulate
from game.simulation.diagnosis import diagnose
from game.simulation.diagnosis_advice import named
from game.simulation.levers import Lever
from game.simulation.trials import Trials
from game.simulation.workers import workers

Data = dict[str, Any]
FIRST: Final = 2
"""The true cause should be among the first so many that are named."""


@dataclass(frozen=True)
class Damage:
    """A way to damage the data of a case file.

    ``causes`` are what may be named for it: a lever (``kind`` or ``kind:key``), the code of a
    finding of the check, or what that is high, low or much of (``harm`` of ``much_harm``).
    """

    name: str
    make: Callable[[Data], None]
    causes: tuple[str, ...]


# ------------------------------------------------------------------ ways to damage
def _rule(key: str, value: Any) -> Damage:
    def make(data: Data) -> None:
        data.setdefault("rules", {})[key] = value
        if key == "actions":
            data["rules"]["actions_many_seats"] = value

    shown = "-".join(map(str, value)) if isinstance(value, list) else value
    return Damage(f"{key} {shown}", make, (f"rule:{key}",))


def _rounds(rounds: list[int]) -> Damage:
    """Too few or too many rounds for the goals, which is the same as goals that do not fit."""
    damage = _rule("rounds", rounds)
    return Damage(damage.name, damage.make, (*damage.causes, "goals", "goal"))


def _goals(name: str, change: Callable[[int], int]) -> Damage:
    def make(data: Data) -> None:
        for track in TRACKS:
            table = data["tracks"][track]
            table["goal"] = max(1, min(20, change(table.get("goal", _usual_goal(data)))))

    return Damage(f"goals {name}", make, ("goals", "goal"))


def _usual_goal(data: Data) -> int:
    return 5 if data.get("own_project") else 8


def _goal_of_one(by: int) -> Damage:
    def make(data: Data) -> None:
        table = data["tracks"]["process"]
        table["goal"] = table.get("goal", _usual_goal(data)) + by

    return Damage(f"goal of process {by:+}", make, ("goal:process", "gains:process"))


def _cards(deck: str, key: str, change: Callable[[Any], Any], *causes: str) -> Damage:
    def make(data: Data) -> None:
        for card in data.get(deck, []):
            card[key] = change(card.get(key))

    return Damage(f"{key} of {deck}: {change.__doc__ or change(0)}", make, causes)


def _always(value: int) -> Callable[[Any], int]:
    return lambda _: value


def _effects(name: str, change: Callable[[int, str, list[int]], list[int]], *causes: str) -> Damage:
    def make(data: Data) -> None:
        for i, idea in enumerate(data.get("ideas", [])):
            for track, span in idea.get("effects", {}).items():
                idea["effects"][track] = change(i, track, _span(span))

    return Damage(f"effects: {name}", make, causes)


def _span(written: Any) -> list[int]:
    if isinstance(written, str):
        low, high = written.split("..")
        return [int(low), int(high)]
    return list(written) if isinstance(written, list) else [written, written]


def _times(factor: float) -> Callable[[int, str, list[int]], list[int]]:
    return lambda i, track, span: [max(-6, min(6, round(n * factor))) for n in span]


def _one_idea(data: Data) -> None:
    data["ideas"][2]["effects"] = {track: [4, 6] for track in TRACKS}


def _poor_ideas(i: int, track: str, span: list[int]) -> list[int]:
    return [n - 1 for n in span] if i % 2 else span


def _no_risks(data: Data) -> None:
    for idea in data["ideas"]:
        idea["risks"] = []


def _all_risks(data: Data) -> None:
    about = {idea["id"]: idea for idea in data["ideas"]}
    for n, risk in enumerate(data["risks"]):
        others = list(about)[n % len(about) :] + list(about)[: n % len(about)]
        for id in [*risk.get("about", []), *others[:2]]:
            if risk["id"] not in about[id].setdefault("risks", []):
                about[id]["risks"].append(risk["id"])


def _aim(kind: str, value: float) -> Callable[[Data], None]:
    def make(data: Data) -> None:
        aim: dict[str, Any] = {"kind": kind, "value": value}
        if kind == "track_at_least":
            aim["track"] = "citizen"
        data["roles"][0]["aim"] = aim

    return make


def _months(data: Data) -> None:
    for benefit in data["benefits"]:
        benefit["measure"]["months"] = 60


def _few_ideas(data: Data) -> None:
    kept = [idea["id"] for idea in data["ideas"][::3]]
    data["ideas"] = [idea for idea in data["ideas"] if idea["id"] in kept]
    for risk in data["risks"]:
        risk["about"] = [id for id in risk.get("about", []) if id in kept]


def _harms(i: int, track: str, span: list[int]) -> list[int]:
    return [-4, -3] if track == "employee" and i % 2 else span


DAMAGES: Final[tuple[Damage, ...]] = (
    _rule("actions", 20),
    _rule("actions", 6),
    _rounds([1, 1, 1]),
    _rounds([4, 4, 4]),
    _goals("twice as high", lambda goal: goal * 2),
    _goals("half as high", lambda goal: goal // 2),
    _goals("two higher", lambda goal: goal + 2),
    _goal_of_one(6),
    _rule("trust", 1),
    _rule("capacity", 0),
    _rule("capacity", 15),
    _rule("unnamed", 6),
    _rule("unowned", 0),
    _rule("open_ideas", 2),
    Damage("one idea worth 20", _one_idea, ("idea", "rich_idea", "one_idea_reaches")),
    _effects("twice as large", _times(2), "effects", "rich_ideas", "gains"),
    _effects("half as large", _times(0.5), "effects", "poor_ideas", "gains"),
    _effects(
        "citizen half as large",
        lambda i, track, span: [n // 2 for n in span] if track == "citizen" else span,
        "gains:citizen",
        "goal:citizen",
    ),
    _effects(
        "always the same",
        lambda i, track, span: [sum(span) // 2] * 2,
        "widths",
        "point_range",
    ),
    _effects(
        "harm to employees", _harms, "harms:employee", "harm", "gains:employee", "goal:employee"
    ),
    _cards("risks", "likelihood", _always(5), "likelihood"),
    _cards("risks", "likelihood", _always(1), "likelihood"),
    _cards("risks", "severity", _always(4), "severity"),
    _cards("risks", "severity", _always(1), "severity"),
    Damage("no true risks", _no_risks, ("true_risks", "few_true_risks", "riskless")),
    Damage("every risk true", _all_risks, ("true_risks", "many_true_risks")),
    _cards("ideas", "maturity", _always(5), "maturity"),
    _cards("ideas", "maturity", _always(1), "maturity"),
    _cards("ideas", "cost", lambda cost: min(9, 2 * (cost or 1)), "cost", "cost_of"),
    _cards("ideas", "delay", _always(2), "delay"),
    Damage("few ideas", _few_ideas, ("few_ideas",)),
    Damage("an aim of 20 points", _aim("track_at_least", 20), ("aim",)),
    Damage("an aim of all benefits", _aim("anchored_at_least", 24), ("aim",)),
    Damage("measures after five years", _months, ("far_months",)),
)
CARDS_ONLY: Final = frozenset(
    damage.name for damage in DAMAGES if not damage.causes[0].startswith(("rule", "goal", "aim"))
)
"""What there is nothing of to damage in an own project."""


# ------------------------------------------------------------------ judging
@dataclass(frozen=True)
class Judged:
    """A damaged case: at which place its true cause is named, or 0, and what came first."""

    case: str
    damage: str
    won: float
    place: int
    first: tuple[str, ...]

    @property
    def found(self) -> bool:
        """Whether the true cause is among the first that are named."""
        return 0 < self.place <= FIRST


def damaged(id: str, damage: Damage) -> Case | None:
    """A shipped case, damaged; ``None`` where that makes it a file with errors, or no other."""
    text = (SCENARIOS / f"{id}.toml").read_text(encoding="utf-8")
    data = tomli.loads(text)
    if data.get("own_project") and damage.name in CARDS_ONLY:
        return None
    damage.make(data)
    if data == tomli.loads(text):
        return None
    try:
        return parse(tomli_w.dumps(data), f"{id}.toml").as_usual
    except ScenarioError:
        return None


def judge(id: str, damage: Damage, trials: Trials) -> Judged | None:
    """Diagnose a damaged case, and look for its true cause."""
    case = damaged(id, damage)
    if case is None:
        return None
    played = simulate(
        case.setup,
        bots=[PEOPLE],
        seats=trials.seats,
        games=trials.games,
        seed=trials.seed,
        executor=trials.executor,
    )
    diagnosis = diagnose(case, played, trials)
    told = [sorted(_words(*item)) for item in named(diagnosis)]
    places = [n for n, words in enumerate(told, 1) if set(words) & set(damage.causes)]
    return Judged(
        id,
        damage.name,
        diagnosis.before.value,
        places[0] if places else 0,
        tuple("/".join(words) for words in told[:FIRST]),
    )


def _words(code: str, levers: tuple[Lever, ...]) -> Iterator[str]:
    if code:
        yield code
        yield code.partition("_")[2]  # that maturity is high is told, even if no remedy is tried
    for lever in levers:
        yield lever.kind
        yield from (f"{lever.kind}:{part}" for part in lever.path if part in (*TRACKS,))
        if lever.kind == "rule":
            yield f"rule:{lever.path[-1]}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=60)
    parser.add_argument("--cases", default="")
    parser.add_argument("--damages", default="", help="only those whose name has this in it")
    parser.add_argument("--seats", default="4,6")
    parser.add_argument("--jobs", type=int)
    given = parser.parse_args()
    seats = tuple(map(int, given.seats.split(",")))
    ids = (
        given.cases.split(",") if given.cases else sorted(p.stem for p in SCENARIOS.glob("*.toml"))
    )
    judged = []
    with workers(given.jobs) as executor:
        trials = Trials(seats, 1, given.games, executor)
        for id in ids:
            for damage in DAMAGES:
                one = given.damages in damage.name and judge(id, damage, trials)
                if one:
                    judged.append(one)
                    sign = "✓" if one.found else "✗"
                    print(
                        f"{sign} {id:24} {damage.name:32} {one.won:4.0%} {one.place}  "
                        + " | ".join(one.first),
                        flush=True,
                    )
    print(
        f"{sum(one.found for one in judged)} of {len(judged)} true causes are among the first two"
    )


if __name__ == "__main__":
    main()
