"""A report of a game in which people came, left and took over."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from game.engine import Applied, State
from game.engine import actions as act
from game.engine.lookups import owned_by, present
from game.i18n import words
from game.report import write_report
from game.report.registers import registers
from game.report.source import open_session
from game.session import Session
from tests import staging
from tests.session.playing import Clock

pytestmark = pytest.mark.usefixtures("plain_reports")


def owner_of_most(s: State) -> int:
    return max(present(s), key=lambda seat: owned_by(s, seat))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """Who owns most is replaced by Wilhelmine, Theobald comes late, and another leaves."""
    folder = tmp_path_factory.mktemp("game")
    session = Session.create(staging.case(), staging.seats(4), 7, folder, clock=Clock())
    method = staging.by("method")
    staging.play(session, method, lambda s: s.round == 5 and s.step == "turn")
    owner = owner_of_most(session.state)
    left = next(seat for seat in present(session.state) if seat != owner)
    for action in (
        act.Replace(owner, "Wilhelmine"),
        act.Arrive("Theobald", None),
        act.Leave(left),
    ):
        assert isinstance(session.do(action), Applied)
    staging.play(session, method, lambda s: False)
    session.close()
    return session.path, owner


def test_the_register_names_who_answers_for_a_benefit_now(played: tuple[Path, int]) -> None:
    path, owner = played
    source = open_session(path, words("en"))
    names = {row.owner_name for row in registers(source).benefits}
    assert "Wilhelmine" in names
    assert staging.seats(4)[owner].name not in names


def test_the_report_says_who_was_there(played: tuple[Path, int], tmp_path: Path) -> None:
    path, _ = played
    write_report(path, tmp_path / "report", "en")
    (found,) = (tmp_path / "report").rglob("session.json")
    seats = json.loads(found.read_text("utf-8"))["seats"]
    assert [seat["name"] for seat in seats][-1] == "Theobald"
    page = (tmp_path / "report" / "report.html").read_text("utf-8")
    (said,) = re.findall(r'<p class="who">(Somebody else took over: .+?)</p>', page)
    assert re.fullmatch(
        r"Somebody else took over: .+ \(Round 5\)\. Came late: .+ \(Round 5\)\. "
        r"Left: .+ \(Round 5\)\.",
        said,
    )
    assert not any(seat["name"] in said for seat in seats), "roles, as everywhere in it"
