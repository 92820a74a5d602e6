"""The reference card of a seat: what may be done, and how a reality check is reckoned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from game.content import Case
from game.engine import MAX_SEATS
from game.i18n import Words
from game.printing import odds
from game.wording.rules_text import Section

PER_SHEET: Final = 2


def reference(t: Words, case: Case, sections: Mapping[str, Section]) -> dict[str, Any]:
    """The card as data of its template, from the rules as they are told for the case."""
    actions, check, trials = sections["actions"], sections["check"], sections["trials"]
    setup = case.setup
    return {
        "sheets": -(-MAX_SEATS // PER_SHEET),
        "actions_title": actions.title,
        "actions": actions.table,
        "check_title": check.title,
        "check": check.items,
        "after": check.paragraphs[1:],
        "trials_title": t("Adjust"),
        "trials": trials.items,
        "tables": dice_tables(t, case),
        "modules": sections["modules"].items if setup.rules.modules else (),
    }


def dice_tables(t: Words, case: Case) -> list[dict[str, Any]]:
    """All tables of the reality check, each with its title."""
    setup = case.setup
    return [
        {"title": t("A risk strikes at"), "rows": odds.strikes(t, setup)},
        {"title": t("By maturity"), "rows": odds.maturities(t)},
        {"title": t("A gain is harvested as"), "rows": odds.harvest(t, setup)},
        {"title": t("A harm counts as"), "rows": odds.harms(t, setup)},
        {"title": t("Did you keep your word?"), "rows": odds.words_kept(t, setup.rules)},
    ]
