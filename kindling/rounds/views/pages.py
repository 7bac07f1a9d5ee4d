"""Rounds, one round for whoever looks, its lists, its results, and the draw checked again."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kindling.kit.http import require
from kindling.kit.paging import page_of
from kindling.rounds import rules
from kindling.rounds.classes import classes_of
from kindling.rounds.mechanism import seed_hash
from kindling.rounds.models import Round
from kindling.rounds.queries.keeping import outcome_shares, place_rows, standing_of, students_in
from kindling.rounds.queries.results import check_draw, result_page, tally_of
from kindling.rounds.views.ranking import rank_context
from kindling.schools.http import ViewerRequest
from kindling.sites.rules import own_student


def find(request: ViewerRequest, public_id: str) -> Round:
    """404 for a round one may not see."""
    rounds = rules.visible_rounds(request.viewer).select_related("school", "after")
    return get_object_or_404(rounds, public_id=public_id)


@require_safe
def round_list(request: ViewerRequest) -> HttpResponse:
    """Every round of the school, the newest first."""
    rounds = rules.visible_rounds(request.viewer).order_by("-created_at", "-pk")
    if not (rules.may_see_lists(request.viewer) or own_student(request.viewer)):
        raise Http404
    context = {
        "page": page_of(request, rounds),
        "may_run": rules.may_run_rounds(request.viewer),
        "now": request.school.now(),
    }
    return render(request, "rounds/rounds.html", context)


@require_safe
def round_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    """For staff how it stands; for students their list, then their result."""
    one = find(request, public_id)
    if rules.may_see_lists(request.viewer):
        return keeper_page(request, one)
    if one.state == Round.State.PUBLISHED:
        return own_result(request, one)
    context = rank_context(request, one)
    return render(request, "rounds/rank.html", context)


def keeper_page(request: ViewerRequest, one: Round) -> HttpResponse:
    context = {
        "round": one,
        "classes": classes_of(one),
        "standing": standing_of(one, request.viewer),
        "page": page_of(request, place_rows(one, request.viewer)),
        "may_run": rules.may_run_rounds(request.viewer),
        "now": request.school.now(),
        "seed_hash": seed_hash(one.seed),
        "later": rules.visible_rounds(request.viewer).filter(after=one).first(),
    }
    return render(request, "rounds/round.html", context)


def own_result(request: ViewerRequest, one: Round) -> HttpResponse:
    """What I got, and for each place of my list why."""
    outcome = rules.visible_outcomes(request.viewer).filter(round=one).first()
    choices = list(rules.visible_choices(request.viewer).filter(ballot__round=one))
    later = rules.visible_rounds(request.viewer).filter(after=one, state=Round.State.OPEN).first()
    context = {
        "round": one,
        "result": result_page(one, outcome, choices) if outcome else None,
        "classes": classes_of(one),
        "seed_hash": seed_hash(one.seed),
        "later": later,
    }
    return render(request, "rounds/result.html", context)


@require_safe
def lists(request: ViewerRequest, public_id: str) -> HttpResponse:
    """How long whose list is, the shortest first. The order stays the student's own."""
    require(rules.may_see_lists(request.viewer))
    one = find(request, public_id)
    page = page_of(request, students_in(one, request.viewer))
    return render(request, "rounds/lists.html", {"round": one, "page": page})


@require_safe
def results(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Who got what, by number of the draw; and shares by group."""
    require(rules.may_see_lists(request.viewer))
    one = find(request, public_id)
    outcomes = rules.visible_outcomes(request.viewer).filter(round=one).order_by("number")
    group = "advisory" if request.GET.get("by") == "advisory" else "grade"
    keeps = rules.may_run_rounds(request.viewer)
    context = {
        "round": one,
        "page": page_of(request, outcomes),
        "tally": tally_of(list(outcomes.values_list("choice", flat=True))),
        "by": group,
        "shares": outcome_shares(outcomes, group, request.viewer) if keeps else [],
        "moves": rules.visible_moves(request.viewer).filter(round=one).order_by("-at", "-pk")[:50],
        "may_run": keeps,
    }
    return render(request, "rounds/results.html", context)


@require_safe
def check(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Run the draw again from the record, and say whether the same comes out."""
    one = find(request, public_id)
    if one.state != Round.State.PUBLISHED:
        raise Http404
    student = own_student(request.viewer)
    outcome = rules.visible_outcomes(request.viewer).filter(round=one, student=student).first()
    context = {"round": one, "check": check_draw(one), "outcome": outcome if student else None}
    return render(request, "rounds/check.html", context)
