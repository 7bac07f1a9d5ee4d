"""Behind a guardian's link: ask for the record, and take what was given."""

from __future__ import annotations

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.people.models import Student
from kindling.rights import actions, rules
from kindling.rights.forms import AmendForm, AskForm
from kindling.rights.views.asking import bundle_answer
from kindling.schools.viewer import Viewer


def ask_records_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Ask to see the record of one's child. GET changes nothing."""
    students = list(rules.askable_students(viewer))
    if not students:
        raise Http404
    if request.POST.get("do") == "amend":
        return _amend(request, students, viewer)
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        for student in students:
            actions.ask_records(student, form.cleaned_data["words"], by=viewer)
        messages.success(request, _("Asked. The school answers within 45 days."))
        return redirect(request.door)
    return _shown(request, students, viewer, form=form)


def _amend(request: PassRequest, students: list[Student], viewer: Viewer) -> HttpResponse:
    """Ask to have something put right."""
    form = AmendForm(request.POST)
    if not form.is_valid():
        return _shown(request, students, viewer, amend=form)
    said = {name: form.cleaned_data[name] for name in ("wrong", "wanted")}
    actions.ask_amendment(students[0], **said, by=viewer)
    messages.success(request, _("Asked. You hear from the school."))
    return redirect(request.door)


def _shown(
    request: PassRequest, students: list[Student], viewer: Viewer, **forms: Form
) -> HttpResponse:
    """The page; with a form that could not be taken it is a 422."""
    context = {
        "students": students,
        "asked": rules.asked_before(viewer, students),
        "may_amend": rules.may_amend(viewer, students[0]),
        "amendments": list(rules.visible_amendments(viewer)),
        "form": AskForm(), "amend": AmendForm(), **forms,
    }  # fmt: skip
    bad = any(form.is_bound for form in forms.values())
    return render(request, "rights/ask_link.html", context, status=422 if bad else 200)


def get_records_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """What was given, and a button that saves it."""
    found = rules.visible_requests(viewer).first()
    if found is None or not rules.may_take(viewer, found):
        raise Http404
    if request.method == "POST":
        return bundle_answer(request, found)  # type: ignore[arg-type,return-value]
    return render(request, "rights/get_link.html", {"asked": found})
