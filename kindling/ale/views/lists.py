"""The week, the months, what the school chose, and the record."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kindling.accounts.views.proof import proves_to_read
from kindling.ale import actions, rules
from kindling.ale import forms as forms_
from kindling.ale.models import month_of
from kindling.ale.pack import pack_named
from kindling.ale.queries.audit import audit_rows
from kindling.ale.queries.contact import contacts_of, line_of, week_of
from kindling.ale.queries.months import earlier_month, later_month, months_due
from kindling.kit.cells import as_lines
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest

OLDEST = timedelta(days=366 * 6)


def day_asked(request: ViewerRequest, name: str) -> date:
    """The day in the address; today where there is none that can be."""
    today = request.school.today()
    try:
        day = parse_date(request.GET.get(name, "")) or today
    except ValueError:
        day = today
    return day if today - OLDEST <= day <= today else today


@require_safe
def contact(request: ViewerRequest) -> HttpResponse:
    """Who was in touch in a week, the longest silence first. ?week= any day of it."""
    viewer = request.viewer
    require(rules.may_look(viewer))
    week = week_of(viewer, day_asked(request, "week"))
    context = {
        "week": week, "page": page_of(request, week.lines), "may_keep": rules.may_keep(viewer),
        "may_choose": rules.may_choose(viewer), "today": viewer.school.today(),
    }  # fmt: skip
    return render(request, "ale/contact.html", context)


@require_safe
def reviews(request: ViewerRequest) -> HttpResponse:
    """The reviews of a month. ?month= any day of it."""
    viewer = request.viewer
    require(rules.may_look(viewer))
    month_on = month_of(day_asked(request, "month"))
    lines = months_due(viewer, month_on)
    context = {
        "page": page_of(request, lines), "month_on": month_on,
        "due": sum(1 for one in lines if one.review is None), "earlier": earlier_month(month_on),
        "later": later_month(month_on), "today": viewer.school.today(),
    }  # fmt: skip
    return render(request, "ale/reviews.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: ViewerRequest) -> HttpResponse:
    """A student's own week and word."""
    viewer = request.viewer
    place = rules.own_place(viewer)
    if place is None:
        raise Http404
    this_month = month_of(viewer.school.today())
    said = rules.visible_words(viewer).filter(month_on=this_month).first()
    form = forms_.WordForm(sent(request), initial={"text": said.text if said else ""})
    if form.is_bound and forms_.works(
        form, lambda: actions.say_word(place, by=viewer, **form.cleaned_data)
    ):
        return go_to(request, "ale:mine", _("Kept. Your teacher reads it."))
    context = {
        "place": place, "form": form, "line": line_of(viewer, place), "month_on": this_month,
        "contacts": contacts_of(viewer, place, days=28),
        "reviews": list(rules.visible_reviews(viewer).filter(is_replaced=False)[:12]),
    }  # fmt: skip
    return page_or_422(request, "ale/mine.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: ViewerRequest) -> HttpResponse:
    """On or off, what counts, and where the rules stand."""
    viewer = request.viewer
    require(rules.may_choose(viewer) or rules.may_keep(viewer))
    choice = rules.choice_of(viewer)
    known = {n: getattr(choice, n) for n in ("is_on", "kinds", "warn_days", "serious_days")}
    form = forms_.ChooseForm(sent(request), initial=known)
    if request.method == "POST":
        require(rules.may_choose(viewer))
        if forms_.works(form, lambda: actions.choose_ale(by=viewer, **form.cleaned_data)):
            return go_to(request, "ale:settings", _("Saved."))
    context = {"form": form, "pack": pack_named(choice.pack), **people_of(request)}
    return page_or_422(request, "ale/settings.html", context, bound=form.is_bound)


def people_of(request: ViewerRequest) -> dict[str, Any]:
    """The part of the settings that says who learns so."""
    viewer = request.viewer
    places = rules.visible_places(viewer).order_by("student__person__sort_name")
    found: dict[str, Any] = {"may_choose": rules.may_choose(viewer), "may_keep": False}
    if rules.may_keep(viewer):
        form = forms_.AddForm(
            students=rules.addable_students(viewer), teachers=rules.teachers(viewer),
            auto_id="add_%s",
        )  # fmt: skip
        found |= {
            "may_keep": True, "add_form": form,
            "page": page_of(request, places),
        }  # fmt: skip
    return found


@require_http_methods(["POST"])
def add(request: ViewerRequest) -> HttpResponse:
    """These learn so from today."""
    viewer = request.viewer
    require(rules.may_keep(viewer))
    form = forms_.AddForm(
        request.POST, students=rules.addable_students(viewer), teachers=rules.teachers(viewer),
        auto_id="add_%s",
    )  # fmt: skip
    if form.is_valid():
        made = len(actions.add_places(*form.chosen, by=viewer))
        said = ngettext(
            "%(num)s student is on the list.", "%(num)s students are on the list.", made
        )
        return go_to(request, "ale:settings", said % {"num": made})
    choice = rules.choice_of(viewer)
    known = {n: getattr(choice, n) for n in ("is_on", "kinds", "warn_days", "serious_days")}
    context = {"form": forms_.ChooseForm(initial=known), "pack": pack_named(choice.pack)}
    context |= people_of(request) | {"add_form": form}
    return page_or_422(request, "ale/settings.html", context, bound=True)


@proves_to_read
@require_safe
def audit(request: ViewerRequest) -> HttpResponseBase:
    """The record of some days as CSV; without days the page that asks for them."""
    viewer = request.viewer
    require(rules.may_audit(viewer))
    today = viewer.school.today()
    form = forms_.SpanForm(request.GET or None, initial={"first": month_of(today), "last": today})
    if not form.is_bound or not form.is_valid():
        return page_or_422(request, "ale/audit.html", {"form": form}, bound=form.is_bound)
    first, last = form.span
    actions.note_audit(first, last, by=viewer)
    rows = list(audit_rows(viewer, first, last))  # asked for while the school speaks
    answer = StreamingHttpResponse(as_lines(rows), content_type="text/csv; charset=utf-8")
    name = f"{viewer.school.slug}-contact-{first}-{last}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
