"""One piece: looked at, reflected on, tagged, shared, taken away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.evidence import actions, rules
from kindling.evidence.forms import (
    CaptionsForm,
    ChangeForm,
    PeopleForm,
    SeriesForm,
    ShareForm,
    TagForm,
)
from kindling.evidence.models import Evidence
from kindling.evidence.queries.pieces import piece_page
from kindling.kit.http import Refused, go_to, page_or_422, require
from kindling.schools.http import ViewerRequest
from kindling.uploads.actions import write_captions


@require_http_methods(["GET", "HEAD", "POST"])
def piece(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The piece; POST writes its title, words and reflection."""
    found = find(request, public_id)
    if request.method != "POST":
        return shown(request, found)
    form = ChangeForm(request.POST)

    def act() -> None:
        actions.change_evidence(found, **form.cleaned_data, by=request.viewer)

    return done(request, found, form, act, _("Saved."))


@require_POST
def tag(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    form = TagForm(request.POST, viewer=request.viewer, student=found.student)

    def act() -> None:
        actions.put_tags(found, form.targets, by=request.viewer)

    return done(request, found, form, act, _("Added."))


@require_POST
def untag(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    tag = get_object_or_404(rules.tags_of(found), public_id=request.POST.get("tag", ""))
    actions.take_tag(tag, by=request.viewer)
    return go_to(request, found, _("Taken off."))


@require_POST
def series(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Keep it together with other drafts."""
    found = find(request, public_id)
    form = SeriesForm(request.POST, viewer=request.viewer, student=found.student)

    def act() -> None:
        actions.put_in_series(found, form.wanted, by=request.viewer)

    return done(request, found, form, act, _("Kept together."))


@require_POST
def share(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    form = ShareForm(request.POST)

    def act() -> None:
        actions.share_evidence(found, **form.cleaned_data, by=request.viewer)

    return done(request, found, form, act, _("Saved."))


@require_POST
def captions(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Captions from a file, or what is said in words."""
    found = find(request, public_id)
    require(rules.may_change(request.viewer, found) and found.upload is not None)
    form = CaptionsForm(request.POST, request.FILES)

    def act() -> None:
        if found.upload is not None:
            write_captions(found.upload, **form.facts(found.upload), by=request.viewer)

    return done(request, found, form, act, _("Saved."))


@require_POST
def remove(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.remove_evidence(found, by=request.viewer)
    return go_to(request, "evidence:evidence", _("Taken away."))


def done(
    request: ViewerRequest, found: Evidence, form: Any, act: Callable[[], None], said: str
) -> HttpResponse:
    """Act on a form that is right; what the action minds becomes the form's error."""
    if form.is_valid():
        try:
            act()
        except ValidationError as wrong:
            form.add_error(None, wrong)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return go_to(request, found, said)
    return shown(request, found, form)


def shown(request: ViewerRequest, found: Evidence, wrong: Any = None) -> HttpResponse:
    """The page, with the form that has to be mended where there is one."""
    viewer = request.viewer
    page = piece_page(viewer, found)
    context: dict[str, Any] = {"piece": page, "one": found, "wrong": wrong}
    if page.may_change:
        forms: list[Any] = [
            ChangeForm(initial=vars(found)),
            TagForm(viewer=viewer, student=found.student),
            SeriesForm(viewer=viewer, student=found.student),
            ShareForm(initial={"family": found.for_family, "mentor": found.for_mentor}),
            CaptionsForm(initial=vars(found.upload) if found.upload else {}),
        ]
        if page.may_ask:
            forms.append(PeopleForm(viewer=viewer))
        context |= {form.name: form for form in forms}
    if wrong is not None:
        context[wrong.name] = wrong
    return page_or_422(request, "evidence/piece.html", context, bound=wrong is not None)


def find(request: ViewerRequest, public_id: str) -> Evidence:
    """404 for what the viewer may not see."""
    return get_object_or_404(rules.visible_evidence(request.viewer), public_id=public_id)
