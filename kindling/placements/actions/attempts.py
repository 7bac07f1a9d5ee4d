"""One tap: I called, nobody answered, they said no."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.placements import rules
from kindling.placements.models import Attempt, Pursuit
from kindling.schools.viewer import Viewer


@transaction.atomic
def log_attempt(
    pursuit: Pursuit, kind: str, note: str = "", *, tap: str | None = None, by: Viewer
) -> Attempt:
    """Keep one try. The same `tap` (made by the page for one button) twice is one try.

    Raises ValidationError for an unknown kind, Refused when the pursuit does not run.
    """
    require(rules.may_log_attempt(by, pursuit))
    if kind not in Attempt.Kind.values:
        raise ValidationError({"kind": _("Choose one of the buttons.")})
    attempt = Attempt(school=by.school, pursuit=pursuit, kind=kind, note=note.strip()[:500])
    attempt.at, attempt.tap = by.school.now(), (tap or "").strip()[:40] or None
    try:
        with transaction.atomic():
            attempt.save(force_insert=True)
    except IntegrityError:  # a double tap: the first one is the try
        return Attempt.objects.get(pursuit=pursuit, tap=attempt.tap)
    _count(pursuit, attempt)
    record("pursuit.log_attempt", pursuit, by=by, kind=kind, attempt=attempt.public_id)
    return attempt


def _count(pursuit: Pursuit, attempt: Attempt) -> None:
    """Keep the newest try on the pursuit, for lists; only while it runs."""
    running = Pursuit.objects.filter(
        pk=pursuit.pk, state__in=[Pursuit.State.APPROVED, Pursuit.State.START_REQUESTED]
    )
    if not running.update(attempts_count=F("attempts_count") + 1, last_attempt_at=attempt.at):
        raise Refused(_("This pursuit does not run now, so there is nothing to log."))
    pursuit.refresh_from_db(fields=["attempts_count", "last_attempt_at"])
