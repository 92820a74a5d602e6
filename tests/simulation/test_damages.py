"""A sample of the damages: the true cause is among the first two that are named.

All of them, for every shipped case: ``python -m tests.simulation.damages``.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from game.simulation.trials import Trials
from tests.simulation.damages import CARDS_ONLY, DAMAGES, damaged, judge

pytestmark = pytest.mark.slow

SAMPLE = (
    ("foerste-spil", "actions 20"),
    ("foerste-spil", "goals twice as high"),
    ("foerste-spil", "severity of risks: 4"),
    ("foerste-spil", "no true risks"),
    ("foerste-spil", "one idea worth 20"),
    ("eget-projekt", "actions 6"),
)
BY_NAME = {damage.name: damage for damage in DAMAGES}


@pytest.mark.parametrize(("id", "name"), SAMPLE)
def test_the_true_cause_is_among_the_first_two(id: str, name: str) -> None:
    with ThreadPoolExecutor(1) as threads:
        judged = judge(id, BY_NAME[name], Trials((4,), 1, 2, threads))
    assert judged is not None
    assert judged.found, judged


def test_there_are_thirty_ways_and_each_damages_a_case() -> None:
    assert len(BY_NAME) == len(DAMAGES) >= 30
    for damage in DAMAGES:
        assert damaged("koebenhavn-pas", damage) is not None, damage.name
        own = damaged("eget-projekt", damage)
        assert (own is None) == (damage.name in CARDS_ONLY), damage.name
