"""Interviews: planned, held, thanked for."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.exploring import actions, rules
from kindling.exploring.forms.interviews import HeldForm, InterviewForm, QuestionsForm
from kindling.exploring.models import Interview
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.trying import works
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.http import ViewerRequest
from kindling.sites.models import Opportunity
from kindling.sites.rules import visible_opportunities


def find_student(request: ViewerRequest) -> Student:
    """The student of the address (?student=), or the viewer; 404 for nobody."""
    asked = request.GET.get("student", "")
    seen = visible_students(request.viewer, Matter.PLAN)
    found = seen.filter(public_id=asked).first() if asked else rules.own_student(request.viewer)
    if found is None:
        raise Http404
    return found


def find_place(request: ViewerRequest) -> Opportunity | None:
    """The place of the address (?place=), or none; 404 for one that is not there."""
    asked = request.GET.get("place", "")
    if not asked:
        return None
    places = visible_opportunities(request.viewer).for_list()
    place: Opportunity = get_object_or_404(places, public_id=asked)
    return place


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: ViewerRequest) -> HttpResponse:
    """With whom, where, when, and what to ask."""
    student, place = find_student(request), find_place(request)
    require(rules.may_enter(request.viewer, student))
    site = place.site.name if place else ""
    form = InterviewForm(sent(request), viewer=request.viewer, site=site)
    made: list[Interview] = []
    if form.is_bound and works(
        form,
        lambda: made.append(
            actions.plan_interview(student, opportunity=place, by=request.viewer, **form.facts)
        ),
    ):
        return go_to(request, made[0], _("Planned. Your questions stand here when you go."))
    context = {"form": form, "student": student, "place": place}
    return page_or_422(request, "exploring/plan_interview.html", context, bound=form.is_bound)


def find_interview(request: ViewerRequest, public_id: str) -> Interview:
    return get_object_or_404(rules.visible_interviews(request.viewer), public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def interview(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Questions and answers; POST says that it took place."""
    one = find_interview(request, public_id)
    may_enter = rules.may_enter(request.viewer, one.student)
    form = HeldForm(sent(request), interview=one, viewer=request.viewer)
    if form.is_bound:
        require(may_enter)
        if works(form, lambda: actions.hold_interview(one, by=request.viewer, **form.facts)):
            return go_to(request, one, _("Noted. Now send a thank-you."))
    return show_interview(request, one, form)


def show_interview(
    request: ViewerRequest, one: Interview, form: HeldForm, asked: QuestionsForm | None = None
) -> HttpResponse:
    context = {
        "one": one,
        "form": form,
        "questions_form": asked,
        "may_enter": rules.may_enter(request.viewer, one.student),
        "may_verify": rules.may_verify(request.viewer, one.student),
        "is_own": rules.is_own(request.viewer, one.student),
    }
    return page_or_422(request, "exploring/interview.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Choose other questions."""
    one = find_interview(request, public_id)
    require(rules.may_enter(request.viewer, one.student))
    kept = "\n".join(asked["ask"] for asked in one.questions)
    form = QuestionsForm(sent(request), viewer=request.viewer, initial={"own": kept})
    if form.is_bound and works(
        form, lambda: actions.change_questions(one, form.questions, by=request.viewer)
    ):
        return go_to(request, one, _("Saved."))
    context = {"form": form, "one": one}
    return page_or_422(request, "exploring/questions.html", context, bound=form.is_bound)


@require_POST
def thank(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The thank-you is sent."""
    one = find_interview(request, public_id)
    actions.thank_for_interview(one, by=request.viewer)
    return go_to(request, one, _("Good. People remember that."))


@require_POST
def cancel(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It did not happen."""
    one = find_interview(request, public_id)
    actions.cancel_interview(one, by=request.viewer)
    return go_to(request, "exploring:exploring", _("Noted. Try another day."))
