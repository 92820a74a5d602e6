"""What a simulation tries against a finding of the check is what the check asks for."""

from __future__ import annotations

from typing import Any

import pytest
import tomli
import tomli_w

from game.content import check, parse
from game.content.edits import Edit, edited, key_path
from game.resources import SCENARIOS
from game.simulation.putting_back import WAYS_BACK, ways_back
from tests.content.weighing.damage import Damage, damaged
from tests.content.weighing.mistakes import DAMAGES


def _strong_idea(data: dict[str, Any]) -> None:
    data["ideas"][0]["effects"] = {"citizen": [4, 5]}
    data["tracks"]["citizen"]["goal"] = 4


FINDINGS = [
    *(damage for damage in DAMAGES if damage.code in WAYS_BACK),
    Damage("one_idea_reaches", "ideas[0].effects.citizen", _strong_idea),
]
ONLY_THE_AUTHOR = {
    "poor_idea",  # it takes more than it gives: no factor makes that better
    "goal_out_of_reach",  # no idea gives anything there
}


def changed(text: str, edits: tuple[Edit, ...]) -> str:
    data: Any = tomli.loads(text)
    for edit in edits:
        *above, last = edit.path
        part = data
        for key in above:
            part = part.setdefault(key, {}) if isinstance(part, dict) else part[key]
        part[last] = edit.value
    return tomli_w.dumps(data)


def told(text: str) -> set[tuple[str, str]]:
    return {(problem.code, problem.path) for problem in check(text, "x.toml")[1]}


@pytest.mark.parametrize(
    "damage",
    [found for found in FINDINGS if found.code not in ONLY_THE_AUTHOR],
    ids=lambda damage: f"{damage.code}-{damage.path}",
)
def test_each_way_back_that_is_tried_mends_what_was_found(damage: Damage) -> None:
    text = damaged("koebenhavn-pas", damage.do)
    assert (damage.code, damage.path) in told(text)
    ways = ways_back(parse(text, "x.toml"), damage.code, key_path(damage.path))
    assert ways
    for way in ways:
        assert (damage.code, damage.path) not in told(changed(text, way.edits)), way


@pytest.mark.parametrize("id", ["broenderslev-ungecenter", "hverdagsinnovation"])
def test_too_few_rounds_are_put_back_without_another_finding(
    id: str,
) -> None:
    data: Any = tomli.loads((SCENARIOS / f"{id}.toml").read_text(encoding="utf-8"))
    data["rules"]["rounds"] = [1, 1, 1]
    case = parse(tomli_w.dumps(data), "x.toml")
    now = edited(case, ())
    assert now is not None
    high = [path for code, path in now.found if code == "high_goal"]
    assert len(high) == 4
    then = [
        edited(case, way.edits)
        for way in ways_back(case, "high_goal", high[0]) or ()
        if way.path == ("rules", "rounds")
    ]
    assert any(one is not None and one.found < now.found - set(high) for one in then)
