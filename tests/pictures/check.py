"""The reality check, at each kind of step."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine import events as ev
from game.table.play.check.screen import CheckScreen
from tests import staging
from tests.pictures.studio import Studio, nothing


def steps(studio: Studio) -> Iterator[tuple[str, CheckScreen]]:
    """A check at each kind of step, the first found in games of several groups."""
    seen: set[str] = set()
    for name, seed in (("method", 3), ("rush", 0), ("method-without-risks", 2), ("random", 3)):
        session = staging.begin(studio.folder, 4, seed)
        game = studio.sit_down(session)
        for one in staging.decisions(session, staging.by(name), seed):
            if not one.has(ev.CheckBegan):
                continue
            screen = CheckScreen(game, one.before, one.moments, nothing)
            for at, step in enumerate(screen.steps):
                kind = step.kind if step.due or step.kind != "due" else "due-nothing"
                if kind not in seen:
                    seen.add(kind)
                    screen.at = at
                    yield kind, screen
        session.close()
