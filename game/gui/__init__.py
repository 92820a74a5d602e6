"""A toolkit for one shared screen: projector-scaled, complete by keyboard, and it knows no game."""
