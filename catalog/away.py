"""Whether an error says that the database is away for a while, and not that we did wrong."""

from django.db import InterfaceError, InternalError, OperationalError
from psycopg import Error
from psycopg.errors import ReadOnlySqlTransaction


def is_too_much(error: BaseException) -> bool:
    """Whether what was to be written is more than Postgres takes (its class 54), now and later."""
    cause = error.__cause__
    return isinstance(cause, Error) and (cause.sqlstate or "").startswith("54")


def is_away(error: BaseException | None) -> bool:
    """Gone, too busy, or a standby that only reads until it takes over."""
    match error:
        case OperationalError() | InterfaceError():
            return not is_too_much(error)
        case InternalError(__cause__=ReadOnlySqlTransaction()):
            return True
    return False
