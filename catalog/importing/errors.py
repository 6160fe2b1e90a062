"""What can be wrong with an import; every message is a sentence for whoever made the file."""


class FileError(Exception):
    """The file as a whole cannot be imported; nothing of it has been."""


class Busy(FileError):
    """Another import is running; this one may be had later."""


class RowError(Exception):
    """This row cannot be imported; the others can. `cells` are those that could be read."""

    def __init__(self, said: str, cells: dict[str, str] | None = None) -> None:
        super().__init__(said)
        self.cells = cells or {}
