"""Gauges: the balance of a case in numbers, for whoever is writing it.

Each has a value, what is usual, and a sentence; the ranges are those of ``gevinst check``, and what
to do is what it says. A case with errors has gauges, too: those that cannot be told yet say why.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from game.content.messages import MESSAGES
from game.content.positions import KeyPath
from game.content.weighing.dials import Dial, dials
from game.content.weighing.partial import Partial, read_partly
from game.content.weighing.readings import Reading
from game.frozen import frozen
from game.i18n import Words

GaugeState = Literal["low", "fine", "high", "unknown"]


@frozen
class Gauge:
    """One number of a case against what is usual.

    ``code`` names it and never changes; for a track it ends with that. ``value`` and the usual
    range ``low`` to ``high`` lie on the scale from ``least`` to ``most``, as far as they do; of a
    gauge that is ``unknown`` the value is ``None``. ``sentence`` says what was found, ``advice``
    what to do, empty where all is fine. ``path`` is where to change it.
    """

    code: str
    name: str
    value: float | None
    low: float
    high: float
    least: float
    most: float
    state: GaugeState
    sentence: str
    advice: str
    path: KeyPath


def gauges(data: Mapping[str, Any], t: Words) -> tuple[Gauge, ...]:
    """The gauges of a case from its raw data, whether or not it can be played yet."""
    partial = read_partly(data)
    own_project = partial.subject.scenario.own_project
    shown = [dial for dial in dials() if dial.own_project or not own_project]
    return tuple(_gauge(dial, partial, t) for dial in shown)


def _gauge(dial: Dial, partial: Partial, t: Words) -> Gauge:
    name = t(dial.name)
    broken = next((part for part in dial.needs if partial.broken.get(part)), None)
    reading = None if broken else dial.read(partial.subject)
    least, most = dial.scale
    if reading is None:
        why = _why_unknown(broken, partial, t)
        return Gauge(dial.code, name, None, least, most, least, most, "unknown", why, "", dial.path)
    side = reading.usual.side(reading.value)
    params = {key: _figure(value, t) for key, value in reading.params.items()}
    advice = "" if side == "fine" else _advice(dial.advice[side == "high"], reading, t)
    return Gauge(
        code=dial.code,
        name=name,
        value=reading.value,
        low=reading.usual.low,
        high=min(reading.usual.high, reading.most or most),
        least=least,
        most=reading.most or most,
        state=side,
        sentence=t(dial.text, **params),
        advice=advice,
        path=dial.path,
    )


def _why_unknown(broken: str | None, partial: Partial, t: Words) -> str:
    if broken is None:
        return t("Cannot be said yet: there is nothing to count.")
    n = partial.broken[broken]
    return t.plural(
        "Cannot be said yet: something is wrong under “{part}”.",
        "Cannot be said yet: something is wrong in {n} places under “{part}”.",
        n,
        part=broken,
    )


def _advice(code: str, reading: Reading, t: Words) -> str:
    """The hint of a finding; every place in it is among the parameters of the reading."""
    return t(MESSAGES[code][1], **{key: _figure(value, t) for key, value in reading.params.items()})


def _figure(value: object, t: Words) -> object:
    return t.number(value) if isinstance(value, float) else value
