"""Sessions of as many decisions as are wanted: a game that revises one estimate again and again."""

from __future__ import annotations

import os
from pathlib import Path
from unittest import mock

from game.content import Case
from game.engine import actions as act
from game.session import Session
from tests import staging


def lengthy(folder: Path, decisions: int) -> Session[Case]:
    """A game of so many decisions; it does not wait for the disk."""
    with mock.patch.object(os, "fsync"):
        session = staging.begin(folder, 4, 3)
        staging.play(session, staging.by("method"), lambda s: s.round == 4 and s.step == "turn")
        while len(session.history) < decisions:
            idea = next(i for i in session.state.ideas if not i.locked)
            track, claim = next(idea.claims())
            n = 1 + claim.estimate % 6
            session.do(act.Revise(session.state.turn, idea.id, track, n))
    return session
