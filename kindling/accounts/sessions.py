"""Sessions in the database whose row brings the user along: one statement, not two."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.http import HttpRequest
from django.utils import timezone

from kindling.accounts.models import Session, User


class SessionStore(DatabaseStore):
    """Loads session and user together, and names the user in the row."""

    user: User | None = None
    row: Session | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _get_session_from_db(self) -> Session | None:
        session = (
            Session.objects.select_related("user")
            .filter(session_key=self.session_key, expire_date__gt=timezone.now())
            .first()
        )
        if session is None:
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
