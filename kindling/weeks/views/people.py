"""Who can be there when."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.kit.trying import works
from kindling.schools.http import ViewerRequest
from kindling.schools.models import Person
from kindling.weeks import actions, rules
from kindling.weeks.forms import FreeForm, InterpreterForm
from kindling.weeks.models import Interpreter, Week
from kindling.weeks.queries.people import people_rows
from kindling.weeks.views.pages import find


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Everybody whose hours count, and the interpreters of the week."""
    require(rules.may_plan(request.viewer))
    week = find(request, public_id)
    form = InterpreterForm(sent(request))

    def act() -> None:
        actions.add_interpreter(week, by=request.viewer, **form.cleaned_data)

    if form.is_bound and works(form, act):
        return redirect("weeks:people", week.public_id)
    rows = rules.visible_people(request.viewer, week).order_by("sort_name", "pk")
    page = page_of(request, rows)
    context = {
        "form": form, "week": week, "page": page, "said": people_rows(week, list(page)),
        "voices": week.interpreters.filter(ended_at__isnull=True),
        "languages_by": dict(settings.LANGUAGES),
    }  # fmt: skip
    return page_or_422(request, "weeks/people.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def person(request: ViewerRequest, public_id: str, person_id: str) -> HttpResponse:
    """Whoever plans writes down when somebody can."""
    require(rules.may_plan(request.viewer))
    week = find(request, public_id)
    who = get_object_or_404(rules.visible_people(request.viewer, week), public_id=person_id)
    return hours_of(request, week, who, "weeks:people")


@require_http_methods(["GET", "HEAD", "POST"])
def interpreter(request: ViewerRequest, public_id: str, voice_id: str) -> HttpResponse:
    require(rules.may_plan(request.viewer))
    week = find(request, public_id)
    voices = week.interpreters.filter(ended_at__isnull=True)
    return hours_of(request, week, get_object_or_404(voices, public_id=voice_id), "weeks:people")


@require_POST
def drop_interpreter(request: ViewerRequest, public_id: str, voice_id: str) -> HttpResponse:
    require(rules.may_plan(request.viewer))
    week = find(request, public_id)
    voices = week.interpreters.filter(ended_at__isnull=True)
    voice = get_object_or_404(voices, public_id=voice_id)
    voice.week = week
    actions.drop_interpreter(voice, by=request.viewer)
    return redirect("weeks:people", week.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def own_hours(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Staff say for themselves when they can."""
    week = find(request, public_id)
    require(rules.may_say_hours(request.viewer, week))
    if request.viewer.person is None:
        raise PermissionDenied
    return hours_of(request, week, request.viewer.person, "weeks:week")


def hours_of(
    request: ViewerRequest, week: Week, who: Person | Interpreter, back: str
) -> HttpResponse:
    """The form of one person’s times, and what was sent with it."""
    said = who.free_times.filter(week=week)
    form = FreeForm(sent(request), days=week.days.all(), said=said)

    def act() -> None:
        actions.say_hours(week, who, form.times, by=request.viewer)

    if form.is_bound and works(form, act):
        return go_to(request, back_to(week, back), _("Saved. The next plan keeps to it."))
    context = {"form": form, "week": week, "who": who, "back": back}
    return page_or_422(request, "weeks/hours.html", context, bound=form.is_bound)


def back_to(week: Week, name: str) -> str:
    return url(name, week.public_id)
