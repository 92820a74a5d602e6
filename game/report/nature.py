"""What a report is about: an example, or an own project of which nothing has happened yet."""

from __future__ import annotations

from game.report.source import ReportSource


def nature_text(source: ReportSource) -> str:
    """What may be believed of the registers."""
    t = source.t
    if source.case.own_project and source.told:
        return t(
            "This is your own project. What was measured since the game stands as reality, the "
            "rest is what you said and decided. What the dice did stands apart, and is marked as "
            "play."
        )
    if source.case.own_project:
        return t(
            "This is your own project, and nothing of it has happened yet: here stands what you "
            "said and decided. What the dice did stands apart, and is marked as play."
        )
    return t("A case was played: its figures are an example, not your own project's.")


def play_text(source: ReportSource) -> str:
    """What may be believed of what the game did."""
    t = source.t
    if source.case.own_project:
        return t(
            "Play, not fact: what an idea gives here was drawn, and dice did the rest. It is "
            "a stress test of the plan. Ask of each surprise whether it could happen to you."
        )
    return t("What the dice and the case's own answers made of it in the game.")
