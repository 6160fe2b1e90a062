"""Which side of a picture is up: a camera writes the turn into EXIF and leaves the pixels alone."""

from __future__ import annotations

from PIL import Image

TURNS = {  # EXIF orientation -> what makes the picture upright
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SIDEWAYS = {5, 6, 7, 8}  # those that swap width and height

Share = list[float]  # x, y, w, h of a part, as shares (0 to 1) of the whole


def orientation(image: Image.Image) -> int:
    """1, which is upright, where EXIF says what is no number."""
    said = image.getexif().get(0x0112, 1)
    return said if isinstance(said, int) else 1


def raw_box(box: Share, turned: int) -> Share:
    """The box, said of the picture as it lies in the file."""
    x, y, w, h = box
    corners = [raw_point(x, y, turned), raw_point(x + w, y + h, turned)]
    (left, top), (right, bottom) = map(min, *corners), map(max, *corners)
    return [left, top, right - left, bottom - top]


def raw_point(x: float, y: float, turned: int) -> tuple[float, float]:
    """Where a point of the upright picture lies in the file, both as shares."""
    match turned:
        case 2:
            return 1 - x, y
        case 3:
            return 1 - x, 1 - y
        case 4:
            return x, 1 - y
        case 5:
            return y, x
        case 6:
            return y, 1 - x
        case 7:
            return 1 - y, 1 - x
        case 8:
            return 1 - y, x
    return x, y
