"""The economy overview as a register: the posts of the operation, and the saving announced."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.frozen import frozen
from game.i18n import mark
from game.report.columns import Column
from game.report.register_items import ClaimedBenefit
from game.report.source import ReportSource
from game.wording.units import kroner_a_year


@frozen
class PostRow:
    """A post of the economy overview, with the benefits that say the money comes from it."""

    post: str
    value: float
    unit: str
    kroner: float | None
    benefits: tuple[str, ...]
    note: str


POSTS: Final = (
    Column("post", mark("Item"), width=44),
    Column("value", mark("Costs today"), "number", 12),
    Column("unit", mark("Unit"), width=12),
    Column("kroner", mark("Costs today (DKK)"), "kroner", 18),
    Column("benefits", mark("Benefits that count on it"), "ids", 20),
    Column("note", mark("Note"), width=60),
)


def kroner(value: float, unit: str) -> float | None:
    """An amount of the economy overview in kroner, where its unit is money."""
    return kroner_a_year(value, unit, "årlig")


def post_rows(source: ReportSource, claims: Sequence[ClaimedBenefit]) -> list[PostRow]:
    """The posts of the case, in its order."""
    lang, economy = source.t.lang, source.case.economy
    unit = economy.unit.read(lang)
    return [
        PostRow(
            post.name.read(lang),
            post.value,
            unit,
            kroner(post.value, unit),
            tuple(c.id for c in claims if c.benefit.post == post.id),
            post.note.read(lang),
        )
        for post in economy.posts
    ]


def announced_saving(source: ReportSource) -> float | None:
    """The saving that was announced, in kroner; ``None`` where it was told in something else."""
    economy = source.case.economy
    return kroner(economy.saving, economy.unit.read(source.t.lang)) if economy.saving else None
