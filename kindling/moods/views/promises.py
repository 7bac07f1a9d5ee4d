"""Giving one's word, being away, taking it back."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kindling.kit.http import go_to
from kindling.moods import actions, forms, rules
from kindling.moods.models import MoodPromise
from kindling.moods.views.moods import staff
from kindling.schools.http import ViewerRequest


@require_POST
def give(request: ViewerRequest, key: str) -> HttpResponse:
    actions.give_promise(_found(request, key), by=request.viewer)
    return go_to(request, "moods:moods", _("Thank you. Students are asked from now on."))


@require_POST
def away(request: ViewerRequest, key: str) -> HttpResponse:
    form = forms.AwayForm(request.POST)
    if not form.is_valid():
        context = staff(request, forms.PromiseForm(viewer=request.viewer)) | {"away_form": form}
        return render(request, "moods/staff.html", context, status=422)
    actions.say_away(_found(request, key), **form.cleaned_data, by=request.viewer)
    return go_to(request, "moods:moods", _("Saved."))


@require_POST
def end(request: ViewerRequest, key: str) -> HttpResponse:
    actions.end_promise(_found(request, key), by=request.viewer)
    return go_to(request, "moods:moods", _("Ended. What waited went on to the principal."))


def _found(request: ViewerRequest, key: str) -> MoodPromise:
    found: MoodPromise = get_object_or_404(rules.visible_promises(request.viewer), public_id=key)
    return found
