"""A student proposes, adults judge beside it, some are judged twice; then it is agreed."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.evidence.rules import may_open_file
from kindling.goals.models import Goal
from kindling.goals.queries import current_goals, levels_of
from kindling.goals.queries.pages import tree_of
from kindling.goals.rules import visible_goals
from kindling.judgements import actions, queries, rules
from kindling.judgements.forms import (
    AgreeForm,
    ProposalForm,
    ReturnForm,
    SaidForm,
    SampleForm,
    SecondForm,
)
from kindling.judgements.models import Judgement
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import students_in_full
from kindling.schools.http import ViewerRequest
from kindling.uploads.answering import upload_answer

BOTH = ["GET", "HEAD", "POST"]
KINDS = ("first", "second", "agree", "award", "done")


@require_safe
def judgements(request: ViewerRequest) -> HttpResponse:
    """What waits, for adults; a student’s own for a student."""
    viewer = request.viewer
    student = rules.own_student(viewer)
    if student is not None:
        return redirect("judgements:for", student.public_id)
    require(viewer.is_a(*rules.JUDGES) and not viewer.purpose)
    kind = request.GET.get("show", "first")
    kind = kind if kind in KINDS else "first"
    rows = rules.visible_judgements(viewer).filter(queries.queue_filter(viewer, kind))
    page = page_of(request, rows.order_by("since", "pk"))
    context = {"page": page, "kind": kind, "tones": queries.TONES}
    return render(request, "judgements/queue.html", context)


@require_safe
def judgements_for(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A student's judgements."""
    student = find_student(request, public_id)
    context = {
        "student": student,
        "rows": queries.student_lanes(request.viewer, student),
        "tones": queries.TONES,
        "may_propose": rules.may_propose(request.viewer, student),
        "may_judge": rules.may_judge(request.viewer, student),
    }
    return render(request, "judgements/student.html", context)


@require_safe
def story(request: ViewerRequest, public_id: str, goal_id: str) -> HttpResponse:
    """How one goal of a student developed, over all versions."""
    student, goal = find_student(request, public_id), find_goal(request, goal_id)
    context = {
        "student": student,
        "story": queries.goal_story(request.viewer, student, goal),
        "may_begin": rules.may_propose(request.viewer, student)
        or rules.may_judge(request.viewer, student),
    }
    return render(request, "judgements/story.html", context)


@require_safe
def choose(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Which goal shall it be about?"""
    student = find_student(request, public_id)
    _require_begin(request, student)
    roots = tree_of(current_goals(request.viewer.school))
    return render(request, "judgements/choose.html", {"student": student, "roots": roots})


@require_http_methods(BOTH)
def begin(request: ViewerRequest, public_id: str, goal_id: str) -> HttpResponse:
    """The student proposes; who guides them judges unasked."""
    student, goal, viewer = (
        find_student(request, public_id),
        find_goal(request, goal_id),
        request.viewer,
    )
    _require_begin(request, student)
    pieces = list(rules.pieces_to_choose(viewer, student, goal))
    levels = tuple(levels_of(goal.framework))
    form = ProposalForm(sent(request), levels=levels, pieces=pieces, needs=True)
    if form.is_bound and form.is_valid():
        own = rules.may_propose(viewer, student)
        act = actions.propose_judgement if own else actions.begin_judgement
        made = act(student, goal, form.said, pieces=form.chosen, by=viewer)
        return go_to(request, made, _("Handed in.") if own else _("Kept."))
    context = {"form": form, "student": student, "goal": goal, "levels": levels, "pieces": pieces}
    return page_or_422(request, "judgements/begin.html", context, bound=form.is_bound)


def _require_begin(request: ViewerRequest, student: Student) -> None:
    viewer = request.viewer
    require(rules.may_propose(viewer, student) or rules.may_judge(viewer, student))


@require_safe
def judgement(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    return render(request, "judgements/judgement.html", shown(request, found))


def shown(request: ViewerRequest, found: Judgement, **forms: Any) -> dict[str, Any]:
    """The page of one judgement; `forms` are those that were sent."""
    page = queries.judgement_page(request.viewer, found)
    usual: dict[str, Any] = {
        "said": SaidForm(levels=page.levels),
        "agree": AgreeForm(given=page.given),
        "back": ReturnForm(),
        "second": SecondForm(people=list(rules.second_judges(found)[:100]))
        if page.may_judge and found.state == "rated"
        else None,
        "again": ProposalForm(
            levels=page.levels, needs=False,
            pieces=list(rules.pieces_to_choose(request.viewer, found.student, found.goal)),
        )
        if page.may_propose
        else None,
    }  # fmt: skip
    return {"page": page, "forms": usual | forms}


@require_POST
def say(request: ViewerRequest, public_id: str, voice: str) -> HttpResponse:
    """Judge first, or blind."""
    found = find(request, public_id)
    acts = {"first": actions.judge, "second": actions.judge_second}
    if voice not in acts:
        raise Http404
    form = SaidForm(request.POST, levels=tuple(levels_of(found.goal.framework)))
    if not form.is_valid():
        return unfinished(request, found, said=form)
    acts[voice](found, form.said, by=request.viewer)
    return go_to(request, found, _("Kept."))


@require_POST
def again(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The student's own word, with more pieces."""
    found, viewer = find(request, public_id), request.viewer
    pieces = list(rules.pieces_to_choose(viewer, found.student, found.goal))
    levels = tuple(levels_of(found.goal.framework))
    form = ProposalForm(request.POST, levels=levels, pieces=pieces, needs=False)
    if not form.is_valid():
        return unfinished(request, found, again=form)
    actions.say_self(found, form.said, pieces=form.chosen, by=viewer)
    return go_to(request, found, _("Handed in."))


@require_POST
def agree(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    given = queries.judgement_page(request.viewer, found).given
    form = AgreeForm(request.POST, given=given)
    if not form.is_valid():
        return unfinished(request, found, agree=form)
    level, comment = form.level_itself, form.cleaned_data["comment"]
    actions.accept_judgement(found, level, by=request.viewer, comment=comment)
    return go_to(request, found, _("Agreed."))


@require_POST
def give_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    found, form = find(request, public_id), ReturnForm(request.POST)
    if not form.is_valid():
        return unfinished(request, found, back=form)
    actions.return_judgement(found, by=request.viewer, comment=form.cleaned_data["comment"])
    return go_to(request, found, _("Given back."))


@require_POST
def give_second(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    require(rules.may_give_second(request.viewer, found))
    form = SecondForm(request.POST, people=list(rules.second_judges(found)[:100]))
    if not form.is_valid():
        return unfinished(request, found, second=form)
    actions.give_second(found, form.chosen, by=request.viewer)
    return go_to(request, found, _("Asked. They judge without reading yours."))


@require_POST
def award(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.award_judgement(found, by=request.viewer)
    return go_to(request, found, _("Awarded."))


@require_safe
def piece(request: ViewerRequest, public_id: str, piece_id: str) -> HttpResponseBase:
    """The file of a piece, for who judges: also a second judge who sees nothing else of theirs."""
    rows = rules.pieces_for(request.viewer, find(request, public_id))
    found = get_object_or_404(rows, public_id=piece_id)
    if found.upload is None or not found.is_kept or not may_open_file(request.viewer, found):
        raise Http404
    return upload_answer(request, found.upload, download=False)


@require_http_methods(BOTH)
def settings(request: ViewerRequest) -> HttpResponse:
    """How many are judged twice."""
    require(rules.may_moderate(request.viewer))
    first = {"percent": rules.sample_percent(request.viewer.school)}
    form = SampleForm(sent(request), initial=first)
    if form.is_bound and form.is_valid():
        actions.set_sample(form.cleaned_data["percent"], by=request.viewer)
        return go_to(request, "judgements:judgements", _("Saved."))
    return page_or_422(request, "judgements/settings.html", {"form": form}, bound=form.is_bound)


def unfinished(request: ViewerRequest, found: Judgement, **forms: Any) -> HttpResponse:
    context = shown(request, found, **forms)
    return page_or_422(request, "judgements/judgement.html", context, bound=True)


def find(request: ViewerRequest, public_id: str) -> Judgement:
    return get_object_or_404(rules.visible_judgements(request.viewer), public_id=public_id)


def find_student(request: ViewerRequest, public_id: str) -> Student:
    return get_object_or_404(students_in_full(request.viewer, Matter.WORK), public_id=public_id)


def find_goal(request: ViewerRequest, public_id: str) -> Goal:
    return get_object_or_404(visible_goals(request.viewer), public_id=public_id)
