"""Balance checks: one for each line of *What makes a good case* in the rules.

The numbers come from many games played by bots. All of it are warnings: such a case can be played,
but somebody at the table will find it too easy, too hard or beside the point. Lines that were tuned
for a full game of seven rounds are left out for a shorter one, and a draft of a few cards is only
told how many are missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from statistics import fmean
from typing import Final

from game.content.card_tables import IdeaTable
from game.content.field_types import AnyText, Languages
from game.content.findings import Finding
from game.content.minutes import is_far, reckoned_minutes
from game.content.positions import KeyPath
from game.content.schema import ScenarioFile
from game.engine.limits import MAX_SEATS
from game.engine.setup import LEVEL_CHANGES, TRACKS, Track

BalanceCheck = Callable[[ScenarioFile], Iterator[Finding]]

FULL_GAME: Final = 7
"""Rounds of the game that the numbers below are tuned for."""
LEAST_CARDS: Final = {"ideas": 14, "benefits": 16, "risks": 16}
LEAST_EVENTS: Final = 7
LEAST_ON_TRACK: Final = 2
LEAST_GAIN: Final = 2.0
"""What all ideas together give a track on average, in goals."""
LEAST_GAIN_SHORT: Final = 1.25
MOST_HARM: Final = 1 / 3
"""Disbenefits of a track, as a share of what it gains."""
NET_WORTH: Final = (5.0, 6.5)
MOST_FALSE: Final = 0.2
"""The share of the arrows that may be false."""
COST: Final = (2.0, 3.0)
MATURITY: Final = (2.8, 4.0)
MOST_DELAY: Final = 1.0
RISKS: Final = (1.0, 1.5)
MOST_RISKLESS: Final = 2
TRUE_PAIRS: Final = (50.0, 90.0)
"""Percent of the ideas printed on risk cards."""


def balance_findings(scenario: ScenarioFile) -> Iterator[Finding]:
    """All balance findings on a case."""
    checks = [*_ALWAYS]
    if not scenario.own_project:
        checks += _CARDS
        if not _draft(scenario):
            checks += _SHORT_OR_FULL
            checks += _FULL if _rounds(scenario) >= FULL_GAME else ()
    for check in checks:
        yield from check(scenario)


# ------------------------------------------------------------------ helpers
def _rounds(scenario: ScenarioFile) -> int:
    return sum(scenario.own_rules.rounds)


def _least(scenario: ScenarioFile, deck: str) -> int:
    """The number of cards that a game of this length needs: no more than are dealt in it."""
    rules = scenario.own_rules
    dealt = rules.deal_first + rules.deals_later * rules.deal_later
    share = min(1.0, _rounds(scenario) / FULL_GAME)
    return max(1, min(dealt, int(LEAST_CARDS[deck] * share)))


def _draft(scenario: ScenarioFile) -> bool:
    """Whether there are so few ideas that means over them would only repeat that finding."""
    return len(scenario.ideas) < _least(scenario, "ideas") / 2


def _mean(idea: IdeaTable, track: Track) -> float:
    return sum(getattr(idea.effects, track) or (0, 0)) / 2


def _means(scenario: ScenarioFile, track: Track) -> list[float]:
    return [_mean(idea, track) for idea in scenario.ideas]


def _warn(code: str, path: KeyPath, **params: object) -> Finding:
    return Finding(code, path, params, "warning")


def _between(
    values: Iterable[float], bounds: tuple[float, float], low: str, high: str, path: KeyPath
) -> Iterator[Finding]:
    """A warning if the mean of the values is out of bounds."""
    mean = fmean(values)
    if mean < bounds[0]:
        yield _warn(low, path, mean=mean, limit=bounds[0])
    elif mean > bounds[1]:
        yield _warn(high, path, mean=mean, limit=bounds[1])


# ------------------------------------------------------------------ how long it takes
def minutes_far(scenario: ScenarioFile) -> Iterator[Finding]:
    """The minutes that the case says are about those of its rounds and actions."""
    rules = scenario.own_rules
    reckoned = reckoned_minutes(rules, rules.level, own_project=scenario.own_project)
    if is_far(scenario.minutes, reckoned):
        yield _warn(
            "minutes_far",
            ("minutes",),
            n=scenario.minutes,
            reckoned=reckoned,
            rounds=_rounds(scenario),
            actions=rules.actions + LEVEL_CHANGES[rules.level].actions,
        )


# ------------------------------------------------------------------ enough cards
def few_cards(scenario: ScenarioFile) -> Iterator[Finding]:
    """As many cards as a game of this length uses."""
    for deck in LEAST_CARDS:
        n, least = len(getattr(scenario, deck)), _least(scenario, deck)
        if n < least:
            yield _warn(f"few_{deck}", (deck,), n=n, least=least, rounds=_rounds(scenario))


def few_events(scenario: ScenarioFile) -> Iterator[Finding]:
    """An event is turned over in every round but the first; a full game has some to spare."""
    rounds = _rounds(scenario)
    least = LEAST_EVENTS if rounds >= FULL_GAME else rounds - 1
    if len(scenario.events) < least:
        n = len(scenario.events)
        yield _warn("few_events", ("events",), n=n, least=least, rounds=rounds)


def few_for_seats(scenario: ScenarioFile) -> Iterator[Finding]:
    """The first cards are dealt to all seats; every seat should begin with at least one."""
    first = scenario.own_rules.deal_first
    dealt = sum(min(first, len(getattr(scenario, deck))) for deck in LEAST_CARDS)
    seats = min(MAX_SEATS, len(scenario.roles))
    if dealt < seats:
        yield _warn("few_for_seats", ("roles",), n=dealt, seats=seats)


# ------------------------------------------------------------------ the tracks
def few_on_track(scenario: ScenarioFile) -> Iterator[Finding]:
    """Every track has ideas of its own."""
    least = LEAST_ON_TRACK if _rounds(scenario) >= FULL_GAME else 1
    for track in TRACKS:
        n = sum(idea.track == track for idea in scenario.ideas)
        if n < least:
            yield _warn("few_on_track", ("tracks", track), n=n, least=least)


def thin_track(scenario: ScenarioFile) -> Iterator[Finding]:
    """A group realises less than half of its ideas, so they hold more than the goal."""
    full = _rounds(scenario) >= FULL_GAME
    for track in TRACKS:
        goal = getattr(scenario.tracks, track).goal
        gain = sum(max(0.0, mean) for mean in _means(scenario, track))
        least = goal * (LEAST_GAIN if full else LEAST_GAIN_SHORT)
        if _most(scenario, track) >= goal and gain < least:
            path = ("tracks", track, "goal")
            yield _warn("thin_track", path, gain=gain, least=least, goal=goal)


def _most(scenario: ScenarioFile, track: Track) -> int:
    spans = (getattr(idea.effects, track) or (0, 0) for idea in scenario.ideas)
    return sum(max(0, high) for _low, high in spans)


def much_harm(scenario: ScenarioFile) -> Iterator[Finding]:
    """Disbenefits are a price, not the rule."""
    for track in TRACKS:
        means = _means(scenario, track)
        gain, harm = sum(m for m in means if m > 0), -sum(m for m in means if m < 0)
        if harm > gain * MOST_HARM:
            yield _warn("much_harm", ("tracks", track), harm=harm, gain=gain)


def one_idea_reaches(scenario: ScenarioFile) -> Iterator[Finding]:
    """A goal takes more than one idea."""
    for i, idea in enumerate(scenario.ideas):
        for track in TRACKS:
            goal = getattr(scenario.tracks, track).goal
            if _mean(idea, track) >= goal:
                yield _warn("one_idea_reaches", ("ideas", i, "effects", track), goal=goal)


def stuck_benefit(scenario: ScenarioFile) -> Iterator[Finding]:
    """A benefit card can come true: some idea moves its track up."""
    stuck = {track for track in TRACKS if not _most(scenario, track)}
    for i, benefit in enumerate(scenario.benefits):
        if benefit.track in stuck:
            yield _warn("stuck_benefit", ("benefits", i, "track"))


# ------------------------------------------------------------------ the ideas
def no_benefit(scenario: ScenarioFile) -> Iterator[Finding]:
    """An idea can do some good."""
    for i, idea in enumerate(scenario.ideas):
        highs = [high for _track, (_low, high) in idea.effects.items()]
        if highs and max(highs) <= 0:
            yield _warn("no_benefit", ("ideas", i, "effects"))


def point_range(scenario: ScenarioFile) -> Iterator[Finding]:
    """What an idea gives differs from session to session."""
    for i, idea in enumerate(scenario.ideas):
        for track, (low, high) in idea.effects.items():
            if low == high:
                path = ("ideas", i, "effects", track)
                yield _warn("point_range", path, low=low - 1, high=low + 1)


def net_worth(scenario: ScenarioFile) -> Iterator[Finding]:
    """What an idea gives on all tracks together."""
    worths = [sum(_mean(idea, track) for track in TRACKS) for idea in scenario.ideas]
    return _between(worths, NET_WORTH, "poor_ideas", "rich_ideas", ("ideas",))


def false_arrows(scenario: ScenarioFile) -> Iterator[Finding]:
    """Promises are mostly kept: two arrows for a mean of 3 or more, one for 1 to 3."""
    judged = [
        (("ideas", i, "promise", track), _is_kept(arrows, _mean(idea, track)))
        for i, idea in enumerate(scenario.ideas)
        for track, arrows in idea.promise.items()
    ]
    broken = [path for path, is_kept in judged if not is_kept]
    if len(broken) > MOST_FALSE * len(judged):
        yield _warn("false_arrows", broken[0], n=len(broken), all=len(judged))


def _is_kept(arrows: int, mean: float) -> bool:
    if arrows < 0:
        return mean < 0
    return mean >= 3 if arrows == 2 else 1 <= mean <= 3


def no_temptation(scenario: ScenarioFile) -> Iterator[Finding]:
    """Some saving is cheap, ready and paid for on the other tracks."""
    if not any(map(_tempting, scenario.ideas)):
        yield _warn("no_temptation", ("ideas",))


def _tempting(idea: IdeaTable) -> bool:
    others = sum(_mean(idea, track) for track in TRACKS if track != "economy")
    ready = idea.cost <= 2 and idea.maturity == 5
    return ready and _mean(idea, "economy") >= 4 and others <= -4


def cost(scenario: ScenarioFile) -> Iterator[Finding]:
    """The group can pay for some of its ideas, not for all."""
    costs = [idea.cost for idea in scenario.ideas]
    return _between(costs, COST, "low_cost", "high_cost", ("ideas",))


def maturity(scenario: ScenarioFile) -> Iterator[Finding]:
    """A trial is worth its while when ideas are not ready."""
    values = [idea.maturity for idea in scenario.ideas]
    return _between(values, MATURITY, "low_maturity", "high_maturity", ("ideas",))


def delay(scenario: ScenarioFile) -> Iterator[Finding]:
    """Most ideas are felt before the game is over."""
    values = [idea.delay for idea in scenario.ideas]
    return _between(values, (0.0, MOST_DELAY), "long_delay", "long_delay", ("ideas",))


# ------------------------------------------------------------------ the risks
def true_risks(scenario: ScenarioFile) -> Iterator[Finding]:
    """The number of true risks, the strongest lever of all."""
    counts = [len(idea.risks) for idea in scenario.ideas]
    return _between(counts, RISKS, "few_true_risks", "many_true_risks", ("risks",))


def riskless(scenario: ScenarioFile) -> Iterator[Finding]:
    """A few ideas may be without a risk; each one more is named."""
    full = _rounds(scenario) >= FULL_GAME
    most = MOST_RISKLESS if full else max(MOST_RISKLESS, len(scenario.ideas) // 2)
    without = [i for i, idea in enumerate(scenario.ideas) if not idea.risks]
    for i in without[most:]:
        yield _warn("riskless", ("ideas", i), most=most)


def true_pairs(scenario: ScenarioFile) -> Iterator[Finding]:
    """What is printed on a risk card is mostly, not always, true."""
    risks = {idea.id: idea.risks for idea in scenario.ideas}
    pairs = [100 * (risk.id in risks.get(id_, ())) for risk in scenario.risks for id_ in risk.about]
    if pairs:
        path = ("risks",)
        yield from _between(pairs, TRUE_PAIRS, "few_true_pairs", "many_true_pairs", path)


# ------------------------------------------------------------------ the money
def posts(scenario: ScenarioFile) -> Iterator[Finding]:
    """The posts show where the money goes, and there is more of it than is to be saved."""
    economy = scenario.economy
    for i, post in enumerate(economy.posts):
        if not post.value and not scenario.own_project:
            yield _warn("empty_post", ("economy", "posts", i, "value"))
    if economy.posts and sum(post.value for post in economy.posts) < economy.saving:
        yield _warn("saving_above_posts", ("economy", "saving"))


def saving_covered(scenario: ScenarioFile) -> Iterator[Finding]:
    """Reaching the economy goal brings what was announced, where both count in the same unit."""
    track, economy = scenario.tracks.economy, scenario.economy
    span = abs(track.target - track.baseline)
    if _same(track.unit, economy.unit) and span < economy.saving * 0.999:
        path = ("tracks", "economy", "target")
        yield _warn("saving_not_covered", path, way=span, saving=economy.saving)


def _same(a: AnyText | None, b: AnyText) -> bool:
    """Whether two units are equal in some language that both have."""
    if a is None:
        return False
    return any(x == y and x is not None for x, y in zip(_languages(a), _languages(b), strict=True))


def _languages(prose: AnyText) -> tuple[str | None, str | None]:
    return (prose.da, prose.en) if isinstance(prose, Languages) else (prose, prose)


_ALWAYS: Final[tuple[BalanceCheck, ...]] = (posts, saving_covered, minutes_far)
_CARDS: Final[tuple[BalanceCheck, ...]] = (
    few_cards,
    few_events,
    few_for_seats,
    no_benefit,
    stuck_benefit,
)
_SHORT_OR_FULL: Final[tuple[BalanceCheck, ...]] = (
    few_on_track,
    thin_track,
    one_idea_reaches,
    point_range,
    false_arrows,
    riskless,
)
_FULL: Final[tuple[BalanceCheck, ...]] = (
    much_harm,
    net_worth,
    no_temptation,
    cost,
    maturity,
    delay,
    true_risks,
    true_pairs,
)
