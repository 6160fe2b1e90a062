"""Whether an error says that the database is away for a while, and not that we did wrong."""

from django.db import InterfaceError, InternalError, OperationalError
from psycopg.errors import ReadOnlySqlTransaction


def is_away(error: BaseException | None) -> bool:
    """Gone, too busy, or a standby that only reads until it takes over."""
    match error:
        case OperationalError() | InterfaceError():
            return True
        case InternalError(__cause__=ReadOnlySqlTransaction()):
            return True
    return False
