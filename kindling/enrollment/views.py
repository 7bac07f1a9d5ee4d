"""The registrar's pages."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.enrollment import actions, forms, queries, rules
from kindling.enrollment.rolling import plan_of
from kindling.keys.rules import may_print_sheet
from kindling.kit.http import require
from kindling.kit.paging import page_of
from kindling.people.actions import add_person, change_person, change_student
from kindling.people.models import Student
from kindling.schools.http import ViewerRequest
from kindling.schools.models import Person
from kindling.schools.roles import GIVEN, Role

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def roster(request: ViewerRequest) -> HttpResponse:
    require(rules.may_keep_roster(request.viewer))
    words, role = request.GET.get("q", "")[:200], request.GET.get("role", "")
    page = page_of(request, queries.roster_page(request.viewer, words=words, role=role))
    rows = [(person, queries.hats(person, request.viewer.school.today())) for person in page]
    context = {"page": page, "rows": rows, "words": words, "role": role}
    roles = [(r.value, r.label) for r in GIVEN]
    return render(request, "enrollment/roster.html", context | {"roles": roles})


def find(request: ViewerRequest, public_id: str) -> Person:
    """404 for whoever you may not keep."""
    people = rules.visible_roster(request.viewer).select_related("student", "user")
    return get_object_or_404(people, public_id=public_id)


def find_student(request: ViewerRequest, public_id: str) -> Student:
    """404 for somebody who is no student."""
    student: Student | None = getattr(find(request, public_id), "student", None)
    if student is None:
        raise Http404
    return student


def shown(request: ViewerRequest, form: Any, **more: Any) -> HttpResponse:
    """The one template of all these forms; 422 when something has to be mended."""
    require(rules.may_keep_roster(request.viewer))
    status = 422 if form.is_bound else 200
    return render(request, "enrollment/form.html", {"form": form, **more}, status=status)


def posted(request: ViewerRequest) -> Any:
    """The sent data, or None for a first look (an empty POST is still a POST)."""
    return request.POST if request.method == "POST" else None


@form_page
def enrol(request: ViewerRequest) -> HttpResponse:
    form = forms.EnrolForm(posted(request), viewer=request.viewer)
    if not form.is_valid():
        return shown(request, form, title=_("Enrol a student"), label=_("Enrol this student"))
    student = actions.enrol_student(
        by=request.viewer,
        person=form.person_facts(),
        student=form.student_facts(),
        enrolled_on=form.cleaned_data["enrolled_on"],
        advisory=form.cleaned_data["advisory"],
    )
    return done(request, student.person, _("%(name)s is enrolled.") % {"name": student.name})


@form_page
def add_adult(request: ViewerRequest) -> HttpResponse:
    form = forms.AdultForm(posted(request), viewer=request.viewer)
    if not form.is_valid():
        return shown(request, form, title=_("Add an adult"), label=_("Add this person"))
    role = Role(form.cleaned_data["role"])
    person = add_person(by=request.viewer, role=role, **form.person_facts())
    return done(request, person, _("%(name)s is added.") % {"name": person.name})


@require_safe
def person(request: ViewerRequest, public_id: str) -> HttpResponse:
    someone = find(request, public_id)
    context = {"person": someone, "student": getattr(someone, "student", None)}
    context |= {"page": queries.roster_card(someone)}
    context["may_print_sheet"] = may_print_sheet(request.viewer, someone)
    return render(request, "enrollment/person.html", context)


@form_page
def edit(request: ViewerRequest, public_id: str) -> HttpResponse:
    someone = find(request, public_id)
    student = getattr(someone, "student", None)
    kind = forms.StudentForm if student else forms.PersonForm
    form = kind(posted(request), viewer=request.viewer, initial=forms.initial_of(someone))
    if not form.is_valid() or forms.names_against_a_no(form, student):
        return shown(request, form, title=someone.name, label=_("Save changes"), person=someone)
    change_person(someone, by=request.viewer, **form.person_facts())
    if student and isinstance(form, forms.StudentForm):
        change_student(student, by=request.viewer, **form.student_facts())
    return done(request, someone, _("Saved."))


@form_page
def add_guardian(request: ViewerRequest, public_id: str) -> HttpResponse:
    student = find_student(request, public_id)
    form = forms.GuardianForm(posted(request), viewer=request.viewer)
    if not form.is_valid():
        title = _("Add a guardian of %(name)s") % {"name": student.name}
        return shown(request, form, title=title, label=_("Add guardian"), person=student.person)
    relation = form.cleaned_data["relation"]
    facts = form.person_facts()
    guardian = actions.add_guardian(student, by=request.viewer, person=facts, relation=relation)
    return done(request, student.person, _("%(name)s is added.") % {"name": guardian.name})


@form_page
def move(request: ViewerRequest, public_id: str) -> HttpResponse:
    student = find_student(request, public_id)
    form = forms.MoveForm(posted(request), viewer=request.viewer)
    if not form.is_valid():
        title = _("Move %(name)s to another advisory") % {"name": student.name}
        return shown(request, form, title=title, label=_("Move"), person=student.person)
    actions.move_student(student, form.cleaned_data["advisory"], by=request.viewer)
    return done(request, student.person, _("%(name)s has moved.") % {"name": student.name})


@form_page
def leave(request: ViewerRequest, public_id: str) -> HttpResponse:
    someone = find(request, public_id)
    form = forms.LeaveForm(posted(request), viewer=request.viewer)
    if not form.is_valid():
        title = _("%(name)s leaves the school") % {"name": someone.name}
        return shown(request, form, title=title, label=_("End it"), person=someone)
    student = getattr(someone, "student", None)
    if student:
        actions.withdraw_student(student, by=request.viewer, **form.cleaned_data)
    else:
        left_on = form.cleaned_data["left_on"]
        actions.end_adult(someone, by=request.viewer, until_on=left_on)
    return done(request, someone, _("%(name)s has left.") % {"name": someone.name})


@require_POST
def readmit(request: ViewerRequest, public_id: str) -> HttpResponse:
    student = find_student(request, public_id)
    actions.readmit_student(student, by=request.viewer)
    return done(request, student.person, _("%(name)s is back.") % {"name": student.name})


@require_POST
def invite(request: ViewerRequest, public_id: str) -> HttpResponse:
    someone = find(request, public_id)
    actions.invite_person(someone, by=request.viewer)
    sent = _("An invitation goes to %(email)s.") % {"email": someone.email}
    return done(request, someone, sent)


def done(request: ViewerRequest, someone: Person, text: str) -> HttpResponse:
    """Back to the person, with one line that says what happened."""
    messages.success(request, text)
    return redirect("enrollment:person", someone.public_id)


@form_page
def roll_over(request: ViewerRequest) -> HttpResponse:
    """The next school year: look at what will happen, then run it."""
    require(rules.may_keep_roster(request.viewer))
    form = forms.RollOverForm(posted(request))
    plan = plan_of(request.viewer, form.ladder, form.stay)
    if plan is not None and form.is_bound and form.is_run:
        actions.roll_over(plan, by=request.viewer)
        messages.success(request, _("%(year)s has begun.") % {"year": plan.year.label})
        return redirect("enrollment:roll_over")
    return render(request, "enrollment/roll_over.html", {"plan": plan, "form": form})


@require_POST
def undo_roll_over(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Take it back; who changed since is named and left alone."""
    done = get_object_or_404(rules.done_roll_overs(request.viewer), public_id=public_id)
    skipped = actions.undo_roll_over(done, by=request.viewer)
    told = _("Undone. Everybody is where they were.")
    if skipped:
        names = ", ".join(student.name for student in skipped)
        told = _("Undone. These have changed since and were left alone: %(names)s") % {
            "names": names
        }
    messages.success(request, told)
    return redirect("enrollment:roll_over")
