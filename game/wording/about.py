"""What is told of a case beside its title: which version it is, and whose."""

from __future__ import annotations

from datetime import datetime

from game.content.case import About
from game.i18n import Words
from game.i18n.days import in_words


def about_line(t: Words, about: About) -> str:
    """All of it on one line; empty where nothing is told."""
    named = (prose.read(t.lang) for prose in (about.author, about.municipality, about.licence))
    return " · ".join(part for part in (version_and_day(t, about), *named) if part)


def version_and_day(t: Words, about: About) -> str:
    """Which version it is and when it was last changed, as far as that is told."""
    version = about.version.read(t.lang)
    parts = [t("version {version}", version=version)] if version else []
    if about.date:
        day = datetime.fromisoformat(about.date)
        parts.append(in_words(t, day))
    return ", ".join(parts)
