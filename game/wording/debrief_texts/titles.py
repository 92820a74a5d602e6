"""The titles of moments in a list: those that are alike are told apart by what they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import shorten

from game.debrief import Moment
from game.debrief.moments import Bookmarked, Noted
from game.debrief.references import BenefitRef, IdeaRef, RiskRef
from game.wording import terms
from game.wording.debrief_texts.formatter import DebriefFormatter
from game.wording.debrief_texts.moments import describe_moment

_LONGEST = 60
"""The characters of a note that a title has room for."""


def list_titles(fmt: DebriefFormatter, moments: Sequence[Moment]) -> tuple[str, ...]:
    """A title for each moment, no two alike.

    What was marked is called by what was written. Moments of one title have what they are about
    added (an idea, a phase), where that is the same their round, and at last a number.
    """
    titles = [_title(fmt, m) for m in moments]
    for more in (_about, _round):
        often = Counter(titles)
        titles = [
            _with(fmt, title, more(fmt, m)) if often[title] > 1 else title
            for title, m in zip(titles, moments, strict=True)
        ]
    return tuple(_numbered(titles))


def _numbered(titles: Sequence[str]) -> Iterator[str]:
    """The titles, with a number behind those that came before."""
    seen: Counter[str] = Counter()
    for title in titles:
        seen[title] += 1
        yield f"{title} ({seen[title]})" if seen[title] > 1 else title


def _with(fmt: DebriefFormatter, title: str, more: str) -> str:
    return fmt.t("{title}: {more}", title=title, more=more) if more else title


def _title(fmt: DebriefFormatter, m: Moment) -> str:
    title = describe_moment(fmt, m).title
    if not isinstance(m.about, Bookmarked | Noted):
        return title
    return _with(fmt, title, shorten(fmt.written(m.about.written), _LONGEST, placeholder=" …"))


def _about(fmt: DebriefFormatter, m: Moment) -> str:
    """The idea or the risk, the phase, or the seat that a moment is about."""
    for name in ("benefit", "risk", "idea"):
        ref = getattr(m.about, name, None)
        if isinstance(ref, RiskRef):
            return fmt.risk(ref)
        if isinstance(ref, BenefitRef):
            return fmt.t("“{name}”", name=fmt.benefit_name(ref))
        if isinstance(ref, IdeaRef):
            return fmt.t("“{name}”", name=fmt.idea_name(ref))
    phase, person = getattr(m.about, "phase", None), getattr(m.about, "person", None)
    if phase is not None:
        return terms.phase(fmt.t, phase)
    return "" if person is None else fmt.person(person)


def _round(fmt: DebriefFormatter, m: Moment) -> str:
    return terms.round_name(fmt.t, m.round, sum(fmt.case.setup.rules.rounds))
