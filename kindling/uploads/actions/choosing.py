"""The school's limit for one file."""

from __future__ import annotations

from django.db import transaction

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.viewer import Viewer
from kindling.uploads import rules
from kindling.uploads.models import UploadChoice


@transaction.atomic
def set_limit(megabytes: int, *, by: Viewer) -> UploadChoice:
    """From now on one file may have so many megabytes. What is kept already stays."""
    require(rules.may_set_limit(by))
    choice, _made = UploadChoice.objects.update_or_create(
        school=by.school, defaults={"limit_mb": megabytes}
    )
    record("uploads.set_limit", choice, by=by, megabytes=megabytes)
    return choice
