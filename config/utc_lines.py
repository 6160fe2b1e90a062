"""Times of the log are in UTC, whatever the shop's time zone: others' logs are read beside."""

import logging
import time


class UtcFormatter(logging.Formatter):
    converter = time.gmtime
