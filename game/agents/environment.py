"""The game as a PettingZoo environment: agents sit at the table, one by one each has its turn.

An agent is a seat. It sees what its seat may know (:func:`game.engine.observe`) as numbers, with a
mask of the actions that are allowed. All are rewarded at the end, by
:func:`game.engine.returns`: together for what the group reached, and for the seat's own aims where
the game was won. What is no decision (to hold a reality check, to open a round) happens by itself.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from gymnasium import spaces
from gymnasium.utils import seeding
from numpy.typing import NDArray
from pettingzoo import AECEnv
from pettingzoo.utils import wrappers

from game.agents.action_codes import ActionCodes
from game.agents.features import Features
from game.engine import (
    TRACKS,
    Action,
    Refusal,
    Seat,
    Setup,
    State,
    apply,
    current_player,
    is_terminal,
    observe,
    returns,
    start,
)
from game.engine.actions import Proceed

Observation = dict[str, NDArray[Any]]

METADATA = {"name": "gevinstbordet_v2", "render_modes": ["ansi"], "is_parallelizable": False}
"""What PettingZoo wants to know of an environment."""

MOST_DECISIONS = 2_000
"""After so many decisions a game is broken off: some agent never ends its turn."""

_PROCEED = Proceed()


class GameEnv(AECEnv[str, Any, Any]):
    """A case at a table of some seats.

    ``ideas`` and ``risks`` are how many places on the table, and at an idea, the agents know.
    """

    def __init__(
        self,
        setup: Setup,
        seats: int = 4,
        *,
        ideas: int = 16,
        risks: int = 6,
        render_mode: str | None = None,
    ) -> None:
        self.metadata = dict(METADATA)
        self.setup, self.render_mode = setup, render_mode
        self.codes = ActionCodes(setup, seats, ideas=ideas, risks=risks)
        self.features = Features(setup, seats, ideas=ideas, risks=risks)
        self.possible_agents = [f"seat_{n}" for n in range(seats)]
        self._actions = {agent: spaces.Discrete(self.codes.size) for agent in self.possible_agents}
        self._observations = {agent: self._space() for agent in self.possible_agents}
        self._chance, _ = seeding.np_random()
        self.agents = []

    def _space(self) -> spaces.Dict:
        seen = spaces.Box(-1.0, 1.0, (self.features.size,), np.float32)
        return spaces.Dict(
            {"observation": seen, "action_mask": spaces.Box(0, 1, (self.codes.size,), np.int8)}
        )

    # ---------------------------------------------------------------- what there is
    def observation_space(self, agent: str) -> spaces.Dict:
        """What an agent sees: ``observation`` and ``action_mask``."""
        return self._observations[agent]

    def action_space(self, agent: str) -> spaces.Discrete:
        """The numbers of the actions."""
        return self._actions[agent]

    @property
    def game(self) -> State:
        """The game as it is, with all that is hidden."""
        return self._game

    # ---------------------------------------------------------------- playing
    def reset(self, seed: int | None = None, options: dict[str, Any] | None = None) -> None:
        """Begin a game; the same seed gives the same game. Without one it is the next by chance."""
        if seed is not None:
            self._chance, _ = seeding.np_random(seed)
        seats = [Seat(agent, ()) for agent in self.possible_agents]
        self._game = start(self.setup, seats, int(self._chance.integers(1 << 62))).state
        self._decisions = 0
        self.agents = list(self.possible_agents)
        self.rewards = dict.fromkeys(self.agents, 0.0)
        self._cumulative_rewards = dict.fromkeys(self.agents, 0.0)
        self.terminations = dict.fromkeys(self.agents, False)
        self.truncations = dict.fromkeys(self.agents, False)
        self.infos = {agent: {} for agent in self.agents}
        self._go_on()

    def step(self, action: int | None) -> None:
        """The agent whose turn it is does what has this number.

        Raises :class:`ValueError` for what it may not do now.
        """
        agent = self.agent_selection
        if self.terminations[agent] or self.truncations[agent]:
            self._was_dead_step(action)
            return
        allowed = self._allowed
        if action is None or int(action) not in allowed:
            raise ValueError(f"{agent} may not do {action!r} now; the mask says what it may")
        self._cumulative_rewards[agent] = 0.0
        self._clear_rewards()
        self._game = _done(self._game, allowed[int(action)])
        self._decisions += 1
        self._go_on()
        self._accumulate_rewards()

    def _go_on(self) -> None:
        """To the next decision, or to the end."""
        while not is_terminal(self._game) and current_player(self._game) is None:
            self._game = _done(self._game, _PROCEED)
        self._allowed: dict[int, Action] = {}
        seat = current_player(self._game)
        if seat is None:
            self.terminations = dict.fromkeys(self.agents, True)
            self.rewards = dict(zip(self.agents, returns(self._game), strict=True))
        elif self._decisions >= MOST_DECISIONS:
            self.truncations = dict.fromkeys(self.agents, True)
        else:
            self.agent_selection = self.possible_agents[seat]
            self._allowed = self.codes.allowed(observe(self._game, seat), seat)

    # ---------------------------------------------------------------- looking
    def observe(self, agent: str) -> Observation:
        """What an agent sees; its mask is empty unless it is its turn."""
        seat = self.possible_agents.index(agent)
        seen = self.features.of(observe(self._game, seat), seat)
        mask = np.zeros(self.codes.size, np.int8)
        if agent == self.agent_selection:
            mask[list(self._allowed)] = 1
        return {"observation": np.array(seen, np.float32), "action_mask": mask}

    def render(self) -> str | None:
        """How the game stands, in a line."""
        if self.render_mode is None:
            return None
        s = self._game
        points = ", ".join(f"{t} {n}" for t, n in zip(TRACKS, s.points, strict=True))
        return f"round {s.round}, {s.step}, seat {s.turn}: {points}; trust {s.trust}"

    def close(self) -> None:
        """There is nothing to close."""


def _done(s: State, action: Action) -> State:
    applied = apply(s, action)
    if isinstance(applied, Refusal):  # the mask allows nothing that the rules refuse
        raise RuntimeError(f"{action} was refused: {applied.code}")
    return applied.state


def env(setup: Setup, seats: int = 4, **more: Any) -> AECEnv[str, Observation, int | None]:
    """The environment with PettingZoo's own checks that it is used as it should be."""
    return wrappers.OrderEnforcingWrapper(GameEnv(setup, seats, **more))
