"""The yardstick Y: what hand-written rules of a game of our size do in plain Python.

A small card game of five seats and six rounds, with about as many legal actions a decision as ours.
Its rules change one state in place and record their events, and do nothing else. Figures of two
machines cannot be compared; their ratios to this one, taken in the same run, can.
Loops stand where a generator would be shorter: it is written for speed.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Final, Literal

SEATS, ROUNDS, TURNS, HAND, LANES, ROOM = 5, 6, 6, 5, 4, 6


@dataclass(frozen=True, slots=True)
class Card:
    """What it costs and gives, its kind, and the kind it needs in its lane (-1: none)."""

    cost: int
    kind: int
    value: int
    need: int


CARDS: Final = [Card(1 + i * 7 % 4, i % 5, 1 + i * 3 % 5, i * 11 % 6 - 1) for i in range(60)]


@dataclass(frozen=True, slots=True)
class Move:
    """Place or swap a card of the hand, use a lane, or pass for the round."""

    kind: Literal["place", "use", "swap", "pass"]
    hand: int
    lane: int


PLACE: Final = [[Move("place", hand, lane) for lane in range(LANES)] for hand in range(HAND)]
USE: Final = [Move("use", -1, lane) for lane in range(LANES)]
ALWAYS: Final = [*(Move("swap", hand, -1) for hand in range(HAND)), Move("pass", -1, -1)]


@dataclass(slots=True)
class Event:
    """Something that happened."""

    kind: str
    seat: int
    card: int
    lane: int
    amount: int


@dataclass(slots=True)
class Player:
    """A seat's hand, and what it has left."""

    hand: list[int]
    budget: int = 8
    score: int = 0
    turns: int = 0
    passed: bool = False


@dataclass(slots=True)
class Table:
    """The whole state, which the rules change in place."""

    chance: random.Random
    players: list[Player]
    deck: list[int]
    round: int = 1
    current: int = 0
    gone: list[int] = field(default_factory=list)
    lanes: list[list[tuple[int, int]]] = field(default_factory=lambda: [[] for _ in range(LANES)])
    times: list[int] = field(default_factory=lambda: [1] * LANES)


def begun(seed: int) -> Table:
    """A table that is dealt."""
    chance = random.Random(seed)
    deck = chance.sample(range(len(CARDS)), len(CARDS))
    players = [Player([deck.pop() for _ in range(HAND)]) for _ in range(SEATS)]
    return Table(chance, players, deck)


def legal(table: Table) -> list[Move]:
    """Every move that the seat whose turn it is may make."""
    player = table.players[table.current]
    kinds = [{CARDS[card].kind for card, _ in lane} for lane in table.lanes]
    moves: list[Move] = []
    for hand, number in enumerate(player.hand):
        card = CARDS[number]
        if card.cost > player.budget:
            continue
        if card.need < 0:
            moves += PLACE[hand]
        else:
            row, need = PLACE[hand], card.need
            for lane in range(LANES):
                if need in kinds[lane]:
                    moves.append(row[lane])
    if player.budget >= 1:
        for number, cards in enumerate(table.lanes):
            if cards:
                moves.append(USE[number])
    moves += ALWAYS
    return moves


def decide(table: Table, move: Move) -> list[Event]:
    """Make a move; what came of it."""
    seat = table.current
    player = table.players[seat]
    player.turns += 1
    events: list[Event] = []
    if move.kind == "place":
        _place(table, player, move, events)
    elif move.kind == "use":
        gain = 0
        for _, owner in table.lanes[move.lane]:
            if owner == seat:
                gain += 1
        events.append(Event("scored", seat, -1, move.lane, gain))
        player.budget -= 1
        player.score += gain
    elif move.kind == "swap":
        card = player.hand.pop(move.hand)
        table.gone.append(card)
        events.append(Event("swapped", seat, card, -1, 0))
        player.hand.append(_drawn(table))
    else:
        events.append(Event("passed", seat, -1, -1, 0))
        player.passed = True
    _next_turn(table, events)
    return events


def _place(table: Table, player: Player, move: Move, events: list[Event]) -> None:
    seat, number, lane = table.current, player.hand.pop(move.hand), table.lanes[move.lane]
    card = CARDS[number]
    gain = card.value * table.times[move.lane]
    if card.need >= 0:
        for other, _ in lane:
            if CARDS[other].kind == card.need:
                gain += 1
    lane.append((number, seat))
    events.append(Event("placed", seat, number, move.lane, card.cost))
    if len(lane) > ROOM:
        old = lane.pop(0)[0]
        table.gone.append(old)
        events.append(Event("pushed out", seat, old, move.lane, 0))
    events.append(Event("scored", seat, number, move.lane, gain))
    player.hand.append(_drawn(table))
    player.budget -= card.cost
    player.score += gain


def _drawn(table: Table) -> int:
    if not table.deck:
        table.deck, table.gone = table.gone, []
        table.chance.shuffle(table.deck)
    return table.deck.pop()


def _next_turn(table: Table, events: list[Event]) -> None:
    for further in range(1, SEATS + 1):
        seat = (table.current + further) % SEATS
        player = table.players[seat]
        if player.turns < TURNS and not player.passed:
            table.current = seat
            return
    _end_round(table, events)


def _end_round(table: Table, events: list[Event]) -> None:
    for number, lane in enumerate(table.lanes):
        own = [0] * SEATS
        for _, owner in lane:
            own[owner] += 1
        if most := max(own):
            winner = own.index(most)
            table.players[winner].score += 3
            events.append(Event("won the lane", winner, -1, number, 3))
    struck = int(table.chance.random() * LANES)
    table.times[struck] = 1 + int(table.chance.random() * 3)
    events.append(Event("shock", -1, -1, struck, table.times[struck]))
    for player in table.players:
        player.budget, player.turns, player.passed = player.budget + 10, 0, False
    table.current = table.round % SEATS
    table.round += 1


def play(games: int) -> int:
    """Games with uniformly random moves; how many decisions were taken."""
    pick, decisions = random.Random(1).random, 0
    for seed in range(games):
        table = begun(seed)
        while table.round <= ROUNDS:
            moves = legal(table)
            decide(table, moves[int(pick() * len(moves))])
            decisions += 1
    return decisions
