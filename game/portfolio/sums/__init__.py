"""The sums of a portfolio: what is asked of the facts, table by table."""

from typing import Final

from game.portfolio.sums.games import GAMES
from game.portfolio.sums.model import Sum, SumColumn, SumKind, SumTable, Value
from game.portfolio.sums.own_projects import OWN_PROJECTS

__all__ = ["SUMS", "Sum", "SumColumn", "SumKind", "SumTable", "Value"]

SUMS: Final[tuple[Sum, ...]] = (*OWN_PROJECTS, *GAMES)
"""All tables, in the order of the page."""
