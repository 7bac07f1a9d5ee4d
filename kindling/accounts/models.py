"""Who can sign in, and where they are signed in now."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone

from kindling.kit.ids import new_public_id
from kindling.kit.tokens import hash_of


class UserManager(BaseUserManager["User"]):
    def create_user(self, username: str, email: str = "", password: str | None = None) -> User:
        """Make a user; without a password they sign in by link or by sheet and PIN."""
        user = self.model(username=username, email=email.strip().lower() or None)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(username=username)


class User(AbstractBaseUser):
    """A person who can sign in, at any number of schools. Names live in schools.Person."""

    username = models.CharField(max_length=150, unique=True)
    email = models.EmailField(unique=True, null=True, blank=True)
    is_active = models.BooleanField(default=True)
    theme = models.CharField(max_length=5, default="", blank=True)  # "", "light" or "dark"
    # Kept by actions.note_second_step, so that no page asks for it.
    has_second_step = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    # Nobody administers through Django's admin; schools grant roles instead.
    is_staff = False
    is_superuser = False

    def __str__(self) -> str:
        return self.email or self.username


class Session(AbstractBaseSession):
    """A signed-in browser. The user stands in a column, so one statement answers both."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="sessions"
    )
    public_id = models.CharField(max_length=14, default=new_public_id, editable=False)
    device = models.CharField(max_length=200, default="", blank=True)  # "Firefox/Windows"
    created_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(null=True)  # written once an hour
    is_strict = models.BooleanField(default=False)  # ends sooner: settings.SESSION_LIMITS

    @classmethod
    def get_session_store_class(cls) -> type:
        from kindling.accounts.sessions import SessionStore  # noqa: PLC0415 (the store needs us)

        return SessionStore


class SignInLink(models.Model):
    """A link sent by e-mail, or printed by a command: it signs one person in, once."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    @classmethod
    def alive(cls, token: str) -> models.QuerySet[SignInLink]:
        """Return the link if it would sign somebody in now. Looking spends nothing."""
        links = cls.objects.filter(token_hash=hash_of(token), used_at=None)
        return links.filter(expires_at__gt=timezone.now(), user__is_active=True)


class AccountEvent(models.Model):
    """What happened to somebody's account, told once. Schools have history.Event."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="events")
    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["user", "at"])]


class SignInSheet(models.Model):
    """A printed sheet with a QR code, for people without e-mail.

    The first scan has them set a PIN; later scans need the PIN too. Printing a new one
    makes a new token, and the old sheet is dead.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sheet")
    token_hash = models.CharField(max_length=64, unique=True)
    pin_hash = models.CharField(max_length=128, default="", blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
    printed_at = models.DateTimeField()

    @classmethod
    def alive(cls, token: str) -> models.QuerySet[SignInSheet]:
        """Return the sheet with this code, unless a newer one was printed."""
        sheets = cls.objects.filter(token_hash=hash_of(token), user__is_active=True)
        return sheets.select_related("user")


class Token(models.Model):
    """A key to the API for one person in one school. Only its hash is kept."""

    class Scope(models.TextChoices):
        READ = "read"
        WRITE = "write"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tokens")
    public_id = models.CharField(max_length=14, default=new_public_id, unique=True, editable=False)
    school_id = models.BigIntegerField()  # schools stands above accounts
    name = models.CharField(max_length=100)
    scope = models.CharField(max_length=10, choices=Scope, default=Scope.READ)
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    used_on = models.DateField(null=True)

    @classmethod
    def alive(cls, secret: str) -> models.QuerySet[Token]:
        """Return the key with this secret, unless it expired, was revoked, or lost its owner."""
        keys = cls.objects.filter(token_hash=hash_of(secret), revoked_at=None)
        keys = keys.filter(expires_at__gt=timezone.now(), user__is_active=True)
        return keys.select_related("user")
