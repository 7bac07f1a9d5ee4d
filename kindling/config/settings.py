"""Every setting comes from the environment, with a default that runs on a fresh laptop.

docs/settings.md lists them all.
"""

import os
import sys
from email.utils import parseaddr
from importlib.util import find_spec
from pathlib import Path

import dj_database_url
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from kindling.config.environment import data_folder, env, flag, mailers, secret_key, storage

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
TRUSTED_PROXIES = int(env("TRUSTED_PROXIES", "0"))

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_tasks_db",
    "allauth",
    "allauth.account",
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
            "texts",
            "kiosk",
            "roll",
            "exploring",
            "funnel",
            "enrollment",
            "exchange",
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
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
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

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["kindling.accounts.backends.Backend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"  # to the only school, or to the list
SESSION_ENGINE = "kindling.accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

ACCOUNT_ADAPTER = "kindling.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "5/m/ip,3/h/key",
    "sign_in_link": "10/m/ip,3/15m/key",
    "use_link": "30/m/ip",
    "sheet": "30/m/ip",
    "set_up": "10/m/ip",
}
ACCOUNT_FORMS = {"reset_password": "kindling.keys.forms.AskForResetForm"}
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
PASSWORD_RESET_TIMEOUT = 60 * 60
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish")), ("ar", _("Arabic"))]
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
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
if TESTING:
    TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "worker-src": [CSP.SELF],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
CSRF_TRUSTED_ORIGINS = [BASE_URL] if HTTPS else []
CSRF_FAILURE_VIEW = "kindling.config.refusals.csrf_failure"
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
