"""What is said of the roles' aims: those out of reach, and whether they decide the top verdict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.content import Case
from game.content.positions import KeyPath
from game.i18n import Words
from game.simulation import levers
from game.simulation.advice_kinds import Advice
from game.simulation.aims import AimFinding, aims, together
from game.simulation.games import Simulation
from game.simulation.intervals import Interval
from game.simulation.lessons import extreme
from game.simulation.lever_texts import lever_text
from game.simulation.levers import Lever
from game.simulation.places import Places
from game.simulation.texts import fine_percent, with_seats
from game.wording import terms
from game.wording.case_names import CaseNames

RAREST: Final = 2
"""The aims that are named where aims decide the verdict."""


def aims_advice(t: Words, case: Case, simulation: Simulation, places: Places) -> Iterator[Advice]:
    """Aims out of reach, and whether aims decide the top verdict."""
    found = aims(simulation)
    for aim in found:
        if aim.out_of_reach:
            yield _out_of_reach(t, case, aim, places)
    yield from _decide(t, case, simulation, found)


def _best(aim: AimFinding) -> Interval:
    best = aim.method or aim.people
    assert best is not None
    return best


def _out_of_reach(t: Words, case: Case, aim: AimFinding, places: Places) -> Advice:
    index = next(i for i, role in enumerate(case.setup.roles) if role.id == aim.role)
    path: KeyPath = ("roles", index, "aim", "value")
    text = t(
        "{place}: the aim of “{role}” ({aim}) is out of reach: even a methodical group reaches "
        "it in {share} of its games.",
        place=places.head(t, path),
        role=CaseNames(t, case).role(aim.role),
        aim=terms.aim(t, case.setup.roles[index].aim),
        share=fine_percent(t, _best(aim).value),
    )
    do = t(
        "Ask for less: the aim should be met in between a quarter and three quarters of the games."
    )
    lower = _lower(case, index)
    if lower is None:
        return Advice("aims", text, do, path)
    return Advice(
        "aims", text, f"{do} {lever_text(t, case, lower, places)}.", path, tuple(lower.edits)
    )


def _lower(case: Case, index: int) -> Lever | None:
    """An aim one step lower, where that is counted in steps and one is left."""
    kind, value = case.setup.roles[index].aim.kind, case.setup.roles[index].aim.value
    return levers.aim(case, index, value - 1) if value > 1 and kind != "realism_at_least" else None


def _decide(
    t: Words, case: Case, simulation: Simulation, found: list[AimFinding]
) -> Iterator[Advice]:
    """That the top verdict is rarer than the goals, and which aims make it so."""
    people = together(simulation)
    if people is None or not found or people.together.high >= people.won.low:
        return
    if any(extreme(simulation, seats) == "floor" for seats in simulation.seats):
        return  # where the goals are hardly ever reached, it is not the aims that decide
    names, roles = CaseNames(t, case), [role.id for role in case.setup.roles]
    rarest = sorted(
        (aim for aim in found if aim.people), key=lambda aim: aim.people.value if aim.people else 1
    )[:RAREST]
    listed = t.listed(
        [
            t(
                "“{role}” in {share}",
                role=names.role(aim.role),
                share=fine_percent(t, aim.people.value if aim.people else 0),
            )
            for aim in rarest
        ]
    )
    yield Advice(
        "aims",
        t(
            "Aims decide the top verdict: {with_seats} all four goals are reached in {won} of the "
            "games, and all aims as well in {together}. Met most seldom: {roles}.",
            with_seats=with_seats(t, simulation.seats),
            won=fine_percent(t, people.won.value),
            together=fine_percent(t, people.together.value),
            roles=listed,
        ),
        path=("roles", roles.index(rarest[0].role), "aim", "value") if rarest else (),
    )
