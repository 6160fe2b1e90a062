"""gunicorn's settings: `gunicorn -c python:config.web.options config.wsgi:application`."""

from typing import Any

WARM_SECONDS = 20  # that a process opens late at most: gunicorn ends one that is silent for 30

worker_class = "config.web.ShopWorker"
# Not searches at once (those are settings.SEARCHES_AT_ONCE), but room for those who wait their
# turn, and for the pages that cost little.
threads = 16
# What the master has read its processes have at once, and in the same memory. So nothing that is
# imported there may start a thread or open a connection (`tests/test_web_preload.py`).
preload_app = True
graceful_timeout = 5
limit_request_line = 8190
sendfile = False  # it waits without an end for a client that reads nothing
control_socket_disable = True
accesslog = "-"
# Neither the shopper's address nor their words: what is needed to find the lines of one request.
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(B)s bytes %(M)s ms %({x-request-id}o)s'


def on_starting(server: Any) -> None:
    """Read, once the application is imported, what every process would read before its start."""
    import config.urls  # noqa: F401
    from search.retrieval import read_words

    read_words()


def post_worker_init(worker: Any) -> None:
    """Take no request before the first search would be as quick as the next."""
    from search.retrieval import warm_up

    warm_up().join(WARM_SECONDS)
