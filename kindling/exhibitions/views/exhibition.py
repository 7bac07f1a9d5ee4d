"""One exhibition: prepared, dated, held."""

from __future__ import annotations

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.exhibitions import actions, rules
from kindling.exhibitions import forms as forms_
from kindling.exhibitions.actions.planning import FIELDS
from kindling.exhibitions.calendars import PUBLISH, invitation
from kindling.exhibitions.clashes import clashes_of
from kindling.exhibitions.models import Exhibition
from kindling.exhibitions.queries.page import exhibition_page
from kindling.exhibitions.views.finding import find_exhibition
from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import Refused, go_to, page_or_422, require
from kindling.kit.http import sent as sent_
from kindling.kit.ical import fold
from kindling.kit.trying import works
from kindling.schools.http import ViewerRequest


@require_safe
def exhibition(request: ViewerRequest, public_id: str) -> HttpResponse:
    """All about it, for each of its readers."""
    return show(request, find_exhibition(request, public_id))


def show(request: ViewerRequest, one: Exhibition, **bound: Form) -> HttpResponse:
    """The page with the forms that would work; 422 with one that has to be mended."""
    page = exhibition_page(request.viewer, one)
    empty: dict[str, Any] = {"answer_form": forms_.AnswerForm(auto_id="answer_%s")}
    if page.mine:
        initial = {
            "is_remote": page.mine.is_remote,
            "needs_interpreter": page.mine.needs_interpreter,
        }
        empty["answer_form"] = forms_.AnswerForm(initial=initial, auto_id="answer_%s")
    if page.may_prepare:
        empty |= _preparing(request, one, {p.person_id for p in page.panel})
    if page.may_lead:
        empty["postpone_form"] = forms_.ReasonForm(auto_id="postpone_%s")
        empty["off_form"] = forms_.ReasonForm(auto_id="off_%s")
        if rules.guides(request.viewer, one.student):
            staff = [p for p in rules.staff_now(request.viewer) if p.pk != one.advisor_id]
            empty["lead_form"] = forms_.LeadForm(people=staff, auto_id="lead_%s")
    context = {"page": page, "one": one, **empty, **bound}
    return render(request, "exhibitions/exhibition.html", context, status=422 if bound else 200)


def _preparing(request: ViewerRequest, one: Exhibition, there: set[int | None]) -> dict[str, Form]:
    people = rules.askable(request.viewer, one)
    listeners = [p for p, part in people if part not in ("family", "mentor")]
    names = {"title": one.title, "is_listed": one.is_listed}
    return {
        "title_form": forms_.TitleForm(initial=names, auto_id="title_%s"),
        "name_form": forms_.NameForm(people=[p for p in people if p[0].pk not in there], auto_id="name_%s"),
        "guest_form": forms_.GuestForm(auto_id="guest_%s"),
        "rehearsal_form": forms_.RehearsalForm(people=listeners, auto_id="rehearsal_%s"),
    }  # fmt: skip


@require_POST
def write(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One text, saved by itself."""
    one = find_exhibition(request, public_id)
    require(rules.may_prepare(request.viewer, one))
    edit = Edit.sent(request, FIELDS)
    clash = actions.write_exhibition(one, edit.field, edit.text, base=edit.base, by=request.viewer)
    label = _("Agenda") if edit.field == "agenda" else _("What guests read about it")
    return answer_edit(request, edit, clash, label=label, to=one)


@require_POST
def describe(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Its title, and whether the programme names it."""
    one = find_exhibition(request, public_id)
    form = forms_.TitleForm(request.POST, auto_id="title_%s")
    if works(
        form, lambda: actions.describe_exhibition(one, by=request.viewer, **form.cleaned_data)
    ):
        return go_to(request, one, _("Saved."))
    return show(request, one, title_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def date(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Set the date, or another. What is in the way is said; `anyway` sets it all the same."""
    one = find_exhibition(request, public_id)
    require(rules.may_schedule(request.viewer, one))
    form = forms_.DateForm(sent_(request), school=request.school, exhibition=one)
    clashes = _clashes(request, one, form) if form.is_bound and form.is_valid() else []
    if (
        form.is_bound
        and not clashes
        and works(form, lambda: actions.schedule_exhibition(one, by=request.viewer, **form.facts))
    ):
        return go_to(
            request, one, _("The date is set. Everybody invited gets it for their calendar.")
        )
    context = {"form": form, "one": one, "clashes": clashes}
    return page_or_422(request, "exhibitions/date.html", context, bound=form.is_bound)


def _clashes(request: ViewerRequest, one: Exhibition, form: forms_.DateForm) -> list[str]:
    if form.cleaned_data["anyway"]:
        return []
    sent = form.facts
    facts = {name: sent[name] for name in ("starts_at", "minutes", "room")}
    return clashes_of(one, school=request.school, **facts)


@require_POST
def postpone(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Put it off."""
    one = find_exhibition(request, public_id)
    form = forms_.ReasonForm(request.POST, auto_id="postpone_%s")
    by = request.viewer
    if works(form, lambda: actions.postpone_exhibition(one, by=by, **form.cleaned_data)):
        return go_to(request, one, _("Put off. Everybody invited is told."))
    return show(request, one, postpone_form=form)


@require_POST
def call_off(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It does not take place."""
    one = find_exhibition(request, public_id)
    form = forms_.ReasonForm(request.POST, auto_id="off_%s")
    by = request.viewer
    if works(form, lambda: actions.call_off_exhibition(one, by=by, **form.cleaned_data)):
        return go_to(request, one, _("Called off. Everybody invited is told."))
    return show(request, one, off_form=form)


@require_POST
def hold(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It takes place now."""
    one = find_exhibition(request, public_id)
    actions.hold_exhibition(one, by=request.viewer)
    return go_to(request, one, _("It has begun."))


@require_POST
def redo(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Begin it again."""
    one = find_exhibition(request, public_id)
    made = actions.redo_exhibition(one, by=request.viewer)
    return go_to(request, made, _("Begun again. Set a new date."))


@require_POST
def ready(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Everything is there; `undo` says that it is not."""
    one = find_exhibition(request, public_id)
    if "undo" in request.POST:
        actions.unready(one, by=request.viewer)
        return go_to(request, one, _("It is not ready any more."))
    actions.get_ready(one, by=request.viewer)
    return go_to(request, one, _("Ready. Your panel knows where to be."))


@require_POST
def check(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One point of the school's list."""
    one = find_exhibition(request, public_id)
    line = request.POST.get("line", "")
    actions.check_line(one, line, is_done="undo" not in request.POST, by=request.viewer)
    return go_to(request, one, _("Saved."))


@require_safe
def calendar(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The date as a file for a calendar."""
    one = find_exhibition(request, public_id)
    return calendar_answer(one, request.viewer, request.build_absolute_uri(one.get_absolute_url()))


def calendar_answer(one: Exhibition, viewer: Any, link: str) -> HttpResponse:
    if one.starts_at is None:
        raise Refused(_("There is no date yet."))
    text = fold(invitation(one, viewer.person, PUBLISH, link=link))
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="exhibition.ics"'
    return response
