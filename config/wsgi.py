"""What gunicorn serves; its master imports this once, and its processes share what that took."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ["VITRINE_ROLE"] = "web"

application = get_wsgi_application()

import config.urls  # noqa: E402, F401  (only once Django is set up)
from search.retrieval import read_words  # noqa: E402

read_words()
