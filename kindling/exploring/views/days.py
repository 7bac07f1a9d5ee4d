"""Shadow days inside the school: planned, allowed, held, answered."""

from __future__ import annotations

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.exploring import actions, rules
from kindling.exploring.forms import days as forms
from kindling.exploring.models import ShadowDay
from kindling.exploring.queries.days import shadow_page
from kindling.exploring.views.interviews import find_student
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.trying import works
from kindling.schools.http import ViewerRequest
from kindling.sites.models import Opportunity
from kindling.sites.rules import visible_opportunities


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Plan a day at this place, for oneself or (?student=) for a student one guides."""
    places = visible_opportunities(request.viewer).for_list()
    place: Opportunity = get_object_or_404(places, public_id=public_id)
    student = find_student(request)
    require(rules.may_plan_shadow(request.viewer, student))
    mentors = list(rules.mentors_for(request.viewer, place))
    form = forms.PlanForm(sent(request), place=place, mentors=mentors)
    made: list[ShadowDay] = []
    by = request.viewer
    if form.is_bound and works(
        form, lambda: made.append(actions.plan_shadow_day(student, place, by=by, **form.facts))
    ):
        return go_to(request, made[0], _("Planned."))
    context = {"form": form, "student": student, "place": place, "mentors": mentors}
    context["guides"] = rules.guides(by, student)
    return page_or_422(request, "exploring/plan_shadow.html", context, bound=form.is_bound)


def find_shadow(request: ViewerRequest, public_id: str) -> ShadowDay:
    return get_object_or_404(rules.visible_shadow_days(request.viewer), public_id=public_id)


@require_safe
def shadow_day(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One day, as far as the reader may know."""
    return show(request, find_shadow(request, public_id))


def show(request: ViewerRequest, shadow: ShadowDay, **bound: Form) -> HttpResponse:
    """The page, with the forms that would work; 422 with one that has to be mended."""
    given = {"answer": shadow.student_answer, "note": shadow.student_note}
    own = rules.is_own(request.viewer, shadow.student)
    empty: dict[str, Any] = {
        "sign_form": forms.SignForm(auto_id="sign_%s"),
        "why_form": forms.WhyForm(auto_id="why_%s"),
        "off_form": forms.OffForm(auto_id="off_%s"),
        "how_form": forms.HowForm(shadow=shadow, auto_id="how_%s"),
        "answer_form": forms.AnswerForm(initial=given if own else {}, auto_id="answer_%s"),
    }
    context = {"page": shadow_page(request.viewer, shadow), "shadow": shadow, **empty, **bound}
    return render(request, "exploring/shadow_day.html", context, status=422 if bound else 200)


@require_POST
def allow(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Go ahead: family and host are asked."""
    shadow = find_shadow(request, public_id)
    actions.allow_shadow_day(shadow, by=request.viewer)
    return go_to(request, shadow, _("Family and host are asked now."))


@require_POST
def refuse(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Not this time, and why."""
    shadow = find_shadow(request, public_id)
    form = forms.WhyForm(request.POST, auto_id="why_%s")
    require(rules.guides(request.viewer, shadow.student))
    by = request.viewer
    if works(form, lambda: actions.refuse_shadow_day(shadow, by=by, **form.cleaned_data)):
        return go_to(request, shadow, _("The student reads why."))
    return show(request, shadow, why_form=form)


@require_POST
def cancel(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Call it off."""
    shadow = find_shadow(request, public_id)
    form = forms.OffForm(request.POST, auto_id="off_%s")
    by = request.viewer
    if works(form, lambda: actions.cancel_shadow_day(shadow, by=by, **form.cleaned_data)):
        return go_to(request, shadow, _("Called off. Everybody who knew of it is told."))
    return show(request, shadow, off_form=form)


@require_POST
def ask_again(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Send the links once more."""
    shadow = find_shadow(request, public_id)
    actions.ask_again(shadow, by=request.viewer)
    return go_to(request, shadow, _("Asked once more."))


@require_POST
def note(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A word on paper or on the phone. side=family|host, said=yes|no."""
    shadow = find_shadow(request, public_id)
    side = "family" if request.POST.get("side") == "family" else "host"
    yes = request.POST.get("said") == "yes"
    actions.note_word(shadow, side, yes=yes, by=request.viewer)
    return go_to(request, shadow, _("Noted."))


@require_POST
def family(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A guardian who is signed in allows it, or not."""
    shadow = find_shadow(request, public_id)
    require(rules.may_say_family(request.viewer, shadow))
    if request.POST.get("said") == "no":
        actions.say_family(shadow, yes=False, by=request.viewer)
        return go_to(request, shadow, _("The school knows."))
    form = forms.SignForm(request.POST, auto_id="sign_%s")
    by = request.viewer
    if works(form, lambda: actions.say_family(shadow, yes=True, by=by, **form.cleaned_data)):
        return go_to(request, shadow, _("Thank you. You allowed it."))
    return show(request, shadow, sign_form=form)


@require_POST
def hold(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It took place."""
    shadow = find_shadow(request, public_id)
    require(rules.may_hold(request.viewer, shadow))
    form = forms.HowForm(request.POST, shadow=shadow, auto_id="how_%s")
    if works(form, lambda: actions.hold_shadow_day(shadow, by=request.viewer, **form.facts)):
        return go_to(request, shadow, _("Noted. Now say whether you would like to go on."))
    return show(request, shadow, how_form=form)


@require_POST
def answer(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The student's own answer."""
    shadow = find_shadow(request, public_id)
    require(rules.is_own(request.viewer, shadow.student))
    form = forms.AnswerForm(request.POST, auto_id="answer_%s")
    by = request.viewer
    if works(form, lambda: actions.answer_as_student(shadow, by=by, **form.cleaned_data)):
        return go_to(request, shadow, _("Kept. Nobody reads it before both have answered."))
    return show(request, shadow, answer_form=form)


@require_POST
def host_answer(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What the host said on the phone, written down by who guides the student."""
    shadow = find_shadow(request, public_id)
    require(rules.guides(request.viewer, shadow.student))
    said = request.POST.get("answer", "")
    if said not in ShadowDay.Answer.values or not said:
        return show(request, shadow, answer_form=forms.AnswerForm({}, auto_id="answer_%s"))
    actions.note_host_answer(shadow, said, by=request.viewer)
    return go_to(request, shadow, _("Noted."))
