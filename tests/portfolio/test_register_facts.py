"""What a portfolio takes from the registers of a session names nobody."""

from __future__ import annotations

from pathlib import Path

from game.i18n import words
from game.portfolio.register_facts import risk_facts
from game.report.source import open_session
from tests.anonymity.speaking import speak

SAID = {12: "Leder", 13: "Vagt", 14: "Chef", 35: "Knud Lund"}


def test_what_a_group_called_a_risk_names_no_player_and_nobody_else(tmp_path: Path) -> None:
    def say(n: int) -> str:
        return SAID.get(n, f"Dorthe mangler plads {n}, spørg Knud Lund og en leder")

    path = speak(tmp_path, ["Dorthe Holm", "Plads 2"], say)
    (risk,) = risk_facts(open_session(path, words("da")))
    assert risk.name_da == "mangler plads 21, spørg og en leder"
