"""The register of proofs: for each message what has to be in the log for it to be true."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from game.engine import Idea
from tests.truth.raw import Raw
from tests.truth.told import Sentence

Proof = Callable[[Raw, Sentence], bool]
PROOFS: dict[str, Proof] = {}


def proves(*messages: str) -> Callable[[Proof], Proof]:
    """Enter a proof for messages."""

    def enter(proof: Proof) -> Proof:
        for message in messages:
            assert message not in PROOFS, message
            PROOFS[message] = proof
        return proof

    return enter


def idea_before(s: Sentence) -> Idea:
    """The idea before its step."""
    found = s.of.before.idea(s.of.event.idea)
    assert isinstance(found, Idea)
    return found


def number(text: object) -> int:
    """The number in a text: ``−3 points`` is -3."""
    found = re.search(r"[-\N{MINUS SIGN}+]?\d+", str(text))
    assert found is not None, text
    return int(found.group().replace("\N{MINUS SIGN}", "-"))


def numbers(text: object) -> list[int]:
    """All numbers in a text."""
    return [int(n) for n in re.findall(r"\d+", str(text))]


def event_at(raw: Raw, n: int, kind: type[Any], **fields: Any) -> Any:
    """The event of a kind with these fields in an entry, or ``None``."""
    for event in raw.entries[n].events:
        if isinstance(event, kind) and all(getattr(event, k) == v for k, v in fields.items()):
            return event
    return None
