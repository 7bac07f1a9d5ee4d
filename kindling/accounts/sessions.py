"""Sessions in the database whose row brings the user along: one statement, not two."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import connection
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from kindling.accounts.models import Session, User
from kindling.kit.prepared import prepared

SESSION = tuple(field.attname for field in Session._meta.concrete_fields)  # noqa: SLF001
USER = tuple(field.attname for field in User._meta.concrete_fields)  # noqa: SLF001

SEEN_EVERY = timedelta(hours=1)


@prepared
def _rows(key: str) -> QuerySet[Any]:
    """Every page asks for this one, so its SQL is worked out once."""
    user = (f"user__{name}" for name in USER)
    return Session.objects.filter(session_key=key).values_list(*SESSION, *user)


def found_session(key: str) -> Session | None:
    """Return the session with its user, over or not. One statement."""
    for row in _rows(key=key):
        using = connection.alias
        session: Session = Session.from_db(using, SESSION, row[: len(SESSION)])
        if session.user_id is not None:
            session.user = User.from_db(using, USER, row[len(SESSION) :])
        return session
    return None


class SessionStore(DatabaseStore):
    """Loads session and user together, and names the user in the row."""

    user: User | None = None
    row: Session | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _get_session_from_db(self) -> Session | None:
        session = found_session(self.session_key or "")
        if session is None or session.expire_date <= timezone.now():
            self._session_key = None
            return None
        self.user, self.row = session.user, session
        return session

    def cycle_key(self) -> None:
        """A new key for who is signed in already (a new password) is no new sign-in."""
        row, known = self.row, SESSION_KEY in self
        super().cycle_key()
        if row and known:
            kept = Session.objects.filter(pk=self.session_key)
            kept.update(created_at=row.created_at, public_id=row.public_id)

    def get_expiry_date(self, **options: Any) -> datetime:
        """However often it is used, a session ends when its time is over."""
        latest = self.get("ends_at")
        usual = super().get_expiry_date(**options)
        return min(usual, datetime.fromtimestamp(latest, tz=UTC)) if latest else usual

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Keep what the row already tells of its device and its first day."""
        session = cast("Session", super().create_model_instance(data))
        session.user_id = data.get(SESSION_KEY)
        old = Session.objects.filter(session_key=session.session_key).first()
        session.device = data.get("device", old.device if old else "")
        session.seen_at, session.is_strict = timezone.now(), bool(data.get("is_strict"))
        if old:
            session.public_id, session.seen_at = old.public_id, old.seen_at
            session.created_at = old.created_at
        return session


def signed_in_user(request: HttpRequest) -> User | None:
    """Return the user the session row brought along, if it is the one who signed in."""
    data = getattr(request, "session", None)
    if data is None or SESSION_KEY not in data:
        return None
    user: User | None = getattr(data, "user", None)
    return user if user and str(user.pk) == data[SESSION_KEY] else None


def see_session(session: Session | None) -> None:
    """Note that the session is used; writes once an hour."""
    now = timezone.now()
    if session and (session.seen_at is None or now - session.seen_at > SEEN_EVERY):
        Session.objects.filter(pk=session.pk).update(seen_at=now)
        session.seen_at = now


def is_idle(session: Session | None) -> bool:
    """Say whether nobody has used this session for so long that it is over."""
    if session is None or session.seen_at is None:
        return False
    longest, _whole = settings.SESSION_LIMITS["strict" if session.is_strict else "usual"]
    return bool(timezone.now() - session.seen_at > longest)
