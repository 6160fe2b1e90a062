"""Whether an error says that the database is away for a while, and not that we did wrong."""

from django.db import InterfaceError, InternalError, OperationalError
from psycopg import Error
from psycopg.errors import ReadOnlySqlTransaction

DEADLOCK = ("40P01", "40001")  # deadlock_detected, serialization_failure
BROKEN_OFF = (*DEADLOCK, "57014", "55P03")  # query_canceled (by its timeout), lock_not_available


def is_too_much(error: BaseException) -> bool:
    """Whether what was to be written is more than Postgres takes (its class 54), now and later."""
    return sqlstate(error).startswith("54")


def is_deadlock(error: BaseException) -> bool:
    """Whether two transactions were in each other's way: the same, done again, may well pass."""
    return sqlstate(error) in DEADLOCK


def was_broken_off(error: BaseException) -> bool:
    """Whether the database is there, and has ended a statement: too slow, a deadlock, a lock."""
    return sqlstate(error) in BROKEN_OFF


def sqlstate(error: BaseException) -> str:
    """What Postgres calls the error that Django tells of; "" where it was none of Postgres."""
    return (error.__cause__.sqlstate or "") if isinstance(error.__cause__, Error) else ""


def is_away(error: BaseException | None) -> bool:
    """Gone, too busy, or a standby that only reads until it takes over."""
    match error:
        case OperationalError() | InterfaceError():
            return not is_too_much(error)
        case InternalError(__cause__=ReadOnlySqlTransaction()):
            return True
    return False
