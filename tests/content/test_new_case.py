"""What a new case begins with does not contradict what is said of it afterwards."""

from __future__ import annotations

import pytest
import tomli

from game.content import check, new_case
from game.content.minutes import reckoned_minutes
from game.content.reader import parse
from game.content.schema import ScenarioFile
from game.content.weighing import usual
from game.content.weighing.gauges import gauges
from game.engine.setup import TRACKS
from game.i18n import LANGS, Lang, words


@pytest.mark.parametrize("lang", LANGS)
def test_an_empty_case_lacks_its_texts_and_cards_and_nothing_else(lang: Lang) -> None:
    text = new_case.empty("Åbent længe", lang)
    _, problems = check(text, "x.toml", lang=lang)
    assert {one.code for one in problems} == {"missing_key"}
    missing = {one.path for one in problems}
    assert missing >= {"economy.saving", *(f"tracks.{track}.baseline" for track in TRACKS)}
    shown = gauges(tomli.loads(text), words(lang))
    off = {gauge.code for gauge in shown if gauge.state in ("low", "high")}
    assert off == {"cards:ideas", "cards:benefits", "cards:risks", "cards:events"}


@pytest.mark.parametrize("lang", LANGS)
def test_what_the_editor_begins_with_says_nothing_of_a_file_in_a_text_editor(lang: Lang) -> None:
    """No schema lies beside it, and nobody is asked to check it in a terminal."""
    text = new_case.begun("Åbent længe", lang)
    assert text.startswith("format = 1\n")
    assert "schema" not in text
    example = new_case.example("Åbent længe", lang)
    assert tomli.loads(text) == tomli.loads(example)


@pytest.mark.parametrize("lang", LANGS)
def test_the_goals_aims_and_minutes_of_an_empty_case_fit_its_rounds(lang: Lang) -> None:
    """What the example's cards are weighed by holds for an empty case as well."""
    empty = tomli.loads(new_case.empty("Åbent længe", lang))
    example = tomli.loads(new_case.example("Åbent længe", lang))
    rules = ScenarioFile.model_validate({**example, "rules": empty["rules"]}).own_rules
    assert empty["minutes"] == reckoned_minutes(rules, rules.level)
    assert empty["rules"] == example["rules"]
    for track in TRACKS:
        assert empty["tracks"][track]["goal"] in usual.goal(sum(rules.rounds))
    for role in empty["roles"]:
        aim = role["aim"]
        goal = empty["tracks"][aim.get("track", "citizen")]["goal"]
        assert aim["value"] in usual.aim(aim["kind"], sum(rules.rounds), goal), role["id"]
    abilities = [role["ability"] for role in empty["roles"]]
    assert len(set(abilities)) == len(abilities)


def test_the_example_is_the_same_case_in_both_languages() -> None:
    da, en = (parse(new_case.example("Åbent", lang), "x.toml").setup for lang in LANGS)
    assert da == en
