"""Every setting comes from the environment, with a default that runs on a fresh laptop.

docs/settings.md lists them all.
"""

import os
import sys
from email.utils import parseaddr
from importlib.util import find_spec
from pathlib import Path

import dj_database_url

from kindling.config.entering import *  # noqa: F403
from kindling.config.environment import (
    data_folder,
    env,
    flag,
    keep_to_settings,
    mailers,
    secret_key,
    storage,
)
from kindling.config.logs import LOGGING  # noqa: F401
from kindling.config.mail_in import MAIL_DOMAIN, MAIL_IN, MAIL_TOKEN  # noqa: F401
from kindling.config.policy import POLICY
from kindling.languages.catalogues import offered

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA = data_folder(BASE_DIR)
TESTING = "pytest" in sys.modules
DEBUG = flag("DEBUG", default=False)
SECRET_KEY = "only-for-tests" * 4 if TESTING else secret_key(DATA)
ALLOWED_HOSTS = env("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
if TESTING:
    ALLOWED_HOSTS = ["*"]
# Behind a proxy that speaks TLS: HTTPS=1 makes cookies secure and links https.
HTTPS = flag("HTTPS", default=False)
BASE_URL = env("BASE_URL", "http://127.0.0.1:8000").rstrip("/")
# One proxy in front? Then the client's address is the last one it wrote.
TRUSTED_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = int(env("TRUSTED_PROXIES", "0"))

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    *(
        f"kindling.{app}"
        for app in [
            "config",
            "chores",
            "accounts",
            "schools",
            "ui",
            "history",
            "notices",
            "people",
            "passes",
            "advisory",
            "keys",
            "office",
            "schedule",
            "interests",
            "search",
            "travel",
            "goals",
            "disclosures",
            "looks",
            "consents",
            "seals",
            "uploads",
            "letterbox",
            "sites",
            "outreach",
            "agreements",
            "clearance",
            "placements",
            "rounds",
            "attendance",
            "absences",
            "records",
            "ladder",
            "network",
            "requirements",
            "thanks",
            "board",
            "incidents",
            "questions",
            "surveys",
            "moods",
            "texts",
            "kiosk",
            "roll",
            "exploring",
            "plans",
            "projects",
            "talks",
            "journals",
            "funnel",
            "courses",
            "support",
            "conversations",
            "inbox",
            "privacy",
            "families",
            "languages",
            "services",
            "concerns",
            "evidence",
            "portfolio",
            "narratives",
            "judgements",
            "credits",
            "credentials",
            "rights",
            "transcripts",
            "exhibitions",
            "panels",
            "weeks",
            "moderation",
            "meetings",
            "ale",
            "visits",
            "gatherings",
            "handover",
            "evaluations",
            "mentoring",
            "gateways",
            "enrollment",
            "exchange",
            "leaving",
            "home",
            "demo",
        ]
    ),
]
if find_spec("django_linear_migrations"):  # a tool of development
    INSTALLED_APPS.append("django_linear_migrations")

MIDDLEWARE = [
    "kindling.config.health.HealthMiddleware",
    "kindling.config.weight.WeightMiddleware",
    "kindling.config.plain.PlainMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "kindling.config.headers.HeadersMiddleware",
    "kindling.history.unchanged.UnchangedMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "kindling.accounts.middleware.UserMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kindling.config.refusals.RefusalMiddleware",
    "kindling.schools.middleware.SchoolMiddleware",
    "kindling.config.login.LoginMiddleware",
    "kindling.looks.middleware.LooksMiddleware",
]
ROOT_URLCONF = "kindling.config.urls"
WSGI_APPLICATION = "kindling.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "kindling.config.jinja.environment",
            "context_processors": ["kindling.config.jinja.context"],
        },
    },
    # Only for other people's pages.
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(
        env("DATABASE_URL", f"sqlite:///{DATA / 'kindling.sqlite3'}"), conn_max_age=None
    )
}
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["ENGINE"] = "kindling.kit.sqlite"
    # IMMEDIATE and a patient timeout: a burst of check-ins queues instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            "PRAGMA mmap_size=134217728; PRAGMA cache_size=-8000; PRAGMA temp_store=MEMORY;"
        ),
    }
    # In memory; a parallel run adds the name of its worker behind the last sign.
    memory = "file:memorydb_default?mode=memory&cache=shared&of="
    DATABASES["default"]["TEST"] = {"NAME": os.environ.get("KINDLING_TEST_FILE") or memory}
else:
    DATABASES["default"]["ENGINE"] = "kindling.kit.postgres"
    # PostgreSQL plans what it is asked often once, not on every page (decision 28).
    DATABASES["default"]["OPTIONS"] = {"server_side_binding": True, "prepare_threshold": 3}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
LANGUAGES = offered()  # docs/languages.md
LOCALE_PATHS = [BASE_DIR / "kindling" / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = Path(env("STATIC_ROOT", str(BASE_DIR / "static")))
STORAGES = {
    "default": storage(env("STORAGE_URL", ""), DATA),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
if TESTING:
    STORAGES["default"] = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
WHITENOISE_USE_FINDERS = DEBUG or TESTING
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("jpg", "png", "webp", "zip", "gz", "br", "woff2", "map")

MAILERS = mailers(env("EMAIL_URL", ""), testing=TESTING)
DEFAULT_FROM_EMAIL = env("EMAIL_FROM", "Kindling <kindling@localhost>")
SMS_URL = env("SMS_URL", "")
SMS_TOKEN = env("SMS_TOKEN", "")  # proves that a message that comes in is the gateway's
VAPID_KEY = env("VAPID_KEY", "")  # empty: it follows from SECRET_KEY
VAPID_SUBJECT = env("VAPID_SUBJECT", "mailto:" + parseaddr(DEFAULT_FROM_EMAIL)[1])
# Where browsers may be reached. A browser names its address itself, so this list stays short.
PUSH_HOSTS = env(
    "PUSH_HOSTS",
    "fcm.googleapis.com,push.services.mozilla.com,push.apple.com,notify.windows.com",
).split(",")
PRIVATE_HOSTS = [host for host in env("PRIVATE_HOSTS", "").split(",") if host]
OUTGOING_PROXY = env("OUTGOING_PROXY", "")
keep_to_settings(os.environ, OUTGOING_PROXY)
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
if TESTING:
    TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

SECURE_CSP = POLICY
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
if HTTPS:  # a name that no other host and no plain page may set
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    LANGUAGE_COOKIE_NAME = "__Host-language"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
CSRF_TRUSTED_ORIGINS = [BASE_URL] if HTTPS else []
CSRF_FAILURE_VIEW = "kindling.config.refusals.csrf_failure"
# ClamAV: a socket, host:port or a program; empty looks for one, "off" asks none.
TRANSLATE_URL, TRANSLATE_KEY = env("TRANSLATE_URL", ""), env("TRANSLATE_KEY", "")
CLAMAV = "off" if TESTING else env("CLAMAV", "")
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
CACHES = {
    "default": {
        "BACKEND": "kindling.kit.tallies.TallyCache",
        "LOCATION": "kindling_cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},  # a flood of strangers must not lift the limits
    }
}
if TESTING:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
