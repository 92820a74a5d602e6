"""The balance of a case in numbers, for ``gevinst check --gauges``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any, Final

from game.content import syntax
from game.content.findings import Finding
from game.content.weighing.gauges import Gauge, GaugeState, gauges
from game.i18n import Words

_SIGNS: Final[dict[GaugeState, str]] = {"fine": "✓", "low": "↓", "high": "↑", "unknown": "?"}
_SHARES: Final = ("arrows", "true_pairs", "languages")
"""Gauges that are shown in percent."""


def gauges_of(text: str, t: Words) -> Sequence[Gauge]:
    """The gauges of a scenario's text; none where it is no TOML, which its errors tell."""
    data = syntax.read(text)
    return () if isinstance(data, Finding) else gauges(data, t)


def fields_of(gauge: Gauge) -> dict[str, Any]:
    """A gauge for other programs."""
    return asdict(gauge) | {"path": list(gauge.path)}


def table(found: Sequence[Gauge], t: Words) -> Iterator[str]:
    """The lines of a table: a sign, what is measured, its value and what is usual.

    Below a gauge that is not fine stands what was found, and what to do.
    """
    rows = [(gauge, *_figures(gauge, t)) for gauge in found]
    heads = (t("What"), t("Value"), t("Usual"))
    cells = [heads, *((gauge.name, value, usual) for gauge, value, usual in rows)]
    a, b, c = (max(map(len, column)) for column in zip(*cells, strict=True))
    yield f"    {heads[0]:<{a}}  {heads[1]:>{b}}  {heads[2]:>{c}}".rstrip()
    for gauge, value, usual in rows:
        yield f"  {_SIGNS[gauge.state]} {gauge.name:<{a}}  {value:>{b}}  {usual:>{c}}".rstrip()
        if gauge.state != "fine":
            yield from (f"      {line}" for line in (gauge.sentence, gauge.advice) if line)


def _figures(gauge: Gauge, t: Words) -> tuple[str, str]:
    """The value and the usual range of a gauge."""
    if gauge.value is None:
        return "–", ""
    figure = t.percent if gauge.code in _SHARES else t.number
    low, high = figure(gauge.low), figure(gauge.high)
    if gauge.high >= gauge.most > gauge.low:
        return figure(gauge.value), t("{least} or more", least=low)
    return figure(gauge.value), low if low == high else f"{low}–{high}"
