"""Forty phones that say ten times what people say: nothing of it is lost."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.phones.crowd import HUMAN, crowd
from tests.phones.hall import hall


def test_of_forty_phones_at_ten_times_the_human_rate_nothing_is_lost(tmp_path: Path) -> None:
    with hall(tmp_path, lang="en") as at:
        at.at_table(lambda: at.game.begin_writing("ideas", 0))
        told = asyncio.run(crowd(at.link, 40, 3.0, 10 * HUMAN, 3))
        kept = [s.text for s in at.at_table(lambda: at.game.session.log.writing.sheets.values())]
        assert len(at.frames) > 10
    assert len(told.written) > 100
    assert sorted(kept) == sorted(told.written)
    assert sorted(told.seen) == sorted(told.written)
