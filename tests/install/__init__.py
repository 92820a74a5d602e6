"""Installing: the program as a folder, as wheels for machines without a network, and its trial.

What builds the folder stands among the tests, as the makers of sounds and pictures do: it is run by
hand, is worth nothing without the trial of what it made, and no wheel shall carry it.
"""
