"""The reality check, at each kind of step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.content import Case
from game.engine import events as ev
from game.session import Session
from game.table.play.check.screen import CheckScreen
from game.table.play.check.steps import CheckStep
from tests import staging
from tests.pictures.studio import Studio, nothing
from tests.staged_checks import Harmful, followed_up
from tests.staging import Decided

GAMES = (("method", 3), ("rush", 0), ("method-without-risks", 2), ("random", 3), ("random", 5))


def steps(studio: Studio) -> Iterator[tuple[str, CheckScreen]]:
    """A check at each kind of step, the first found in games of several groups."""
    seen: set[str] = set()
    for session, decided in _checks(studio):
        game = studio.sit_down(session)
        game.app.prefer(moments=False)
        screen = CheckScreen(game, decided.before, decided.moments, nothing)
        for at, step in enumerate(screen.steps):
            kind = _kind(step)
            if kind not in seen:
                seen.add(kind)
                screen.at = at
                yield kind, screen
    yield from _by_moments(studio)


def _by_moments(studio: Studio) -> Iterator[tuple[str, CheckScreen]]:
    """Checks by their moments: one with its reason, and what is told together at the end."""
    few = max(
        (_told(studio, *pair) for pair in _checks(studio, GAMES[:1])), key=lambda s: len(s.steps)
    )
    few.at = 1
    yield "moment", few
    few.at = len(few.steps) - 1
    yield "told", few
    many = _told(studio, *followed_up(studio.folder))
    many.at = len(many.steps) - 1
    yield "told-many", many


def _told(studio: Studio, session: Session[Case], decided: Decided) -> CheckScreen:
    game = studio.sit_down(session)
    game.app.prefer(moments=True)
    return CheckScreen(game, decided.before, decided.moments, nothing)


def _checks(
    studio: Studio, games: Sequence[tuple[str, int]] = GAMES
) -> Iterator[tuple[Session[Case], Decided]]:
    for name, seed in games:
        session = staging.begin(studio.folder, 4, seed)
        for one in staging.decisions(session, staging.by(name), seed):
            if one.has(ev.CheckBegan):
                yield session, one
        session.close()
    spoken = Harmful(studio.folder).name().make_amends()
    yield spoken.session, spoken.realised()
    unmade = Harmful(studio.folder).name()
    yield unmade.session, unmade.realised()
    yield followed_up(studio.folder)


def _kind(step: CheckStep) -> str:
    """The kind of a step, and what is special about this one."""
    event = step.events[0] if step.events else None
    if step.kind == "due":
        asked = "-asked" if step.asked is not None else "-nothing"
        return "due" if step.due else f"due{asked}"
    if isinstance(event, ev.Harvested):
        return f"harvest{_of_harvest(event)}"
    if isinstance(event, ev.ClaimTested):
        return f"claim-{min(3, abs(event.estimate - event.effect))}-off"
    if isinstance(event, ev.StumbleThrown):
        return "stumble" if event.stumbled else "stumble-held"
    return step.kind


def _of_harvest(e: ev.Harvested) -> str:
    if e.estimate is not None and e.estimate < 0:
        return "-made-up" if e.points > e.effect else "-spoken" if e.effect < 0 else "-not-come"
    if e.effect < 0:
        return "-unspoken" if e.estimate is None else "-disbenefit"
    if e.estimate is None:
        return "-unclaimed"
    if e.points < e.effect and not e.anchored:
        return "-unowned"
    if e.effect and not e.anchored:
        return "-unowned-little"
    return f"-{e.short}" if e.short is not None else ""
