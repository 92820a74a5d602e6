"""Texts of the outcome of a benefit or a risk, and of the reasons for a harvest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from game.debrief.benefits import BenefitStory, Cause, Gap, Strike, Unclaimed
from game.debrief.risks import RiskFate, RiskStory
from game.engine.limits import TRACK_LOW
from game.i18n import Words, mark
from game.wording import figures, terms
from game.wording.case_names import CaseNames
from game.wording.debrief_texts.formatter import DebriefFormatter
from game.wording.debrief_texts.mentions import gain_mentioned, harm_mentioned

if TYPE_CHECKING:
    from game.content.case import Case

_CAUSES: Mapping[Cause, str] = {
    "disbenefit": mark("a harm: {by}"),
    "die": mark("the reality die: {by}"),
    "stumble": mark("the idea stumbled: {by}"),
    "unowned": mark("nobody owned it: {by}"),
    "short": mark("its owner was from elsewhere, or owned too much: {by}"),
    "post": mark("its item gave less: {by}"),
    "amends": mark("it was made up for: {by}"),
    "unspoken": mark("not named as a downside: {by}"),
}
_RISK_FATES: Mapping[RiskFate, str] = {
    "struck": mark("it struck"),
    "held": mark("it held off"),
    "prevented": mark("prevented"),
    "open": mark("not checked"),
    "shelved": mark("shelved with its idea"),
}


def gap_text(t: Words, gap: Gap) -> str:
    """One part of the gap from claim to harvest: ``nobody owned it: −2``. No full stop."""
    by = figures.signed(t, gap.points)
    if gap.cause == "truth":
        return t("truly more: {by}", by=by) if gap.points > 0 else t("truly less: {by}", by=by)
    if gap.short is not None:
        return t("{why}: {by}", why=terms.short(t, gap.short), by=by)
    return t(_CAUSES[gap.cause], by=by)


def strike_text(t: Words, case: Case, strike: Strike) -> str:
    """A risk that struck the same track: ``struck by “…”: −3 on the track``. No full stop."""
    by = figures.signed(t, -strike.cost)
    risk = DebriefFormatter(CaseNames(t, case)).risk(strike.risk)
    if not strike.held:
        return t("the track was struck by {risk}: {by}", risk=risk, by=by)
    end = t.number(TRACK_LOW)
    return t(
        "the track was struck by {risk}: {by}, as it goes no lower than {end}",
        risk=risk,
        by=by,
        end=end,
    )


def benefit_reasons(t: Words, case: Case, story: BenefitStory) -> tuple[str, ...]:
    """The reasons for a benefit's harvest, or for having none yet; each without a full stop.

    It is exactly what was said only where nothing changed the number, before or afterwards.
    """
    return tuple(_reasons(t, case, story))


def _reasons(t: Words, case: Case, story: BenefitStory) -> Iterator[str]:
    if story.harvested is None:
        yield _not_realised(t, story)
    elif story.claimed < 0:
        yield from _of_a_downside(t, story)
    elif story.gaps:
        yield from (gap_text(t, gap) for gap in story.gaps)
    elif not story.followed:
        yield t("exactly as claimed")
    if story.followed:
        yield t("followed up: {by}", by=figures.signed(t, 1))
    yield from (strike_text(t, case, strike) for strike in story.strikes)


def _of_a_downside(t: Words, story: BenefitStory) -> Iterator[str]:
    """What came of a downside that was named: nothing, or a harm and how great it was."""
    if (story.effect or 0) >= 0:
        yield t("the downside did not come")
        return
    if not story.gaps:
        yield t("exactly as named")
    for gap in story.gaps:
        yield _beside_the_named(t, gap) if gap.cause == "truth" else gap_text(t, gap)


def _beside_the_named(t: Words, gap: Gap) -> str:
    """By how much a harm was another one than was said."""
    by = figures.signed(t, gap.points)
    if gap.points > 0:
        return t("milder than named: {by}", by=by)
    return t("worse than named: {by}", by=by)


def _not_realised(t: Words, story: BenefitStory) -> str:
    if story.fate == "withdrawn" and story.downside:
        return t("withdrawn, as it harms nobody")
    if story.fate == "withdrawn":
        return t("withdrawn, as it truly gave nothing")
    if story.fate == "shelved":
        return t("shelved with its idea")
    if story.fate == "implemented":
        return t("under way, not yet checked")
    return t("not implemented")


def unclaimed_text(t: Words, found: Unclaimed) -> str:
    """What became of an effect for which nothing lay on its track, and what had spoken of it."""
    more = found.effect - found.points
    if found.effect > 0:
        became = t("Not claimed: nothing was harvested.")
    elif more:
        became = t(
            "Truly {effect}, and {more} more because no downside was named.",
            effect=t.number(found.effect),
            more=more,
        )
    else:
        became = t("Harm counts, claimed or not.")
    return " ".join(filter(None, (became, unclaimed_mention(t, found))))


def unclaimed_mention(t: Words, found: Unclaimed) -> str:
    """What had spoken of such an effect before it came; empty where it cannot be told."""
    mention = found.mention
    way, round_ = (mention.way, mention.position.round) if mention is not None else (None, None)
    mentioned = gain_mentioned if found.effect > 0 else harm_mentioned
    return mentioned(t, way, round_)


def risk_fate(t: Words, case: Case, story: RiskStory) -> str:
    """The outcome of a risk, in lower case for use within a sentence."""
    if story.fate == "false":
        return CaseNames(t, case).outcome("false")
    return t(_RISK_FATES[story.fate])
