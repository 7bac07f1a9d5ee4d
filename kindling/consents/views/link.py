"""Behind a family's link: what waits for their word, for each of their children that it names."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from kindling.consents import rules
from kindling.consents.queries.answering import consent_rows
from kindling.consents.views.answering import answered
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer


def answer_consents_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """The list, or the one that `one` names; a link to a single one opens it. POST answers it."""
    key = request.GET.get("one", "")
    rows = consent_rows(viewer)
    if not rows:
        raise Http404
    if not key and len(rows) > 1:
        return render(request, "consents/link.html", {"rows": rows})
    wanted = rules.visible_consents(viewer).filter(public_id=key or rows[0].public_id)
    consent = wanted.first()
    if consent is None:
        raise Http404
    consent.student.school = viewer.school
    here = f"{request.door}?one={consent.public_id}"
    return answered(request, consent, viewer, "consents/answer_link.html", here)
