"""Profiles: choose assessors, say one's words, read them all once they are open."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.judgements.rules import may_moderate
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.moderation import actions
from kindling.moderation.forms import AssessorsForm, FramesForm, ProfilesForm
from kindling.moderation.models import Profile
from kindling.moderation.queries.profiles import profile_page
from kindling.moderation.rules import profiles as rules
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import STAFF, Role

BOTH = ["GET", "HEAD", "POST"]


@require_safe
def profiles(request: ViewerRequest) -> HttpResponse:
    """A student's own, or where to begin it; others those they may open."""
    viewer = request.viewer
    require(viewer.is_a(*STAFF, Role.STUDENT, Role.GUARDIAN) and not viewer.purpose)
    page = page_of(request, rules.visible_profiles(viewer).order_by("state", "begun_at", "pk"))
    student = rules.own_student(viewer)
    if student and page.object_list:
        return redirect(page.object_list[0])
    context = {
        "page": page,
        "may_begin": student is not None and rules.may_begin_profile(viewer, student),
        "may_choose": may_moderate(viewer),
        "is_on": rules.choice_of(viewer.school).is_on,
    }
    return render(request, "moderation/profiles.html", context)


@require_http_methods(BOTH)
def choose(request: ViewerRequest) -> HttpResponse:
    """Whether students prepare profiles here, and with how many assessors."""
    require(may_moderate(request.viewer))
    kept = rules.choice_of(request.viewer.school)
    form = ProfilesForm(sent(request), initial={"is_on": kept.is_on, "fewest": kept.fewest})
    if form.is_bound and form.is_valid():
        actions.choose_profiles(by=request.viewer, **form.cleaned_data)
        return go_to(request, "moderation:profiles", _("Saved."))
    return page_or_422(request, "moderation/profile_form.html", {"form": form}, bound=form.is_bound)


@require_http_methods(BOTH)
def begin(request: ViewerRequest) -> HttpResponse:
    """The student chooses adults who know them."""
    viewer = request.viewer
    student = rules.own_student(viewer)
    require(student is not None and rules.may_begin_profile(viewer, student))
    form = AssessorsForm(sent(request), people=list(rules.people_to_choose(viewer.school)[:200]))
    if student and form.is_bound and form.is_valid():
        made = actions.begin_profile(student, form.cleaned_data["people"], by=viewer)
        return go_to(request, made, _("Asked. Now say how you see yourself."))
    return page_or_422(request, "moderation/profile_form.html", {"form": form}, bound=form.is_bound)


@require_safe
def profile(request: ViewerRequest, public_id: str) -> HttpResponse:
    return shown(request, find(request, public_id))


def shown(
    request: ViewerRequest, found: Profile, form: FramesForm | None = None
) -> HttpResponse:  # fmt: skip
    page = profile_page(request.viewer, found)
    empty = FramesForm(levels=page.levels) if page.may_say else None
    context = {"page": page, "form": form or empty}
    return page_or_422(request, "moderation/profile.html", context, bound=form is not None)


@require_POST
def say(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    require(rules.may_say(request.viewer, found))
    form = FramesForm(request.POST, levels=profile_page(request.viewer, found).levels)
    if not form.is_valid():
        return shown(request, found, form)
    actions.say_frames(found, form.said, by=request.viewer)
    return go_to(request, found, _("Kept."))


@require_POST
def decline(request: ViewerRequest, public_id: str) -> HttpResponse:
    actions.decline_profile(find(request, public_id), by=request.viewer)
    return go_to(request, "moderation:profiles", _("Said."))


@require_POST
def open_words(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.open_profile(found, by=request.viewer)
    return go_to(request, found, _("Open."))


def find(request: ViewerRequest, public_id: str) -> Profile:
    return get_object_or_404(rules.visible_profiles(request.viewer), public_id=public_id)
