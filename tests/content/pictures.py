"""Pictures that go along with a case."""

from __future__ import annotations

from io import BytesIO

from PIL import Image


def picture(kind: str = "PNG", size: tuple[int, int] = (30, 20)) -> bytes:
    to = BytesIO()
    Image.new("RGB", size, "teal").save(to, kind)
    return to.getvalue()


PNG, JPEG = picture(), picture("JPEG")
