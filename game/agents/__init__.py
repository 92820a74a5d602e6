"""Agents that learn: the game as a PettingZoo environment, with numbered actions and features.

It needs the extra ``agents`` (``pip install "gevinstbordet[agents]"``). A module
:mod:`game.agents.environment` makes it; :mod:`game.agents.action_codes` and
:mod:`game.agents.features` need nothing but the rules, and serve other frameworks as well.
"""
