"""Every module is told in both languages, with the numbers of the case."""

from dataclasses import replace

import pytest

from game.engine import MODULES, Rules
from game.engine.limits import BALANCE_EXTREME, PATIENCE_LEAST
from game.i18n import Words
from game.wording import modules
from game.wording.rules_text import rules
from tests.wording.cases import DA, EN

BOTH = pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])


@BOTH
def test_every_module_has_a_name_a_sentence_and_a_rule(t: Words) -> None:
    assert set(modules.TEXTS) == set(MODULES)
    assert len({modules.name(t, code) for code in MODULES}) == len(MODULES)
    for code in MODULES:
        assert modules.title(t, code)[0].isupper()
        assert modules.sentence(t, code).endswith(".")
        assert not set("{}") & set(modules.paragraph(t, code, Rules()))


@BOTH
def test_a_case_tells_its_own_modules_and_no_others(t: Words) -> None:
    own = Rules(modules=("patience", "demand"))
    told = {section.key: section for section in rules(t, own)}
    assert told["modules"].items == tuple(modules.paragraph(t, code, own) for code in own.modules)
    assert "modules" not in {section.key for section in rules(t, Rules())}
    all_of_them = {section.key: section for section in rules(t, Rules(), told=MODULES)}
    assert len(all_of_them["modules"].items) == len(MODULES)


def test_the_rule_has_the_numbers_of_the_case() -> None:
    own = replace(Rules(), combination=4, balance=-3, demand_tracks=("process", "economy"))
    assert "by 4 more" in modules.rule(EN, "combination", own)
    assert "begins at 3 steps of autonomy" in modules.rule(EN, "tension", own)
    assert "begynder på 1 trin styring" in modules.rule(DA, "tension", Rules(balance=1))
    assert "Process and Economy" in modules.rule(EN, "demand", own)
    assert f"{BALANCE_EXTREME} steps or more" in modules.rule(EN, "tension", own)
    assert f"must be {PATIENCE_LEAST} or more" in modules.rule(EN, "patience", own)


def test_a_case_announces_what_it_has() -> None:
    assert modules.announcement(EN, ()) == "The base game alone."
    two = modules.announcement(EN, ("demand", "dropouts"))
    assert two == "Beyond the base game: growing demand and those who drop out."
    assert modules.announcement(DA, ("patience",)).startswith("Ud over grundspillet: tålmodighed")
