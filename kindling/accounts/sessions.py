"""Sessions in the database whose row brings the user along: one statement, not two."""

from __future__ import annotations

from typing import Any, cast

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

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Keep what the row already tells of its device and its first day."""
        session = cast("Session", super().create_model_instance(data))
        session.user_id = data.get(SESSION_KEY)
        old = Session.objects.filter(session_key=session.session_key).first()
        session.device = data.get("device", old.device if old else "")
        session.seen_on = timezone.now().date()
        if old:
            session.public_id, session.seen_on = old.public_id, old.seen_on
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
    """Note that the session was used today; writes once a day."""
    today = timezone.now().date()
    if session and (session.seen_on is None or session.seen_on < today):
        Session.objects.filter(pk=session.pk).update(seen_on=today)
        session.seen_on = today
