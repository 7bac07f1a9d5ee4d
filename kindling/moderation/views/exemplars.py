"""Examples of a level: asked for, agreed to, looked at."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.evidence.models import Evidence
from kindling.goals.models import Goal
from kindling.goals.rules import visible_goals
from kindling.judgements.models import Judgement
from kindling.judgements.rules import pieces_for, visible_judgements
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.moderation import actions
from kindling.moderation.forms import ExemplarForm
from kindling.moderation.models import Exemplar
from kindling.moderation.queries import exemplars as queries
from kindling.moderation.rules import exemplars as rules
from kindling.moderation.rules.profiles import choice_of
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import STAFF, Role
from kindling.uploads.answering import upload_answer


@require_safe
def examples(request: ViewerRequest) -> HttpResponse:
    """Goals that have examples."""
    viewer = request.viewer
    require(viewer.is_a(*STAFF, Role.STUDENT) and not viewer.purpose)
    page = page_of(request, rules.goals_with_exemplars(viewer))
    context = {"page": page, "has_profiles": choice_of(viewer.school).is_on}
    return render(request, "moderation/examples.html", context)


@require_safe
def examples_of(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Each level of a goal, with what shows it."""
    viewer = request.viewer
    require(viewer.is_a(*STAFF, Role.STUDENT) and not viewer.purpose)
    goal: Goal = get_object_or_404(visible_goals(viewer), public_id=public_id)
    context = {"goal": goal, "shelves": queries.shelves(viewer, goal)}
    return render(request, "moderation/examples_of.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: ViewerRequest, public_id: str, piece_id: str) -> HttpResponse:
    """Ask a student for an example."""
    viewer = request.viewer
    judgement: Judgement = get_object_or_404(visible_judgements(viewer), public_id=public_id)
    piece: Evidence = get_object_or_404(pieces_for(viewer, judgement), public_id=piece_id)
    require(rules.may_ask(viewer, judgement, piece))
    form = ExemplarForm(sent(request), initial=queries.first_words(judgement, piece), piece=piece)
    if form.is_bound and form.is_valid():
        made = actions.ask_exemplar(judgement, piece, by=viewer, **form.cleaned_data)
        return go_to(request, made, _("Asked. It is shared once they say yes."))
    context = {"form": form, "judgement": judgement, "piece": piece}
    return page_or_422(request, "moderation/ask.html", context, bound=form.is_bound)


@require_safe
def example(request: ViewerRequest, public_id: str) -> HttpResponse:
    page = queries.exemplar_page(request.viewer, find(request, public_id))
    return render(request, "moderation/example.html", {"page": page})


@require_safe
def photo(request: ViewerRequest, public_id: str) -> HttpResponseBase:
    """The photo, without its name; a caption of it stands nowhere."""
    piece = queries.photo_of(find(request, public_id))
    if piece is None or piece.upload is None:
        raise Http404
    return upload_answer(request, piece.upload)


@require_POST
def answer(request: ViewerRequest, public_id: str, word: str) -> HttpResponse:
    """Yes, no, or taken back."""
    found = find(request, public_id)
    acts = {
        "yes": (actions.share_exemplar, _("Shared within the school. You can take it back.")),
        "no": (actions.decline_exemplar, _("It is not shared.")),
        "back": (actions.withdraw_exemplar, _("Taken back. Nobody sees it any more.")),
    }
    if word not in acts:
        raise Http404
    act, told = acts[word]
    act(found, by=request.viewer)
    return go_to(request, "moderation:examples", told)


def find(request: ViewerRequest, public_id: str) -> Exemplar:
    return get_object_or_404(rules.visible_exemplars(request.viewer), public_id=public_id)
