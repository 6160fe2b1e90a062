"""gunicorn's settings: `gunicorn -c python:config.web.options config.wsgi:application`."""

worker_class = "config.web.ShopWorker"
# Not searches at once (those are settings.SEARCHES_AT_ONCE), but room for those who wait their
# turn, and for the pages that cost little.
threads = 16
graceful_timeout = 5
limit_request_line = 8190
sendfile = False  # it waits without an end for a client that reads nothing
control_socket_disable = True
accesslog = "-"
# Neither the shopper's address nor their words: what is needed to find the lines of one request.
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(B)s bytes %(M)s ms %({x-request-id}o)s'
