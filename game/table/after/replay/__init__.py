"""The replay of a recorded game: watching it, discussing it, and branching off from it."""
