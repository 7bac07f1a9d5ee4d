"""Behind a link: a guardian allows a shadow day, a host takes it on and answers afterwards."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kindling.exploring import actions, rules
from kindling.exploring.forms.days import HostAnswerForm, HostForm, HowForm, SignForm
from kindling.exploring.models import ShadowDay
from kindling.exploring.queries.days import outcome_words
from kindling.kit.http import Refused
from kindling.kit.trying import works
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer

State = ShadowDay.State


def find(viewer: Viewer) -> ShadowDay:
    """The one day this link names; 404 when it is not the bearer's any more."""
    shadow = rules.visible_shadow_days(viewer).first()
    if shadow is None:
        raise Http404
    return shadow


def allow_shadow_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Where, when, with whom; one name allows it."""
    shadow = find(viewer)
    if request.method != "POST":
        return show_family(request, shadow, SignForm())
    yes = request.POST.get("said") != "no"
    form = SignForm(request.POST) if yes else Form({})

    def act() -> None:
        actions.say_family(shadow, yes=yes, by=viewer, **form.cleaned_data)

    return answered(request, form, act) or show_family(request, find(viewer), form)


def show_family(request: PassRequest, shadow: ShadowDay, form: Form) -> HttpResponse:
    is_open = shadow.state in (State.PLANNED, State.AGREED)
    context = {
        "shadow": shadow, "form": form if isinstance(form, SignForm) else SignForm(),
        "is_open": is_open and shadow.on >= request.viewer.school.today(), "wrong": form,
    }  # fmt: skip
    status = status_of(form)
    return render(request, "exploring/allow_shadow.html", context, status=status)


def host_shadow_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Before: can you take them along? Afterwards: how long was it, and would you go on?"""
    shadow = find(viewer)
    if request.method != "POST":
        return show_host(request, shadow, None)
    form, act = host_act(request, shadow, viewer)
    return answered(request, form, act) or show_host(request, find(viewer), form)


def host_act(
    request: PassRequest, shadow: ShadowDay, viewer: Viewer
) -> tuple[Form, Callable[[], object]]:
    """Which form was sent, and what it does."""
    form: Form
    match request.POST.get("do", ""):
        case "no":
            return Form({}), lambda: actions.say_host(shadow, yes=False, by=viewer)
        case "held":
            how = HowForm(request.POST, shadow=shadow)
            return how, lambda: actions.hold_shadow_day(shadow, by=viewer, **how.facts)
        case "answer":
            form = HostAnswerForm(request.POST, first=shadow.student.first)
            return form, lambda: actions.answer_as_host(
                shadow, form.cleaned_data["answer"], form.cleaned_data["note"], by=viewer
            )
    form = HostForm(request.POST)
    return form, lambda: actions.say_host(shadow, yes=True, by=viewer, **form.cleaned_data)


def show_host(request: PassRequest, shadow: ShadowDay, form: Form | None) -> HttpResponse:
    today = request.viewer.school.today()
    given = {"answer": shadow.host_answer, "note": shadow.host_word}
    answer = HostAnswerForm(initial=given, first=shadow.student.first)
    context = {
        "shadow": shadow, "wrong": form,
        "is_ahead": shadow.state in (State.PLANNED, State.AGREED) and shadow.on >= today,
        "may_hold": shadow.state == State.AGREED and shadow.has_ended(request.viewer.school.now()),
        "outcome": outcome_words(shadow.outcome),
        "host_form": form if isinstance(form, HostForm) else HostForm(),
        "how_form": form if isinstance(form, HowForm) else HowForm(shadow=shadow),
        "answer_form": form if isinstance(form, HostAnswerForm) else answer,
    }  # fmt: skip
    return render(request, "exploring/host_shadow.html", context, status=status_of(form))


def answered(request: PassRequest, form: Form, act: Callable[[], object]) -> HttpResponse | None:
    """Do it and thank; None when something has to be mended, with the sentence in the form."""
    try:
        if not works(form, act):
            return None
    except Refused as refused:
        form.add_error(None, str(refused))
        form.refused = True  # type: ignore[attr-defined]
        return None
    messages.success(request, _("Thank you. The school can see it."))
    return redirect(request.door)


def status_of(form: Form | None) -> int:
    """200, 409 when it was too late, 422 when a field is to be mended."""
    if form is None or not form.is_bound:
        return 200
    return 409 if getattr(form, "refused", False) else 422
