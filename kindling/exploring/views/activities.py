"""The bank of activities, what was given, done and answered."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.exploring import actions, rules
from kindling.exploring.collection import Offered, named, offered
from kindling.exploring.files import photo_answer
from kindling.exploring.forms.activities import ActivityForm, DoForm, GiveForm, ReplyForm
from kindling.exploring.models import Activity, Assignment
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.trying import works
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.http import ViewerRequest


@require_safe
def bank(request: ViewerRequest) -> HttpResponse:
    """All activities by theme, for those who give them."""
    require(rules.may_keep_bank(request.viewer))
    found = offered(rules.visible_activities(request.viewer))
    context = {"offered": found, "student": request.GET.get("student", "")}
    return render(request, "exploring/bank.html", context)


def find(request: ViewerRequest, ref: str) -> Offered:
    found = named(ref, rules.visible_activities(request.viewer))
    if found is None or not rules.may_keep_bank(request.viewer):
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def activity(request: ViewerRequest, ref: str) -> HttpResponse:
    """Read one, and give it to an advisory or (?student=) one student."""
    one = find(request, ref)
    form = GiveForm(sent(request), viewer=request.viewer)
    given: list[Assignment] = []
    if form.is_bound and works(form, lambda: given.extend(give(request, one, form))):
        n = len(given)
        text = ngettext("Given to %(num)s student.", "Given to %(num)s students.", n)
        return go_to(request, "exploring:activities", text % {"num": n})
    context = {"one": one, "form": form, "student": asked_student(request)}
    return page_or_422(request, "exploring/activity.html", context, bound=form.is_bound)


def asked_student(request: ViewerRequest) -> Student | None:
    asked = request.POST.get("student") or request.GET.get("student", "")
    return (
        visible_students(request.viewer, Matter.PLAN).filter(public_id=asked).first()
        if asked
        else None
    )


def give(request: ViewerRequest, one: Offered, form: GiveForm) -> list[Assignment]:
    group, student = form.cleaned_data["advisory"], asked_student(request)
    students = list(rules.students_in(request.viewer, group)) if group else []
    if not group and student is not None:
        students = [student]
    due_on = form.cleaned_data["due_on"]
    return actions.give_activity(one, students, due_on=due_on, by=request.viewer)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: ViewerRequest) -> HttpResponse:
    """An activity of the school's own."""
    require(rules.may_keep_bank(request.viewer))
    form = ActivityForm(sent(request), initial={"minutes": 30})
    if form.is_bound and works(
        form, lambda: actions.keep_activity(None, by=request.viewer, **form.cleaned_data)
    ):
        return go_to(request, "exploring:activities", _("Saved. You can give it now."))
    context = {"form": form, "one": None}
    return page_or_422(request, "exploring/edit_activity.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: ViewerRequest, ref: str) -> HttpResponse:
    """Put it in the school's own words. What was given keeps its words."""
    one = find(request, ref)
    names = ("title", "text", "theme", "minutes", "wants_photo")
    form = ActivityForm(sent(request), initial={name: getattr(one, name) for name in names})
    if form.is_bound and works(form, lambda: keep(request, one, form.cleaned_data)):
        return go_to(request, "exploring:activities", _("Saved."))
    context = {"form": form, "one": one}
    return page_or_422(request, "exploring/edit_activity.html", context, bound=form.is_bound)


def own_row(request: ViewerRequest, one: Offered) -> Activity | None:
    rows = rules.visible_activities(request.viewer)
    return None if one.is_standard else rows.filter(public_id=one.ref).first()


def keep(request: ViewerRequest, one: Offered, facts: dict[str, Any]) -> Activity:
    row = own_row(request, one)
    return actions.keep_activity(row, key=one.key, by=request.viewer, **facts)


@require_POST
def retire(request: ViewerRequest, ref: str) -> HttpResponse:
    """Offer the school's own no more."""
    row = own_row(request, find(request, ref))
    if row is None:
        raise Http404
    actions.retire_activity(row, by=request.viewer)
    return go_to(request, "exploring:activities", _("Not offered any more."))


def find_assignment(request: ViewerRequest, public_id: str) -> Assignment:
    return get_object_or_404(rules.visible_assignments(request.viewer), public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def assignment(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The student writes here, and hands it in; the advisor reads."""
    one = find_assignment(request, public_id)
    form = DoForm(sent(request), request.FILES or None, initial={"words": one.words})
    if form.is_bound:
        require(rules.is_own(request.viewer, one.student))
        hand_in = request.POST.get("do") == "hand_in"
        words = _("Handed in. Your advisor reads it.") if hand_in else _("Saved for later.")
        by = request.viewer
        if works(
            form,
            lambda: actions.save_assignment(one, hand_in=hand_in, by=by, **form.cleaned_data),
        ):
            return go_to(request, one, words)
    return show(request, one, form, ReplyForm())


def show(request: ViewerRequest, one: Assignment, form: DoForm, reply: ReplyForm) -> HttpResponse:
    own = rules.is_own(request.viewer, one.student)
    context = {
        "one": one,
        "form": form,
        "reply_form": reply,
        "is_own": own,
        "may_write": own and one.state in Assignment.OPEN,
        "guides": not own and rules.guides(request.viewer, one.student),
    }
    bound = form.is_bound or reply.is_bound
    return page_or_422(request, "exploring/assignment.html", context, bound=bound)


@require_POST
def reply(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A word back, or look at it again."""
    one = find_assignment(request, public_id)
    require(rules.guides(request.viewer, one.student))
    form, again, by = ReplyForm(request.POST), request.POST.get("do") == "again", request.viewer
    if works(
        form,
        lambda: actions.answer_assignment(one, form.cleaned_data["reply"], again=again, by=by),
    ):
        return go_to(request, "exploring:exploring", _("The student is told."))
    return show(request, one, DoForm(initial={"words": one.words}), form)


@require_POST
def drop(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Take it back."""
    one = find_assignment(request, public_id)
    actions.drop_assignment(one, by=request.viewer)
    return go_to(request, "exploring:exploring", _("Taken back."))


@require_safe
def photo(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The photo of an assignment, with rights."""
    return photo_answer(find_assignment(request, public_id))
