"""Concerns: strengths first, who does what, and who has opened it."""

from __future__ import annotations

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.trying import works
from kindling.schools.http import ViewerRequest
from kindling.support import actions, rules
from kindling.support.forms import ActionForm, ConcernForm, LookForm, PersonForm, TextForm
from kindling.support.models import Concern
from kindling.support.queries import concern_page
from kindling.support.views.goals import named


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: ViewerRequest) -> HttpResponse:
    """Write one down."""
    require(rules.may_write_support(request.viewer))
    asked = {"student": request.GET.get("student", "")}
    form = ConcernForm(sent(request), viewer=request.viewer, initial=asked)
    if form.is_bound and works(
        form, lambda: actions.open_concern(by=request.viewer, **form.cleaned_data)
    ):
        return go_to(request, "support:support", _("Written down. Who carries it is told here."))
    return page_or_422(request, "support/add_concern.html", {"form": form}, bound=form.is_bound)


def find(request: ViewerRequest, public_id: str) -> Concern:
    return get_object_or_404(rules.visible_concerns(request.viewer), public_id=public_id)


def find_carried(request: ViewerRequest, public_id: str) -> Concern:
    """A concern in which the viewer writes; 403 for one they only read."""
    one = find(request, public_id)
    require(rules.may_carry(request.viewer, one))
    return one


@require_safe
def concern(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Read one; staff leave their name."""
    one = find(request, public_id)
    actions.open_concern_page(one, by=request.viewer)
    return show(request, one)


def show(
    request: ViewerRequest, one: Concern, wrong: tuple[str, Form] | None = None
) -> HttpResponse:
    """The page with its forms; `wrong` is the one that was sent and has to be mended."""
    viewer = request.viewer
    forms: dict[str, Form] = {
        "voice": TextForm(prefix="voice"), "end": TextForm(prefix="end"),
        "look": LookForm(viewer=viewer, prefix="look"), "person": PersonForm(viewer=viewer),
        "action": ActionForm(viewer=viewer, prefix="action"),
    }  # fmt: skip
    forms |= {wrong[0]: wrong[1]} if wrong else {}
    context = {"page": concern_page(viewer, one), "one": one, "forms": forms}
    return page_or_422(request, "support/concern.html", context, bound=wrong is not None)


@require_POST
def voice(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What the student says."""
    one, form = find(request, public_id), TextForm(request.POST, prefix="voice")
    if works(form, lambda: actions.add_voice(one, by=request.viewer, **form.cleaned_data)):
        return go_to(request, one, _("Written down."))
    return show(request, one, ("voice", form))


@require_POST
def look(request: ViewerRequest, public_id: str) -> HttpResponse:
    """How it is now."""
    one = find_carried(request, public_id)
    form = LookForm(request.POST, viewer=request.viewer, prefix="look")
    if works(form, lambda: actions.look_again(one, by=request.viewer, **form.cleaned_data)):
        return go_to(request, one, _("Written down."))
    return show(request, one, ("look", form))


@require_POST
def act(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Somebody does something until a day."""
    one = find_carried(request, public_id)
    form = ActionForm(request.POST, viewer=request.viewer, prefix="action")
    if works(form, lambda: actions.add_action(one, by=request.viewer, **form.cleaned_data)):
        return go_to(request, one, _("Written down. It stands in their inbox."))
    return show(request, one, ("action", form))


@require_POST
def done(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It is done."""
    word = get_object_or_404(rules.visible_actions(request.viewer), public_id=public_id)
    actions.do_action(word, by=request.viewer)
    return go_to(request, word.concern, _("Done."))


@require_POST
def step(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Take it in hand, open it again, or show it to the student."""
    one = find_carried(request, public_id)
    match request.POST.get("do", ""):
        case "take":
            actions.take_concern(one, by=request.viewer)
        case "reopen":
            actions.reopen_concern(one, by=request.viewer)
        case "show" | "hide" as shown:
            actions.show_student(one, shown=shown == "show", by=request.viewer)
    return go_to(request, one, _("Saved."))


@require_POST
def close(request: ViewerRequest, public_id: str) -> HttpResponse:
    """How it ended."""
    one = find_carried(request, public_id)
    form = TextForm(request.POST, prefix="end")
    if works(form, lambda: actions.close_concern(one, by=request.viewer, **form.cleaned_data)):
        return go_to(request, one, _("Closed."))
    return show(request, one, ("end", form))


@require_POST
def add_reader(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One more adult reads it, or carries it from now on."""
    one = find_carried(request, public_id)
    form = PersonForm(request.POST, viewer=request.viewer)
    to_carry = "carry" in request.POST
    verb = actions.hand_on if to_carry else actions.add_concern_reader
    if works(form, lambda: verb(one, form.cleaned_data["person"], by=request.viewer)):
        return go_to(request, one, _("They can read it now."))
    return show(request, one, ("person", form))


@require_POST
def end_reader(request: ViewerRequest, public_id: str) -> HttpResponse:
    """They read it no more."""
    one = find_carried(request, public_id)
    actions.end_concern_reader(one, named(request), by=request.viewer)
    return go_to(request, one, _("They do not read it any more."))
