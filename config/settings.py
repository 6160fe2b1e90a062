"""All settings of Vitrine. What can be changed from outside is read from the environment."""

from pathlib import Path

import redis
from celery.schedules import crontab
from django.utils.translation import gettext_lazy as _
from redis.backoff import NoBackoff
from redis.retry import Retry

from config import databases, embedded
from config.embedded.state import secret, state_folder
from config.environment import flag, number, text, zone

BASE_DIR = Path(__file__).resolve().parent.parent
STATE_DIR = state_folder()
ROLE = text("VITRINE_ROLE", "worker")  # web, worker or command: wsgi.py and manage.py say which

# Security
SECRET_KEY = text("SECRET_KEY") or secret(STATE_DIR / "secret_key")
DEBUG = flag("DEBUG")
HOSTS = [host.strip() for host in text("ALLOWED_HOSTS").split(",") if host.strip()]
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *HOSTS]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in HOSTS if host != "*"]
BEHIND_HTTPS = flag("BEHIND_HTTPS")  # a proxy in front speaks HTTPS and sets X-Forwarded-Proto
if BEHIND_HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_HTTPS
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "config.kept_form.csrf_failure"
SESSION_COOKIE_AGE = 8 * 3600  # a working day
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

# Application
INSTALLED_APPS = [
    "config",
    "catalog.apps.CatalogConfig",
    "search.apps.SearchConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "corsheaders",
]
MIDDLEWARE = [
    "config.request_id.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.security.ContentSecurityPolicyMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.locale.LocaleMiddleware",  # before whatever may fail, and say so
    "config.overload.BusyMiddleware",
    "config.uploads.UploadCapMiddleware",
    "config.replicas.ReplicaMiddleware",
    "config.patience.AdminPatienceMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.kept_form.KeptFormMiddleware",
    "config.double_submit.DoubleSubmitMiddleware",
    "config.unreadable.UnreadableMiddleware",
]
ROOT_URLCONF = "config.urls"
LOGIN_URL, LOGIN_REDIRECT_URL = "admin:login", "admin:index"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
# Memory makes guessing dear: scrypt, as Python has it. Passwords from before are asked as they were
# written, and written anew at the next sign-in.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Stores
DATABASES = databases.from_environment(STATE_DIR, ROLE)
DATABASE_ROUTERS = ["config.replicas.ReplicaRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REDIS_URL = text("REDIS_URL")
CACHES = {
    "default": {
        "BACKEND": "config.sealed.SealedCache",
        "LOCATION": REDIS_URL or embedded.redis.cache_url(STATE_DIR),
        "KEY_PREFIX": "vitrine",
        "OPTIONS": {
            "serializer": "config.sealed.SealedSerializer",
            # A Redis that hangs costs a request this once (`catalog.breaker`), and no second try.
            "socket_timeout": 0.5,
            "socket_connect_timeout": 0.5,
            "retry": Retry(NoBackoff(), 1, supported_errors=(redis.ConnectionError,)),
        },
    }
}

# Celery
CELERY_BROKER_URL = REDIS_URL or embedded.redis.broker_url(STATE_DIR)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = False  # nothing is lost with a message: the sweep finds what is stale
CELERY_TASK_TIME_LIMIT = 900
# What may take hours has a worker of its own, beside which everything else goes on.
CELERY_TASK_ROUTES = {
    "search.tasks.maintain": {"queue": "maintenance"},
    "search.tasks.tend_log": {"queue": "maintenance"},
    "search.tasks.audit": {"queue": "maintenance"},
    "catalog.tasks.run_imports": {"queue": "maintenance"},
}
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_ENABLE_REMOTE_CONTROL = bool(REDIS_URL)  # it needs EVAL, which ours has renamed away
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
# A request waits once for a bell that cannot be rung; a worker listens a second at a time.
BELL_PATIENCE = {"socket_timeout": 0.5, "socket_connect_timeout": 0.5, "max_retries": 0}
WORKERS_PATIENCE = {"socket_timeout": 5, "socket_connect_timeout": 2}
CELERY_BROKER_TRANSPORT_OPTIONS = {
    # What a worker has taken is not kept in Redis until it says "done": one whose Redis hung at
    # that moment waited for its own word for ever, and the sweep finds a dead worker's work anyway.
    "ack_emulation": False,
    **(BELL_PATIENCE if ROLE == "web" else WORKERS_PATIENCE),
}
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE_FILENAME = str(STATE_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "search.tasks.sweep", "schedule": 2, "options": {"expires": 2}},
    "maintain": {"task": "search.tasks.maintain", "schedule": 20, "options": {"expires": 20}},
    "evaluate": {"task": "search.tasks.evaluate", "schedule": 10, "options": {"expires": 10}},
    "check-again": {"task": "search.tasks.check_again", "schedule": crontab(hour=2, minute=40)},
    "begin-audit": {"task": "search.tasks.begin_audit", "schedule": crontab(hour=3, minute=40)},
    "audit": {"task": "search.tasks.audit", "schedule": 30, "options": {"expires": 30}},
    "tidy": {"task": "search.tasks.tidy", "schedule": 600, "options": {"expires": 300}},
    "tend-log": {"task": "search.tasks.tend_log", "schedule": 3_600, "options": {"expires": 3_600}},
    "tidy-media": {"task": "catalog.tasks.tidy_media", "schedule": 86_400},
    "learn-values": {"task": "catalog.tasks.learn_values", "schedule": crontab(hour=3, minute=10)},
    "pictures": {"task": "catalog.tasks.fetch_pictures", "schedule": 30},
    "sales": {"task": "catalog.tasks.turn_sales", "schedule": 60},
    "imports": {"task": "catalog.tasks.run_imports", "schedule": 30, "options": {"expires": 30}},
}

# Networks beside the public ones that catalogue pictures may be fetched from ("10.1.0.0/16").
PICTURE_NETWORKS = [each.strip() for each in text("PICTURE_NETWORKS", "").split(",") if each]

# Files
STATIC_URL = "static/"
STATIC_ROOT = STATE_DIR / "static"
MEDIA_ROOT = (
    STATE_DIR / "media"
)  # originals, with their EXIF: pages show copies, nothing serves these
# The group is that of web and worker, should root import photos (`config.lowered_rights`).
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o660, 0o2770
STORAGES = {
    "default": {"BACKEND": "catalog.storage.WholeFiles"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "config.static.HashedStorage"
    },
}
FILE_UPLOAD_HANDLERS = [
    "config.uploads.CappedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",  # a photo never touches the disk
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a product of 900 variants in admin, some 22 each

# Languages
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("de", _("German")), ("fr", _("French")), ("es", _("Spanish"))]
USE_I18N = True
USE_TZ = True
TIME_ZONE = zone("TIME_ZONE", "UTC")  # of the dates that staff and files write; logs count in UTC

# API
TRUSTED_PROXIES = number("TRUSTED_PROXIES", 0, 0, 9)  # of ours that append to X-Forwarded-For
# From one address, pages and API together: what about half of two cores can answer. 0 is no limit.
REQUESTS_A_MINUTE = {
    "search": number("SEARCHES_A_MINUTE", 1_200, 0, 1_000_000),
    "photo": number("PHOTOS_A_MINUTE", 120, 0, 1_000_000),
    "suggest": number("SUGGESTIONS_A_MINUTE", 2_400, 0, 1_000_000),
}
# Which pages elsewhere may read answers says a key of theirs (`search.api.cross_origin`).
CORS_URLS_REGEX = r"^/api/"
CORS_EXPOSE_HEADERS = ["Retry-After"]
REST_FRAMEWORK = {
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Vitrine",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "search.api.documentation.with_problems",
    ],
}

# Search; what is not here has its default in `search.conf` and `catalog.conf`
ENCODER = text("ENCODER", str(BASE_DIR / "search" / "default_encoder"))
# A shopper's query that takes longer to encode is answered by words alone; a command waits.
ENCODE_SECONDS = 1.5 if ROLE == "web" else 60
# Of one process; what is beyond goes by words alone, and then away (`search.admission.shedding`).
SEARCHES_AT_ONCE = {
    "at_work": number("SEARCHES_AT_WORK", 2, 1, 1_000),
    "waiting": 8,
    "words_only": 2,
    "patience": 1.0,  # seconds
}
# Of counting the words of a catalogue of which no worker has published any yet; a command waits.
FIRST_WORDS_SECONDS = 0.5 if ROLE == "web" else None
UPLOAD_BYTES = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_BYTES + 2 * DATA_UPLOAD_MAX_MEMORY_SIZE  # file and fields
DECODE_PATIENCE = 2.0 if ROLE == "web" else -1  # seconds to wait for one's turn; -1 is for ever
SEARCH_LOG = flag("SEARCH_LOG", True)
SEARCH_LOG_DAYS = number("SEARCH_LOG_DAYS", 30, 1, 3_650)
PORT = number("PORT", 8000, 1, 65_535)

# To stdout, for whoever runs the process to keep
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "config.utc_lines.UtcFormatter",
            "format": "{asctime} {levelname} {request_id} {name}: {message}",
            "style": "{",
        }
    },
    "filters": {
        "request_id": {"()": "config.request_id.RequestIdFilter"},
        "one_line": {"()": "config.one_line.OneLineFilter"},
    },
    "handlers": {
        "stdout": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stdout",
            "formatter": "line",
            "filters": ["request_id", "one_line"],
        }
    },
    # Ours speak at LOG_LEVEL; of the libraries only warnings are worth a line.
    "root": {"handlers": ["stdout"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        **{
            name: {"level": text("LOG_LEVEL", "INFO").upper()}
            for name in ("catalog", "search", "config", "celery")
        },
    },
}
