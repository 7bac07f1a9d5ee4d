"""Evaluations inside the school: asked for, read, talked about, counted."""

from __future__ import annotations

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.evaluations import actions, rules
from kindling.evaluations.forms import ChoiceForm, CommentForm, TalkForm
from kindling.evaluations.models import Evaluation
from kindling.evaluations.queries.page import evaluation_page
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.kit.trying import works
from kindling.placements.models import Placement
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import STAFF, Role

BOTH = ["GET", "HEAD", "POST"]
READERS = (*STAFF, Role.STUDENT, Role.GUARDIAN)
State = Evaluation.State
SHOWN = {
    "done": (State.SUBMITTED, State.DISCUSSED),
    "asked": (State.OPENED, State.DRAFT),
    "counted": (State.COUNTED,),
}


def find(request: ViewerRequest, public_id: str) -> Evaluation:
    """404 for what one does not see."""
    return get_object_or_404(rules.visible_evaluations(request.viewer), public_id=public_id)


def find_placement(request: ViewerRequest, public_id: str) -> Placement:
    return get_object_or_404(rules.evaluable_placements(request.viewer), public_id=public_id)


@require_safe
def evaluations(request: ViewerRequest) -> HttpResponse:
    """What was handed in, what is asked, what counts."""
    viewer = request.viewer
    require(viewer.is_a(*READERS) and not viewer.purpose)
    show = request.GET.get("show", "")
    show = show if show in SHOWN and viewer.is_staff else "done"
    states = SHOWN[show] if viewer.is_staff else Evaluation.DONE
    rows = rules.visible_evaluations(viewer).filter(state__in=states)
    context = {
        "page": page_of(request, rows), "show": show, "changes": rules.may_change_choice(viewer),
    }  # fmt: skip
    return render(request, "evaluations/evaluations.html", context)


@require_safe
def evaluation(request: ViewerRequest, public_id: str) -> HttpResponse:
    return show_one(request, find(request, public_id))


def show_one(request: ViewerRequest, it: Evaluation, **bound: Form) -> HttpResponse:
    """The page, with the forms that would work; 422 with one that has to be mended."""
    empty: dict[str, Any] = {
        "talk_form": TalkForm(initial={"on": request.school.today()}, auto_id="talk_%s"),
        "comment_form": CommentForm(initial={"words": it.comment}, auto_id="comment_%s"),
    }
    page = evaluation_page(request.viewer, it)
    context = {"it": it, "page": page, **empty, **bound}
    return render(request, "evaluations/evaluation.html", context, status=422 if bound else 200)


@require_http_methods(BOTH)
def placement(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The evaluations of one internship; POST asks its mentor."""
    found, viewer = find_placement(request, public_id), request.viewer
    if request.method == "POST":
        made = actions.open_evaluation(found, by=viewer)
        return go_to(request, made, _("Asked. The link is on its way."))
    rows = list(rules.visible_evaluations(viewer).filter(placement=found))
    context = {"placement": found, "rows": rows, "may_open": rules.may_open(viewer, found)}
    return render(request, "evaluations/placement.html", context)


@require_POST
def discuss(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It was talked about with the student."""
    it, form = find(request, public_id), TalkForm(request.POST, auto_id="talk_%s")
    require(rules.may_guide(request.viewer, it))
    by = request.viewer
    if works(form, lambda: actions.discuss_evaluation(it, by=by, **form.cleaned_data)):
        return go_to(request, it, _("Noted."))
    return show_one(request, it, talk_form=form)


@require_POST
def count(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Let it count."""
    it = find(request, public_id)
    actions.count_evaluation(it, by=request.viewer)
    return go_to(request, it, _("It counts."))


@require_POST
def comment(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The student's words."""
    it, form = find(request, public_id), CommentForm(request.POST, auto_id="comment_%s")
    require(rules.may_comment(request.viewer, it))
    if not form.is_valid():
        return show_one(request, it, comment_form=form)
    actions.comment_evaluation(it, form.cleaned_data["words"], by=request.viewer)
    return go_to(request, it, _("Kept."))


@require_POST
def link(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Send the mentor their link once more."""
    it = find(request, public_id)
    actions.send_link(it, by=request.viewer)
    return go_to(request, it, _("On its way."))


@require_POST
def call_off(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Take the question back."""
    it = find(request, public_id)
    actions.call_off_evaluation(it, by=request.viewer)
    return go_to(request, "evaluations:evaluations", _("Taken back."))


@require_http_methods(BOTH)
def settings(request: ViewerRequest) -> HttpResponse:
    """When mentors are asked by the clock."""
    require(rules.may_change_choice(request.viewer))
    now = rules.choice_of(request.school)
    form = ChoiceForm(sent(request), initial={"days_before": now.days_before})
    if form.is_bound and form.is_valid():
        actions.choose_days(form.cleaned_data["days_before"], by=request.viewer)
        return go_to(request, "evaluations:evaluations", _("Kept."))
    return page_or_422(request, "evaluations/settings.html", {"form": form}, bound=form.is_bound)
