"""What a reality check must tell, from the books of a game and the dice that are thrown."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine import Event, RiskCard
from game.engine import events as ev
from tests.engine.model import TRACKS, Books, Claim, Entry, Named

Told = Iterator[Event]
Short = str | None


class Foresight:
    """The events of a check, one by one; each is written into the books as soon as it is known."""

    def __init__(self, books: Books, dice: Iterator[int]) -> None:
        self.books, self.dice = books, dice
        self.modules = books.setup.rules.modules

    def check(self) -> Told:
        """What is told from its beginning to its end, or to where an answer is waited for."""
        return self._noted(self._check())

    def end(self) -> Told:
        """What is told at the end, once the answer is given."""
        return self._noted(self._end())

    def _noted(self, events: Told) -> Told:
        for e in events:
            self.books.note(e)
            yield e

    # ---------------------------------------------------------------- the whole check
    def _check(self) -> Told:
        books = self.books
        due = [i for i in books.unrealised() if i.due is not None]
        due = sorted(due, key=lambda i: i.order)
        if not books.follow_up:
            due = [i for i in due if i.due is not None and i.due <= books.round][:2]
        yield ev.CheckBegan(books.round, tuple(i.id for i in due))
        for idea in due:
            yield from self._idea(idea)
        question = [] if due or books.follow_up else list(self._question())
        yield from question
        if not any(isinstance(e, ev.ClaimTested) for e in question):
            yield from self._end()

    def _end(self) -> Told:
        if not self.books.follow_up:
            yield from self._group()
        yield ev.CheckEnded(self.books.round)

    def _group(self) -> Told:
        if "tension" in self.modules:
            if abs(self.books.balance) >= 4:
                yield from self._trust(-1, "unbalanced")
            if self.books.balance:
                yield ev.BalanceShifted(-1 if self.books.balance > 0 else 1, "towards_zero")
        if self.books.points["citizen"] < 0 or self.books.points["employee"] < 0:
            yield from self._trust(-1, "below_zero")

    def _trust(self, by: int, why: ev.Why, idea: str | None = None) -> Told:
        if 0 <= self.books.trust + by <= 10:
            yield ev.TrustChanged(by, why, idea)

    # ---------------------------------------------------------------- one idea
    def _idea(self, i: Entry) -> Told:
        yield from self._risks(i)
        if not i.proven:
            yield from self._stumble(i)
        for track in TRACKS:
            if i.effect(track) or track in i.claims:
                yield from self._harvest(i, track)
        yield from self._word(i)
        for module in self.modules:
            yield from getattr(self, f"_{module}", lambda i: ())(i)

    def _risks(self, i: Entry) -> Told:
        left = [n for n in i.named if n.written]
        right: dict[str, Named] = {}
        for card in i.risks:
            own = [n for n in i.named if not n.written and n.id == card.id]
            words = [n for n in left if n.track == card.track][: not own]
            left = [n for n in left if n not in words]
            for n in (*own, *words):
                right[card.id] = n
        wrong = [n for n in i.named if n not in right.values()]
        for card in i.risks:
            yield from self._risk(i, card, right.get(card.id))
        yield from (ev.FalseAlarm(i.id, n.id) for n in wrong)

    def _risk(self, i: Entry, card: RiskCard, named: Named | None) -> Told:
        limit = min(5, card.likelihood + self.books.likelier[card.track])
        limit += 2 if named is None else -3 * named.mitigations
        die = next(self.dice) if limit > 0 else 0
        struck = limit > 0 and die <= limit
        lay = None if named is None else named.id
        yield ev.RiskThrown(i.id, card.id, lay, card.track, die, limit, card.severity, struck)
        if struck:
            yield ev.TrackMoved(card.track, -card.severity, "risk", i.id)

    def _stumble(self, i: Entry) -> Told:
        die = next(self.dice)
        yield ev.StumbleThrown(i.id, die, i.maturity, die > i.maturity)
        if die > i.maturity:
            yield ev.TrackMoved(i.track, -1, "stumble", i.id)

    # ---------------------------------------------------------------- harvest
    def _harvest(self, i: Entry, track: str) -> Told:
        claim, effect = i.claims.get(track), i.effect(track)
        points, short = self._points(claim, track, effect)
        estimate, owned = (claim.estimate, claim.owner is not None) if claim else (None, False)
        yield ev.Harvested(i.id, track, estimate, effect, points, owned, short)
        if points:
            yield ev.TrackMoved(track, points, "harvest", i.id)

    def _points(self, claim: Claim | None, track: str, effect: int) -> tuple[int, Short]:
        named = claim is not None and claim.estimate < 0
        if effect < 0:
            made_up = named and claim is not None and claim.amends
            return (min(0, effect + 2) if made_up else effect if named else effect - 2), None
        if claim is None or named:
            return 0, None
        points, short = self._of_owner(claim, track, effect)
        if track == "economy" and "posts" in self.modules and points:
            return self._of_post(claim, points, short)
        return points, short

    def _of_owner(self, claim: Claim, track: str, whole: int) -> tuple[int, Short]:
        if claim.owner is None:
            return min(3, whole), None
        claims = [c for i in self.books.unrealised() for c in i.claims.values()]
        short: Short = None
        if track not in self.books.homes[claim.owner]:
            short = "away"
        elif sum(c.owner == claim.owner for c in claims) > 4:
            short = "overloaded"
        return (whole - 1, short) if short and whole else (whole, None)

    def _of_post(self, claim: Claim, points: int, short: Short) -> tuple[int, Short]:
        if claim.post is None:
            return points // 2, "no_post"
        holds = {p.id: p.points for p in self.books.setup.posts}
        left = max(0, holds[claim.post] - self.books.taken(claim.post))
        return (left, "post_empty") if left < points else (points, short)

    # ---------------------------------------------------------------- the word, and modules
    def _word(self, i: Entry) -> Told:
        claimed = sum(c.estimate for c in i.claims.values())
        given = sum(c.harvested for c in i.claims.values())
        yield ev.IdeaRealised(i.id, claimed, given)
        if i.claims and abs(claimed - given) <= 1:
            yield from self._trust(1, "word_kept", i.id)
        elif abs(claimed - given) >= 4:
            yield from self._trust(-1, "word_broken", i.id)
        named = {t for t, c in i.claims.items() if c.estimate < 0}
        if {t for t in TRACKS if i.effect(t) < 0} - named:
            yield from self._trust(-1, "unspoken_harm", i.id)

    def _combination(self, i: Entry) -> Told:
        kinds = {o.kind for o in self.books.ideas.values() if o.realised and o is not i}
        if kinds and i.kind not in kinds:
            yield ev.TrackMoved(i.track, 1, "combination", i.id)

    def _everybody(self, i: Entry) -> Told:
        others = [o for o in self.books.ideas.values() if o.realised and o is not i]
        if all(o.seat != i.seat for o in others):
            yield from self._trust(1, "everybody", i.id)

    def _dropouts(self, i: Entry) -> Told:
        gave = {t for t, c in i.claims.items() if c.harvested > 0}
        spoken = "citizen" in i.claims and i.claims["citizen"].estimate < 0
        if "process" in gave and "citizen" not in gave and not spoken:
            yield ev.TrackMoved("citizen", -1, "dropouts", i.id)

    # ---------------------------------------------------------------- nothing is due
    def _question(self) -> Told:
        """Which risk is turned up a draw decides: that event is left out."""
        bold = sorted(self.books.unrealised(), key=lambda i: -_boldness(i))
        for i in bold:
            hidden = {t: c for t, c in i.benefits().items() if t not in i.known and not i.proven}
            hidden.pop(i.trial, None)
            if hidden:
                track = max(TRACKS, key=lambda t: hidden[t].estimate if t in hidden else 0)
                yield from self._asked(i, track, hidden[track])
                return
            if _unnamed(i) and i.trial != "risk":
                yield ev.RiskTested(i.id)
                return
        yield ev.NothingTested()

    def _asked(self, i: Entry, track: str, claim: Claim) -> Told:
        effect = i.effect(track)
        yield ev.ClaimTested(claim.seat, i.id, track, claim.estimate, effect)
        beside = abs(claim.estimate - effect)
        if beside <= 1:
            yield from self._trust(1, "claim_held", i.id)
        if beside >= 3:
            yield from self._trust(-1, "claim_missed", i.id)


def _boldness(i: Entry) -> int:
    return sum(c.estimate for c in i.benefits().values())


def _unnamed(i: Entry) -> bool:
    """Whether a true risk is neither named by its card nor by words of their own for each track."""
    for track in TRACKS:
        true = [r.id for r in i.risks if r.track == track]
        cards = [n for n in i.named if not n.written and n.id in true]
        words = [n for n in i.named if n.written and n.track == track]
        if len(true) > len(cards) + len(words):
            return True
    return False
