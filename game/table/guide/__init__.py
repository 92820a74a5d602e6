"""Short hints while a group learns the game: at the right place and time, never twice.

``hints`` and ``hint_model`` are the guide itself, independent of drawing; ``bubble`` finds the
place of a hint on the screen, ``overlay`` inspects the screens and draws it there.
"""
