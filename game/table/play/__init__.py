"""The game on the table: the screens from the first turn to the result."""
