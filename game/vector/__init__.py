"""Pages of shapes, pictures and text: measured, and written as SVG and as PNG.

The text is in the table's fonts, and the PNG is drawn by the table's SVG reader: nothing has to be
installed for a picture that looks the same everywhere.
"""

from game.vector.box import Box
from game.vector.fonts import FontWeight, width
from game.vector.page import Page, Pen, TextStyle
from game.vector.png import as_png

__all__ = ["Box", "FontWeight", "Page", "Pen", "TextStyle", "as_png", "width"]
