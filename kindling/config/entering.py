"""How people sign in: accounts, sessions, passwords, second steps, and how often one may try."""

from datetime import timedelta

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
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "kindling.accounts.breached.BreachedValidator"},
    {"NAME": "kindling.accounts.own_words.OwnWordsValidator"},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"  # to the only school, or to the list
# How long nobody may use a session, and how long it lasts at most. Strict: who sees many students.
SESSION_LIMITS = {
    "strict": (timedelta(hours=12), timedelta(days=7)),
    "usual": (timedelta(days=14), timedelta(days=30)),
}
SESSION_ENGINE = "kindling.accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True  # pages carry the token in their forms
MESSAGE_STORAGE = "kindling.config.notes.NoteStorage"

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
PASSWORD_RESET_TIMEOUT = 60 * 60
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True

# A second step: what besides the password, link or sheet shows that it is them.
MFA_ADAPTER = "kindling.accounts.second.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody signs up: a school knows the address
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1  # a clock that is half a minute off
MFA_FORMS = {"add_webauthn": "kindling.accounts.forms.PasskeyForm"}
# For so long after signing in, or showing it again, one may do what opens or ends much.
PROOF_LASTS = timedelta(minutes=10)
