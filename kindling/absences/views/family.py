"""A guardian's page behind a link: do you know of it, and a word of their own."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kindling.absences import actions
from kindling.absences.forms import AbsentForm, DecideForm, LateForm
from kindling.absences.models import Report
from kindling.absences.queries import FamilyPage, family_page
from kindling.kit.http import Refused
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer


def family_absence_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Show the days of this one student that wait for a word; POST answers or tells another."""
    page = family_page(viewer)
    if page is None:
        raise Http404
    if request.method != "POST":
        return show(request, page)
    form = form_of(request, page, viewer)
    if not form.is_valid():
        return show(request, page, form, 422)
    try:
        act(request, page, form, viewer)
    except Refused as refused:
        form.add_error(None, str(refused))
        return show(request, page, form, 409)
    messages.success(request, _("Thank you. The school can see it."))
    return redirect(request.door)


type FamilyForm = DecideForm | AbsentForm | LateForm


def form_of(request: PassRequest, page: FamilyPage, viewer: Viewer) -> FamilyForm:
    """Which form was sent: an answer, a day, or minutes."""
    match request.POST.get("do", ""):
        case "absent":
            return AbsentForm(request.POST, viewer=viewer, student=page.student)
        case "late":
            return LateForm(request.POST, viewer=viewer, student=page.student)
    return DecideForm(request.POST, reasons=page.reasons)


def act(request: PassRequest, page: FamilyPage, form: FamilyForm, viewer: Viewer) -> None:
    said = form.cleaned_data
    match request.POST.get("do", ""):
        case "absent":
            actions.report_absence(page.student, by=viewer, **said)
        case "late":
            actions.report_late(page.student, by=viewer, **said)
        case "doubt":
            actions.doubt_absence(find(request, page), by=viewer, note=said["note"])
        case _:
            report = find(request, page)
            actions.clear_absence(report, by=viewer, reason=said["reason"], note=said["note"])


def find(request: PassRequest, page: FamilyPage) -> Report:
    """The report that was answered; 404 for one that this link does not show."""
    key = request.POST.get("report", "")
    found = next((one for one in [*page.open, *page.told] if one.public_id == key), None)
    if found is None:
        raise Http404
    return found


def show(
    request: PassRequest, page: FamilyPage, form: FamilyForm | None = None, status: int = 200
) -> HttpResponse:
    viewer, student = request.viewer, page.student
    is_absent, is_late = isinstance(form, AbsentForm), isinstance(form, LateForm)
    context = {
        "page": page,
        "wrong": form,
        "absent": form if is_absent else AbsentForm(viewer=viewer, student=student),
        "late": form if is_late else LateForm(viewer=viewer, student=student),
        "answer": form if form and not (is_absent or is_late) else DecideForm(reasons=page.reasons),
    }
    return render(request, "absences/family.html", context, status=status)
