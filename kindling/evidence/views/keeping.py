"""Keep a piece: from the phone, for a student, or somebody's words by one tap."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.evidence import actions, rules, said
from kindling.evidence.forms import PieceForm
from kindling.evidence.models import Evidence
from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.kit.limits import take
from kindling.people.models import Student
from kindling.schools.http import ViewerRequest
from kindling.uploads.rules import limit_of

HOUR = 3600
MOST_AN_HOUR = 200
POCKET = "X-Kindling-Pocket"  # whose page this is: a phone keeps it for nobody else


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ViewerRequest) -> HttpResponse:
    """A student's own piece. Whoever asks for JSON (a phone that kept it) is answered in JSON."""
    student = rules.own_student(request.viewer)
    about = None if student else rules.student_of(request.viewer, request.GET.get("for", ""))
    if about is not None:  # staff came from a plan
        there = reverse("evidence:new_for", args=[about.public_id])
        return redirect(f"{there}?{request.GET.urlencode()}")
    require(student is not None and rules.is_own(request.viewer, student))
    assert student is not None  # noqa: S101 (for mypy)
    return keep(request, student)


@require_http_methods(["GET", "HEAD", "POST"])
def new_for(request: ViewerRequest, student_id: str) -> HttpResponse:
    """What whoever guides a student saw: an observation, a photo of the work."""
    student = get_object_or_404(rules.students_with_pieces(request.viewer), public_id=student_id)
    require(rules.may_keep(request.viewer, student))
    return keep(request, student)


def keep(request: ViewerRequest, student: Student) -> HttpResponse:
    form = PieceForm(
        sent(request), request.FILES or None, viewer=request.viewer, student=student,
        initial={"tags": request.GET.getlist("for")},
    )  # fmt: skip
    made: list[Evidence] = []
    if form.is_bound and form.is_valid():
        take("evidence", str(request.viewer.person_id), limit=MOST_AN_HOUR, seconds=HOUR)
        try:
            made.append(actions.keep_evidence(student, by=request.viewer, **form.facts()))
        except ValidationError as wrong:
            form.add_error(None, wrong)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    if made:
        return kept(request, made[0])
    return ask_again(request, form, student)


def kept(request: ViewerRequest, made: Evidence) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"id": made.public_id, "url": made.get_absolute_url()})
    return go_to(request, made, _("Kept."))


def ask_again(request: ViewerRequest, form: PieceForm, student: Student) -> HttpResponse:
    if wants_json(request) and form.is_bound:
        return JsonResponse({"detail": form.first_error()}, status=422)
    own = rules.is_own(request.viewer, student)
    context: dict[str, Any] = {"form": form, "student": student, "is_own": own}
    context["limit"] = limit_of(request.school)
    response = page_or_422(request, "evidence/new.html", context, bound=form.is_bound)
    if own and request.viewer.person:
        response[POCKET] = request.viewer.person.public_id
    return response


def wants_json(request: ViewerRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"


@require_safe
def sent_by(request: ViewerRequest) -> HttpResponse:
    """Who is signed in, for a phone that sends what it kept."""
    person = request.viewer.person
    require(person is not None)
    return JsonResponse({"person": person.public_id if person else "", "csrf": get_token(request)})


@require_POST
def keep_said(request: ViewerRequest, source: str, public_id: str) -> HttpResponse:
    """One tap: what stands there becomes evidence as it stands."""
    found = said.find(request.viewer, source, public_id)
    if found is None:
        raise Http404
    made = actions.keep_words(found.student, found, by=request.viewer)
    return go_to(request, made, _("Kept."))
