"""A GUI toolkit for one shared screen: scaled for projectors, usable by keyboard, game-agnostic."""
