"""Times of the log are in UTC, whatever the shop's time zone: others' logs are read beside."""

import logging
import time


class UtcFormatter(logging.Formatter):
    @staticmethod
    def converter(seconds: float | None = None) -> time.struct_time:
        return time.gmtime(seconds)
