"""What an event does is told, and nothing that happens only in other cases."""

from game.engine import Effect
from game.wording.event_effects import consequences
from tests.wording.cases import EN


def test_a_shift_of_the_balance_is_told_only_where_a_case_plays_with_it() -> None:
    effect = Effect(trust=1, balance=2)
    with_it = [text for _, text in consequences(EN, effect, ("tension",))]
    assert with_it == ["Trust +1", "Balance 2 towards steering"]
    assert [text for _, text in consequences(EN, effect, ())] == ["Trust +1"]
    alone = consequences(EN, Effect(balance=2), ("demand",))
    assert [text for _, text in alone] == ["Nothing more happens"]
