"""A whole study: its stages and their progress, stopped at any of them, and its data."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any

import pytest

from game.content import Case, load, parse
from game.i18n import Words
from game.resources import SCENARIOS
from game.simulation import Progress, Study, study
from game.simulation.json_data import study_data

pytestmark = pytest.mark.slow

FIRST = load(SCENARIOS / "foerste-spil.toml").as_usual


FAR = parse(FIRST.source.replace("[rules]", "[rules]\ntrust = 1"), "far.toml").as_usual
"""The same with something unusual in its file, so that something can be tried."""


def studied(case: Case = FIRST, **more: Any) -> Study:
    with ThreadPoolExecutor(1) as threads:
        return study(case, bots=["noisy-20"], seats=[4], games=2, executor=threads, **more)


def test_its_stages_tell_of_their_progress_to_the_end() -> None:
    told: list[Progress] = []
    found = studied(progress=told.append)
    assert not found.stopped
    done = [p.stage for p in told if p.done == p.total]
    assert done == ["games", "levels", "levels", "remedies"]
    assert list(found.by_level) == ["gentle", "normal", "demanding"]
    assert found.by_level["gentle"] is found.simulation, "it is on its own level, as it is played"


def test_the_share_of_all_the_work_never_goes_back_and_ends_with_the_work() -> None:
    shares: list[float] = []
    found = studied(FAR, progress=lambda p: shares.append(p.share))
    assert found.diagnosis is not None
    assert found.diagnosis.single, "something was tried"
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert shares.count(1) == 1, "it is not full before the work is done"
    assert max(b - a for a, b in pairwise(shares)) < 0.5, "no part of the work is left out"


@pytest.mark.parametrize("stage", ["games", "levels", "remedies"])
def test_cancelled_at_a_stage_it_has_what_was_found_before(stage: str) -> None:
    seen: list[str] = []
    found = studied(FAR, progress=lambda p: seen.append(p.stage), cancels=lambda: stage in seen)
    assert found.stopped
    assert found.diagnosis is None
    assert found.simulation.played == (2 if stage != "games" else found.simulation.played)
    assert set(seen) <= {"games", "levels", "remedies"}
    assert seen[-1] == stage


def test_interrupted_while_remedies_are_tried_it_keeps_the_games() -> None:
    def interrupt(progress: Progress) -> None:
        if progress.stage == "remedies":
            raise KeyboardInterrupt

    found = studied(progress=interrupt)
    assert found.stopped
    assert found.simulation.played == 2
    assert len(found.levels) == 2


def test_where_people_do_not_play_nothing_is_tried() -> None:
    with ThreadPoolExecutor(1) as threads:
        found = study(FIRST, bots=["rush"], seats=[4], games=1, executor=threads)
    assert (found.stopped, found.diagnosis, dict(found.levels)) == (False, None, {})


def test_its_data_are_plain_json() -> None:
    data = study_data(Words("en"), FIRST, studied())
    assert json.loads(json.dumps(data)).keys() == data.keys()
    assert data["diagnosis"]["causes"] == []
    assert [level["level"] for level in data["levels"]] == ["gentle", "normal", "demanding"]
    assert {aim["role"] for aim in data["aims"]} <= {role.id for role in FIRST.setup.roles}
    assert data["together"]["bot"] == "noisy-20"
