"""The table of figures: what kills, vanishing places and random damage do to a session."""
