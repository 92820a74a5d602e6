"""The register says from which item of the economy overview a saving comes, where one was named."""

from __future__ import annotations

from pathlib import Path

from game.engine import actions as act
from game.i18n import words
from game.report.registers import registers
from game.report.source import open_session
from tests import staging


def test_the_item_of_a_saving_stands_beside_its_benefit(tmp_path: Path) -> None:
    case = staging.case("aeldrepleje-besparelse")
    session = staging.begin(tmp_path, 4, 2, of=case)
    staging.play(session, staging.by("method"), lambda s: False)
    session.close()
    named = {
        (d.action.idea, post.name.en)
        for d in session.log.history
        if isinstance(d.action, act.NamePost)
        for post in case.economy.posts
        if post.id == d.action.post
    }
    rows = registers(open_session(session.path, words("en"))).benefits
    assert named
    assert {(row.idea, row.post) for row in rows if row.post} == named
    assert {row.track for row in rows if row.post} == {"economy"}
