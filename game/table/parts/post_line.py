"""A post of the economy overview in one line: what it holds, and who counts on it."""

from __future__ import annotations

from game.i18n import Words
from game.views.posts import PostView
from game.wording import figures


def post_line(t: Words, post: PostView) -> str:
    """``Holds 5 points · A 3, C 4 – more than it holds``."""
    parts = [t("Holds {points}", points=figures.points(t, post.holds))]
    if post.taken:
        parts.append(t("{points} taken", points=figures.points(t, post.taken)))
    claims = ", ".join(f"{letter} {points}" for letter, points in post.claims)
    if post.overdrawn:
        claims = t("{claims} – more than it holds", claims=claims)
    return " · ".join([*parts, claims] if claims else parts)
