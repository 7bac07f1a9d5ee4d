"""A photo or a voice note: shown to who may see it, taken back by the student."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.http import go_to
from kindling.questions import actions, rules
from kindling.questions.files import file_answer
from kindling.schools.http import ViewerRequest


@require_safe
def attachment(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The file itself."""
    rows = rules.visible_attachments(request.viewer)
    return file_answer(request, get_object_or_404(rows, public_id=public_id))


@require_POST
def withdraw(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Delete the file; that there was one stays on the day."""
    rows = rules.visible_attachments(request.viewer)
    found = get_object_or_404(rows, public_id=public_id)
    actions.withdraw_attachment(found, by=request.viewer)
    return go_to(request, found.day, _("Taken back. The file is deleted."))
