"""Short hints while a group learns the game: at the right place and time, never twice.

``hints`` and ``model`` are the guide itself, apart from any drawing; ``bubble`` finds the place of
a hint on the screen, ``showing`` looks at the screens and puts it there.
"""
