"""A request that Django refuses as suspicious is one line of the log, whatever it sent.

Such requests come by the thousand from whoever scans the net for open doors (a host that is not
ours, mostly), and the traceback that Django writes of each says only where it was refused.
"""

import logging

LONGEST = 300  # letters of a line: a header may have 8,000


class OneLineFilter(logging.Filter):
    """Takes the traceback from what `django.security` says, and most of what is long."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("django.security."):
            record.exc_info = record.exc_text = None
            record.levelno, record.levelname = logging.WARNING, "WARNING"
            record.msg, record.args = record.getMessage()[:LONGEST], ()
        return True
