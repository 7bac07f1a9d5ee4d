"""Limits, the order of the queue, and who says yes."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kindling.kit.http import page_or_422, require
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.placements import actions, forms, rules
from kindling.placements.forms import works
from kindling.placements.policy import policy_of
from kindling.schools.http import ViewerRequest
from kindling.sites.rules import own_student


@require_http_methods(["GET", "HEAD", "POST"])
def change_policy(request: ViewerRequest) -> HttpResponse:
    """What the school says about going after places."""
    require(rules.may_change_policy(request.viewer))
    sent = request.method == "POST"
    form = forms.PolicyForm(request.POST if sent else None, policy=policy_of(request.school))
    if sent and works(form, lambda: actions.change_policy(by=request.viewer, **form.cleaned_data)):
        messages.success(request, _("Saved. It counts from the next request on."))
        return redirect("placements:policy")
    return page_or_422(request, "placements/policy.html", {"form": form}, bound=sent)


@require_http_methods(["GET", "HEAD", "POST"])
def set_limit(request: ViewerRequest, public_id: str) -> HttpResponse:
    """How many places one student may go after at once; the student reads it here."""
    student: Student = get_object_or_404(
        visible_students(request.viewer, Matter.DAYS), public_id=public_id
    )
    sent, may_set = request.method == "POST", rules.may_set_limit(request.viewer, student)
    require(may_set or (not sent and rules.may_see_limit(request.viewer, student)))
    form = forms.LimitForm(request.POST if sent else None, school=request.school)

    def act() -> None:
        said = form.cleaned_data
        actions.set_limit(student, said["most"], said["reason"], by=request.viewer)

    if sent and works(form, act):
        messages.success(request, _("Saved. %(name)s can read why.") % {"name": student.first})
        return redirect("placements:limit", student.public_id)
    return page_or_422(
        request, "placements/limit.html", limit_page(student, form, may_set), bound=sent
    )


def limit_page(student: Student, form: forms.LimitForm, may_set: bool) -> dict[str, Any]:
    """The form for who may set it, and every number until now with its reason."""
    return {"form": form if may_set else None, "student": student, "log": rules.limits_of(student)}


@require_safe
def my_limit(request: ViewerRequest) -> HttpResponse:
    """A student's own number."""
    student = own_student(request.viewer)
    if student is None:
        raise Http404
    return redirect("placements:limit", student.public_id)
