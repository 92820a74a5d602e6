"""The field of tension: steering and autonomy each ease something, and too much costs trust.

Placing an idea and trying one are steps towards autonomy, naming a risk and anchoring towards
steering; these steps are taken where the actions are, by :meth:`Transaction.balance`.
"""

from __future__ import annotations

from game.engine.limits import BALANCE_EXTREME
from game.engine.rules.modules.hooks import Module
from game.engine.transaction import Transaction


def _judge(d: Transaction) -> None:
    """Too far to either side costs trust; then the balance swings back a step."""
    balance = d.state.balance
    if abs(balance) >= BALANCE_EXTREME:
        d.trust(-1, "unbalanced")
    if balance:
        d.balance(-1 if balance > 0 else 1, "towards_zero")


MODULE = Module(check_closes=_judge)
