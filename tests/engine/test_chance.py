"""Chance: published test vectors, so that the streams can be written again in any language."""

from __future__ import annotations

from collections import Counter

from game.engine.chance import die, draw, shuffled
from tests.rows import each_row

DRAWS = [
    # seed, stream, number, sides -> value
    (0, "dice", 0, 6, 2),
    (0, "dice", 1, 6, 1),
    (1, "dice", 0, 6, 1),
    (1, "picks", 0, 3, 2),
    (2**64 - 1, "truth:idea-1", 3, 4, 1),
    (7, "ideas", 5, 1_000_000, 261_901),
    (3, "x", 0, 2**64, 6_729_491_675_413_188_401),
    # the first hash lies past the last whole span and is thrown again
    (7, "x", 1, 2**63 + 1, 8_663_758_312_497_640_875),
    (7, "x", 2, 2**63 + 1, 1_060_608_293_226_896_772),
]


@each_row("seed, stream, n, sides, value", DRAWS)
def test_draws(seed: int, stream: str, n: int, sides: int, value: int) -> None:
    assert draw(seed, stream, n, sides) == value


def test_a_session_s_dice() -> None:
    thrown = [die(2026, n) for n in range(24)]
    assert thrown == [2, 3, 4, 6, 1, 3, 5, 6, 5, 5, 4, 2, 6, 3, 1, 4, 2, 3, 2, 4, 5, 1, 2, 1]


def test_shuffles_by_fisher_and_yates() -> None:
    assert "".join(shuffled(0, "ideas", "abcdefgh")) == "cabehgdf"
    assert "".join(shuffled(1, "ideas", "abcdefgh")) == "gdfahbec"
    assert "".join(shuffled(0, "risks", "abcdefgh")) == "agdhfecb"
    assert shuffled(42, "events", range(12)) == (3, 11, 1, 10, 9, 0, 4, 5, 8, 2, 6, 7)
    assert shuffled(5, "events", ()) == ()
    assert shuffled(5, "events", ("one",)) == ("one",)


def test_a_shuffle_leaves_the_cards_as_they_were() -> None:
    cards = ["a", "b", "c"]
    assert sorted(shuffled(1, "x", cards)) == cards == ["a", "b", "c"]


def test_one_more_draw_in_one_stream_shifts_no_other() -> None:
    assert [draw(1, "dice", n, 6) for n in range(3)] != [draw(1, "picks", n, 6) for n in range(3)]


def chi_square(counts: list[int]) -> float:
    """How far counts are from all being equal."""
    mean = sum(counts) / len(counts)
    return sum((n - mean) ** 2 / mean for n in counts)


def test_the_die_is_fair() -> None:
    counts = Counter(die(1, n) for n in range(12_000))
    assert sorted(counts) == [1, 2, 3, 4, 5, 6]
    assert chi_square(list(counts.values())) < 20.5  # one honest die in a thousand is worse


def test_the_first_die_is_fair_over_seeds_too() -> None:
    counts = Counter(die(seed, 0) for seed in range(12_000))
    assert chi_square(list(counts.values())) < 20.5


def test_every_order_of_four_cards_comes_up_alike() -> None:
    orders = Counter(shuffled(seed, "x", "abcd") for seed in range(7_200))
    assert len(orders) == 24
    assert chi_square(list(orders.values())) < 49.7
