"""What has to hold of any text, and ways to spoil a good one."""

from __future__ import annotations

from game.content import check_bytes
from game.content.findings import MOST_PROBLEMS
from game.table.cards.fitting import unfitting
from tests.content.scenario_text import MINIMAL

GOOD = (
    "own_project = true\n"
    + MINIMAL
    + """
[[risks]]
id = "queue"
name = { da = "Køen", en = "The queue" }
track = "citizen"
about = ["booking"]

[[events]]
id = "cut"
name = "Besparelse"
options = [{ text = "Find", capacity = -2 }, { text = "Vent", trust = -1 }]

[[prompts]]
kind = "idea"
text = "Hvem venter?"

[rules]
rounds = [1, 1, 1]
"""
)
PARTS = [
    b"[", b"]", b"{", b"}", b'"', b"'", b'"""', b"=", b",", b".", b"#", b"\\", b"\n", b"\r",
    b"[[ideas]]", b"[rules]", b"nan", b"inf", b"-", b"1e999", b"0x", b"true", b"\x00", b"\xff",
    b"\xc3\xa6", b"\xe2\x80\xae", b"\xf0\x9f\x91\xa9", b"written-", b"citizen", b"effects",
    b"da = ",
]  # fmt: skip


def holds(raw: bytes) -> None:
    """Every message can be printed, has a place, and an unplayable file has an error."""
    for lang in ("da", "en"):
        case, problems = check_bytes(raw, "x.toml", lang=lang, extra_checks=[unfitting])
        assert len(problems) <= MOST_PROBLEMS + 1
        assert (case is None) == any(problem.severity == "error" for problem in problems)
        lines = raw.count(b"\n") + 1
        for problem in problems:
            assert str(problem).replace("\n    ", "").isprintable(), repr(str(problem))
            assert problem.message
            assert len(str(problem)) < 700
            assert 0 <= problem.line <= lines + 1


def spoiled(places: list[tuple[int, int, int]]) -> bytes:
    """The good text with parts put in, or pieces cut out, at some places."""
    raw = GOOD.encode()
    for at, what, length in places:
        at %= len(raw) + 1
        part = PARTS[what % len(PARTS)] if what >= 0 else b""
        raw = raw[:at] + part + raw[at + length % 40 :]
    return raw
