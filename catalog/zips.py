"""Zips that strangers made: what Python raises at damaged ones, and what lies in the others."""

import lzma
import struct
import zlib
from zipfile import BadZipFile, ZipFile, ZipInfo

# Beside its own error zipfile raises those of the unpackers, RuntimeError at what is encrypted or
# packed in a way of the future, and whatever a name or a number that is none comes to.
SPOILED = (
    *(BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError),
    *(ValueError, IndexError, OverflowError, struct.error),
)
BYTES_AT_ONCE = 256 * 1024


def files_in(archive: ZipFile) -> list[ZipInfo]:
    """Its files; an entry without a name is none."""
    return [each for each in archive.infolist() if each.filename and not each.is_dir()]


def unpack(archive: ZipFile, member: ZipInfo, most: int) -> bytes | None:
    """The bytes of a file, in pieces, as a zip may hold far more than it states.

    None where there are more than `most` of them.
    """
    content = bytearray()
    with archive.open(member) as file:
        while piece := file.read(BYTES_AT_ONCE):
            content += piece
            if len(content) > most:
                return None
    return bytes(content)
