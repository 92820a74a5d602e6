"""Sessions to report on: a case played to its end, and an own project full of hostile words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from game.content import load
from game.engine import Action, Applied, Measure, Seat, State, Track
from game.engine import actions as act
from game.resources import SCENARIOS
from game.session import Session
from tests import staging
from tests.onward import onward
from tests.session.playing import Clock
from tests.ungated import ungated

SCRIPT = '<script>alert("x")</script> & <b>fed</b>'
FORMULA = "=cmd|' /C calc'!A0"
LONG = "Sagsbehandlingstidsforkortelsesprojektstyregruppemødereferat"
EMOJI = "Mødre 👩‍👩‍👧 og café 🇩🇰 → 100 $x^2$ {navn} %s"
NAMES = ("Ane-Marie Ærø", "+Bo\tBosen\x07", "@Cæcilie", "Dorthe")


def finished(folder: Path, lang: str = "da") -> Path:
    """A case, played to its end by bots that work by the method."""
    session = Session.create(
        staging.case(),
        staging.seats(4),
        7,
        folder,
        lang="da" if lang == "da" else "en",
        clock=Clock(),
    )
    staging.play(session, staging.by("method"), lambda s: False)
    session.bookmark("Her blev Ane i tvivl")
    session.close()
    return session.path


def stopped_early(folder: Path) -> Path:
    """A case in the middle of its third round."""
    session = Session.create(staging.case(), staging.seats(4), 3, folder, clock=Clock())
    staging.play(session, staging.by("method"), lambda s: s.round == 3 and s.step == "turn")
    session.close()
    return session.path


def own_project(folder: Path) -> Path:
    """An own project: every way in which a group writes, tries, estimates and gives up."""
    case = load(SCENARIOS / "eget-projekt.toml")
    seats = [Seat(name, ()) for name in NAMES]
    with ungated():
        session = Session.create(case, seats, 11, folder, lang="da", clock=Clock())
        for step in _STORY:
            _turn(session)
            done = session.do(step(session.state))
            assert isinstance(done, Applied), done
    session.bookmark(f"{FORMULA} sagde Dorthe og Ane-Maries mand")
    session.close()
    return session.path


def _turn(session: Session) -> None:
    """Go on until somebody has an action left."""
    while session.state.step != "turn" or (session.state.actions < 1 and not session.state.poker):
        assert isinstance(session.do(onward(session.state)), Applied)


Step = Callable[[State], Action]


def _idea(n: int) -> Callable[[State], str]:
    return lambda s: s.ideas[n].id


def _write(name: str, track: Track, text: str = "") -> Step:
    return lambda s: act.WriteIdea(s.turn, name, track, "service", 4, text)


def _phase(wanted: str) -> Iterator[Step]:
    """Nothing to do but to end phases until one begins."""
    yield lambda s: act.EndPhase()


_STORY: list[Step] = [
    _write(SCRIPT, "citizen", FORMULA),
    _write(LONG, "economy"),
    _write(EMOJI, "process", "Hver sag har én sagsbehandler."),
    lambda s: act.WriteBenefit(s.turn, FORMULA, "employee", s.ideas[0].id, 1),
    lambda s: act.WriteRisk(s.turn, "@" + SCRIPT, "citizen", s.ideas[0].id, 4, 5),
    lambda s: act.WriteRisk(s.turn, "-Dorthe siger op", "economy", s.ideas[1].id, 2, 3),
    lambda s: act.CallEstimates(s.ideas[1].id, "economy"),
    lambda s: act.GiveEstimate(0, 1),
    lambda s: act.GiveEstimate(1, 6),
    lambda s: act.GiveEstimate(2, 3),
    lambda s: act.GiveEstimate(3, 4),
    lambda s: act.CloseEstimates(),
    lambda s: act.Revise(s.turn, s.ideas[1].id, "economy", 3),
    lambda s: act.SetRange(s.turn, s.ideas[1].id, "economy", 2, 4),
    lambda s: act.NameDownside(s.turn, s.ideas[1].id, "employee", 2, SCRIPT, "@Kollegerne i A"),
    lambda s: act.EndPhase(),
    lambda s: act.Correct("capacity", 6, "til prøven"),
    lambda s: act.Anchor(
        s.turn, s.ideas[0].id, "citizen", 1, Measure("+Klager", "", None, 5.5, None)
    ),
    lambda s: act.Anchor(
        s.turn, s.ideas[1].id, "economy", 3, Measure("Vikarer", "t.kr. pr. år", 400, 150, 12)
    ),
    lambda s: act.Mitigate(s.turn, s.ideas[1].id, s.ideas[1].risks[0].id, "=Tal med Dorthe"),
    lambda s: act.MakeAmends(s.turn, s.ideas[1].id, "employee", FORMULA),
    lambda s: act.Trial(s.turn, s.ideas[0].id, "employee", "Én uge i to hold", "Ventetid i uge 12"),
    lambda s: act.Shelve(s.turn, s.ideas[2].id),
]
