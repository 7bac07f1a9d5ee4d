"""Everything as a folder: asked for, being made, saved."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.credentials import actions, rules
from kindling.credentials.models import Parcel
from kindling.credentials.views.credentials import find_student
from kindling.kit.http import go_to, require
from kindling.kit.limits import take as count
from kindling.schools.http import ViewerRequest
from kindling.uploads.answering import stored_answer

DAY = 86400
MOST_A_DAY = 10


@require_POST
def take(request: ViewerRequest, public_id: str) -> HttpResponse:
    student = find_student(request, public_id)
    require(rules.may_take(request.viewer, student))
    count("credentials-take", str(request.viewer.person_id), limit=MOST_A_DAY, seconds=DAY)
    parcel = actions.take_everything(student, by=request.viewer)
    return go_to(request, parcel, _("Your folder is being made."))


@require_safe
def parcel(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(rules.visible_parcels(request.viewer), public_id=public_id)
    return render(request, "credentials/parcel.html", {"parcel": found})


@require_safe
def file(request: ViewerRequest, public_id: str) -> HttpResponseBase:
    rows = rules.visible_parcels(request.viewer).filter(state=Parcel.State.READY)
    found = get_object_or_404(rows, public_id=public_id)
    require(rules.may_take(request.viewer, found.student))
    called = f"credentials-{slugify(found.student.name) or 'student'}.zip"
    return stored_answer(request, found.file, found.size, "application/zip", called)
