"""The posts of the economy overview say what is left in them as the rules do."""

from __future__ import annotations

from pathlib import Path

from game.engine import INDEX
from game.i18n import words
from game.session import Session
from game.views.posts import post_views
from game.wording.case_names import CaseNames
from tests import staging

ECONOMY = INDEX["economy"]


def test_what_following_up_took_from_a_post_is_not_left_in_it(tmp_path: Path) -> None:
    case = staging.case("aeldrepleje-besparelse")
    session = Session.create(case, staging.seats(4), 2, tmp_path)
    list(staging.decisions(session, staging.by("method"), 2))
    names, followed = CaseNames(words("en"), case), 0
    for post in post_views(names, session.state):
        claims = [idea.benefits[ECONOMY] for idea in session.state.ideas]
        mine = [b for b in claims if b is not None and b.post == post.id]
        followed += sum(b.followed for b in mine)
        assert post.taken == sum(max(0, b.harvested or 0) + b.followed for b in mine)
    assert followed, "somebody has to follow up for that"
