"""The rules, sentence by sentence, each with the tests that hold it.

The sentences are those of the rules of the game in the order they are told: the base game, and what
each module adds. A test is named as ``file::function`` without ``test_``.
:mod:`tests.engine.test_rules_index` sees to it that every one exists.
"""

from __future__ import annotations

from tests.engine.rules_index.actions import ACTIONS
from tests.engine.rules_index.modules import OF_MODULES
from tests.engine.rules_index.outcomes import OUTCOMES
from tests.engine.rules_index.rounds import ROUNDS
from tests.engine.rules_index.things import THINGS

BASE: dict[str, list[str]] = {**THINGS, **ROUNDS, **ACTIONS, **OUTCOMES}
"""The base game."""

RULES: dict[str, list[str]] = BASE | {
    f"{module}: {sentence}": tests
    for module, sentences in OF_MODULES.items()
    for sentence, tests in sentences.items()
}
"""All of the rules."""
