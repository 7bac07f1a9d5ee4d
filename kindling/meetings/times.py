"""When a meeting may be."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kindling.schools.viewer import Viewer

LEAST_MINUTES, MOST_MINUTES = 5, 480
FARTHEST = timedelta(days=400)


def check_time(starts_at: datetime, minutes: int, by: Viewer) -> None:
    """Raise ValidationError for a time that is over, far off, or no meeting's length."""
    now = by.school.now()
    if starts_at < now:
        raise ValidationError({"on": _("This time is over. Choose a later one.")})
    if starts_at > now + FARTHEST:
        raise ValidationError({"on": _("Choose a day within the next year.")})
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise ValidationError({"minutes": _("A meeting takes 5 minutes to 8 hours.")})


def day_of(starts_at: datetime, by: Viewer) -> date:
    """The school's day of a moment."""
    return starts_at.astimezone(by.school.zone).date()
