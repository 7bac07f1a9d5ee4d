"""One student: contacts, what the plan must have, and the months."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.ale import actions, rules
from kindling.ale import forms as forms_
from kindling.ale.contents import contents_of
from kindling.ale.models import AlePlace, month_of
from kindling.ale.queries.contact import contacts_of, line_of
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest


def find_place(request: ViewerRequest, public_id: str) -> AlePlace:
    places = rules.visible_places(request.viewer)
    return get_object_or_404(places, student__public_id=public_id)


@require_safe
def student(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One student's record."""
    return show(request, find_place(request, public_id))


def show(request: ViewerRequest, place: AlePlace, **bound: Form) -> HttpResponse:
    viewer = request.viewer
    place.school = viewer.school
    this_month = month_of(viewer.school.today())
    context: dict[str, Any] = {
        "place": place, "line": line_of(viewer, place), "contacts": contacts_of(viewer, place),
        "contents": contents_of(place), "month_on": this_month,
        "noted": list(rules.visible_noted(viewer).filter(student=place.student_id)[:20]),
        "reviews": list(rules.visible_reviews(viewer).filter(student=place.student_id)[:24]),
        "may_review": rules.may_review(viewer, place), "may_keep": rules.may_keep(viewer),
        "note_form": forms_.NoteForm(initial={"on": viewer.school.today()}, auto_id="note_%s"),
    }  # fmt: skip
    if context["may_keep"]:
        teachers = rules.teachers(viewer)
        context["place_form"] = forms_.PlaceForm(place=place, teachers=teachers, auto_id="pl_%s")
    context |= bound
    return render(request, "ale/student.html", context, status=422 if bound else 200)


@require_POST
def note(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A contact."""
    place = find_place(request, public_id)
    form = forms_.NoteForm(request.POST, auto_id="note_%s")
    by = request.viewer
    if forms_.works(form, lambda: actions.note_contact(place, by=by, **form.cleaned_data)):
        return go_to(request, place, _("Noted."))
    return show(request, place, note_form=form)


@require_POST
def take_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It was a mistake."""
    contact = get_object_or_404(rules.visible_noted(request.viewer), public_id=public_id)
    actions.take_back_contact(contact, by=request.viewer)
    place = find_place(request, contact.student.public_id)
    return go_to(request, place, _("Taken back. The record still shows it."))


@require_POST
def change(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Teacher, hours, how contact is kept."""
    place = find_place(request, public_id)
    require(rules.may_keep(request.viewer))
    teachers = rules.teachers(request.viewer)
    form = forms_.PlaceForm(request.POST, place=place, teachers=teachers, auto_id="pl_%s")
    by = request.viewer
    if forms_.works(form, lambda: actions.change_place(place, by=by, **form.facts)):
        return go_to(request, place, _("Saved."))
    return show(request, place, place_form=form)


@require_POST
def end(request: ViewerRequest, public_id: str) -> HttpResponse:
    """They learn so no longer."""
    place = find_place(request, public_id)
    actions.end_place(place, by=request.viewer)
    return go_to(request, "ale:settings", _("Ended. The record stays."))


def month_named(text: str) -> date:
    """The month in an address, by its first day; 404 for none."""
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None or day.day != 1:
        raise Http404
    return day


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: ViewerRequest, public_id: str, month: str) -> HttpResponse:
    """The review of a month, by the certificated teacher."""
    place, month_on = find_place(request, public_id), month_named(month)
    by = request.viewer
    require(rules.may_review(by, place))
    found = rules.visible_reviews(by).filter(student=place.student_id, month_on=month_on)
    earlier = found.filter(is_replaced=False).first()
    known = {n: getattr(earlier, n, "") for n in ("progress", "words", "next_steps")}
    form = forms_.ReviewForm(sent(request), initial=known)
    if form.is_bound and forms_.works(
        form, lambda: actions.write_review(place, month_on, by=by, **form.cleaned_data)
    ):
        return go_to(request, place, _("The month is reviewed."))
    words = rules.visible_words(by).filter(student=place.student_id, month_on=month_on)
    context = {
        "place": place, "form": form, "month_on": month_on, "earlier": earlier,
        "word": words.first(),
    }  # fmt: skip
    return page_or_422(request, "ale/review.html", context, bound=form.is_bound)
