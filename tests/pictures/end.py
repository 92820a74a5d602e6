"""The end of the game: every verdict, every page."""

from __future__ import annotations

from game.engine import events as ev
from game.table.play.result import ResultScreen
from tests import staging
from tests.pictures.studio import LOOKS, Look, Studio, nothing


def _verdict(verdict: ev.Verdict, page: str = "result") -> Look:
    def make(studio: Studio) -> None:
        game = studio.sit_down(staging.ended(studio.folder, verdict))
        screen = ResultScreen(game, nothing, nothing, nothing)
        screen.page = page  # type: ignore[assignment]
        studio.app.push(screen)

    return make


for _number, _which in enumerate(ev.VERDICTS):
    LOOKS[f"8{_number}-verdict-{_which}"] = _verdict(_which)
for _number, _page in enumerate(("aims", "benefits", "talk")):
    LOOKS[f"9{_number}-result-{_page}"] = _verdict("price_paid", _page)
