"""Formats times relative to now: today, yesterday, days ago, or a date."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from game.i18n import Words
from game.i18n.days import in_words

_FIRST: Final = 86_400.0
_LAST: Final = 32_503_593_600.0
"""From 1970 to 2999, in seconds: what every system has dates for."""


def when(t: Words, moment: float, now: float) -> str:
    """A time relative to now, both in seconds since 1970; shown in local time.

    >>> from game.i18n import words
    >>> noon = datetime(2026, 11, 21, 12, 0).timestamp()
    >>> when(words("en"), noon, noon + 3 * 86_400)
    '3 days ago'
    """
    then, today = local(moment), local(now)
    time = t("{hour}:{minute}", hour=f"{then:%H}", minute=f"{then:%M}")
    days = (today.date() - then.date()).days
    if days == 0:
        return t("today at {time}", time=time)
    if days == 1:
        return t("yesterday at {time}", time=time)
    if 0 < days < 7:
        return t.plural("{n} day ago", "{n} days ago", days)
    return in_words(t, then)


def local(moment: float) -> datetime:
    """A moment by local time; one that no clock shows is the nearest that there is."""
    return datetime.fromtimestamp(min(max(moment, _FIRST), _LAST))
