"""Who belongs to a student's family, and what each of them is let into."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.accounts.views.proof import proves
from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.people import actions, rules
from kindling.people.forms import AgeForm, LimitForm, ShareForm
from kindling.people.models import Connection, Limit, Student, Transfer
from kindling.people.queries.family import family_page, own_page
from kindling.schools.http import ViewerRequest


@require_safe
def family(request: ViewerRequest, student_id: str) -> HttpResponse:
    """Everybody of the family, what they read and decide, and why something is limited."""
    student = _student(request, student_id)
    return render(request, "people/family.html", {"page": family_page(request.viewer, student)})


@proves
@require_http_methods(["GET", "HEAD", "POST"])
def limit(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Write down what one guardian is not let into."""
    tie = _tie(request, public_id)
    require(rules.may_limit(request.viewer, tie))
    form = LimitForm(sent(request))
    if form.is_bound and form.is_valid():
        told: dict[str, Any] = form.cleaned_data
        basis = Limit.Basis(told.pop("basis"))
        actions.limit_guardian(tie, told.pop("matters"), basis=basis, by=request.viewer, **told)
        return go_to(request, _page_of(tie.student), _("Written down. It holds from now on."))
    context = {"form": form, "tie": tie, "student": tie.student}
    return page_or_422(request, "people/limit.html", context, bound=form.is_bound)


@proves
@require_POST
def lift(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(rules.visible_limits(request.viewer), public_id=public_id)
    actions.lift_limit(found, by=request.viewer)
    return go_to(request, _page_of(found.student), _("Lifted. What was written stays."))


@require_POST
def protect(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Keep phone and e-mail to leaders and the own advisor, or no longer."""
    tie = _tie(request, public_id)
    wanted = request.POST.get("protected") == "yes"
    actions.protect_contact(tie, is_protected=wanted, by=request.viewer)
    return go_to(request, _page_of(tie.student), _("Saved."))


@proves
@require_http_methods(["GET", "HEAD", "POST"])
def age(request: ViewerRequest, student_id: str) -> HttpResponse:
    """Confirm whose the rights are once a student is eighteen."""
    student = _student(request, student_id)
    require(rules.may_transfer(request.viewer, student))
    form = AgeForm(sent(request))
    if form.is_bound and form.is_valid():
        told: dict[str, Any] = form.cleaned_data
        outcome = Transfer.Outcome(told.pop("outcome"))
        actions.transfer_rights(student, outcome, by=request.viewer, **told)
        return go_to(request, _page_of(student), _("Written down. It holds from now on."))
    context = {"form": form, "page": family_page(request.viewer, student), "student": student}
    return page_or_422(request, "people/age.html", context, bound=form.is_bound)


@require_safe
def mine(request: ViewerRequest) -> HttpResponse:
    """A student reads who in their family sees what, and from eighteen on says so."""
    student = rules.own_standing(request.viewer)
    require(student is not None)
    assert student is not None  # noqa: S101
    page = own_page(request.viewer, student)
    forms = {
        one.tie.public_id: ShareForm(
            initial={"matters": one.given}, auto_id=f"{one.tie.public_id}_%s"
        )
        for one in page.guardians
    }
    return render(request, "people/mine.html", {"page": page, "forms": forms})


@require_POST
def share(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What one of the family may read from now on: what is ticked, and nothing else."""
    tie = get_object_or_404(rules.own_family(request.viewer), public_id=public_id)
    form = ShareForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.share_only(tie.student, tie.adult, form.cleaned_data["matters"], by=request.viewer)
    return go_to(request, url("contacts:mine"), _("Saved."))


def _student(request: ViewerRequest, public_id: str) -> Student:
    return get_object_or_404(rules.students_with_family(request.viewer), public_id=public_id)


def _tie(request: ViewerRequest, public_id: str) -> Connection:
    return get_object_or_404(rules.visible_family(request.viewer), public_id=public_id)


def _page_of(student: Student) -> str:
    return url("contacts:family", student.public_id)
