"""One narrative: written, handed in, read, released."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import answer, go_to, page_or_422, require
from kindling.narratives import actions, rules
from kindling.narratives.forms import CommentForm, IdeaForm, ReasonForm, SubmitForm
from kindling.narratives.models import Idea, Narrative, Review, Voice
from kindling.narratives.queries.beside import beside, coverage, source_named, tops
from kindling.narratives.queries.lists import TONES
from kindling.narratives.queries.page import (
    field_name,
    goal_list,
    language_name,
    own_draft,
    reading,
    whole_draft,
)
from kindling.narratives.views.finding import find
from kindling.narratives.words import as_html
from kindling.plans.drawing import dots
from kindling.schools.http import ViewerRequest

State = Narrative.State
TOLD = {"as_html": as_html}  # how words become paragraphs


@require_safe
def narrative(request: ViewerRequest, public_id: str) -> HttpResponse:
    """To write, to read over, or as it was released: what this reader has of it now."""
    return show(request, find(request, public_id))


def show(request: ViewerRequest, found: Narrative, **forms: Any) -> HttpResponse:
    corrects = bool(found.correcting_why) and rules.advises(request.viewer, found)
    if found.state == State.RELEASED and not corrects:
        return shown_reading(request, found, **forms)
    if rules.is_about(request.viewer, found):
        return render(request, "narratives/own.html", {"draft": own_draft(found), "tones": TONES})
    require(rules.reads_drafts(request.viewer, found))
    return shown_draft(request, found, **forms)


def shown_reading(request: ViewerRequest, found: Narrative, **forms: Any) -> HttpResponse:
    viewer = request.viewer
    language = request.GET.get("language") or get_language() or ""
    number = request.GET.get("version", "")
    page = reading(viewer, found, language, number)
    if page is None:
        raise Http404
    context = {
        **TOLD,
        "language_name": language_name,
        "reading": page,
        "is_family": rules.is_family(viewer, found),
        "is_own": rules.is_about(viewer, found),
        "may_correct": rules.may_correct(viewer, found),
        "may_check": rules.may_check(viewer, found),
        "reason": ReasonForm(),
    } | forms
    bound = any(form.is_bound for form in forms.values())
    return page_or_422(request, "narratives/read.html", context, bound=bound)


def shown_draft(request: ViewerRequest, found: Narrative, **forms: Any) -> HttpResponse:
    viewer = request.viewer
    draft = whole_draft(viewer, found)
    top_goals = tops(viewer)
    waiting = next((one for one in draft.reviews if one.verdict == Review.Verdict.WAITING), None)
    context: dict[str, Any] = {
        **TOLD, "draft": draft, "tones": TONES, "waiting": waiting,
        "may_review": waiting is not None and rules.may_review(viewer, waiting),
        "may_return": found.state == State.READY and rules.may_return(viewer, found),
        "asks_reader": found.round.reader_reads,
        "goals": goal_list(draft, top_goals), "beside": beside(viewer, found, top_goals),
        "coverage": coverage(top_goals, found), "dots": dots,
        "comment": CommentForm(), "idea": IdeaForm(), "submit": SubmitForm(viewer=viewer),
    } | forms  # fmt: skip
    bound = any(form.is_bound for form in forms.values())
    return page_or_422(request, "narratives/draft.html", context, bound=bound)


@require_POST
def save(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The words of one voice below one heading."""
    found = find(request, public_id)
    texts = {
        field_name(one, voice): (one, voice)
        for one in found.round.sections.all()
        for voice in ("student", "advisor")
    }
    edit = Edit.sent(request, texts)
    section, voice = texts[edit.field]
    clash = actions.write_part(found, section, voice, edit.text, base=edit.base, by=request.viewer)
    return answer_edit(request, edit, clash, label=section.title, to=found)


@require_POST
def hand_in(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The student's words are done."""
    found = find(request, public_id)
    actions.hand_in_words(found, by=request.viewer)
    return go_to(request, found, _("Handed in. Your advisor reads it now."))


@require_POST
def take_words_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.take_words_back(found, by=request.viewer)
    return go_to(request, found, _("You can write on."))


@require_POST
def submit(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The advisor is done."""
    found = find(request, public_id)
    require(rules.may_write(request.viewer, found, Voice.ADVISOR))
    form = SubmitForm(request.POST, viewer=request.viewer)
    if not form.is_valid():
        return show(request, found, submit=form)
    actions.submit_narrative(found, reader=form.cleaned_data["reader"], by=request.viewer)
    return go_to(request, found, _("Handed in."))


@require_POST
def take_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.take_back(found, by=request.viewer)
    return go_to(request, found, _("You can write on."))


@require_POST
def pass_on(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Read, and good."""
    found = find(request, public_id)
    actions.pass_on(found, by=request.viewer, comment=request.POST.get("comment", "")[:4000])
    return go_to(request, "narratives:narratives", _("Passed on."))


@require_POST
def give_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Back to the advisor with a comment."""
    found = find(request, public_id)
    require(rules.reads_drafts(request.viewer, found))
    form = CommentForm(request.POST)
    if not form.is_valid():
        return show(request, found, comment=form)
    actions.give_back(found, comment=form.cleaned_data["comment"], by=request.viewer)
    return go_to(request, "narratives:narratives", _("Given back with your comment."))


@require_POST
def acknowledge(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.acknowledge(found, by=request.viewer)
    return go_to(request, found, _("Thank you. The school knows that you have read it."))


@require_POST
def correct(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Open a released one to put it right."""
    found = find(request, public_id)
    require(rules.may_correct(request.viewer, found))
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return show(request, found, reason=form)
    actions.begin_correction(found, reason=form.cleaned_data["reason"], by=request.viewer)
    return go_to(request, found, _("Open. The family keeps what it has until you release this."))


@require_POST
def publish(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The correction goes to the family."""
    found = find(request, public_id)
    actions.publish_correction(found, by=request.viewer)
    return go_to(request, found, _("Released as a new version. The family is told."))


@require_POST
def drop(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Leave what was released as it is."""
    found = find(request, public_id)
    actions.drop_correction(found, by=request.viewer)
    return go_to(request, found, _("Nothing was changed."))


@require_POST
def goals(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Which goals it speaks of."""
    found = find(request, public_id)
    sent_ids = set(request.POST.getlist("goal"))
    chosen = [one for one in tops(request.viewer) if one.public_id in sent_ids]
    actions.mention_goals(found, chosen, by=request.viewer)
    return go_to(request, f"{found.get_absolute_url()}#goals", _("Saved."))


@require_POST
def cite(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Give something beside the narrative its number."""
    found = find(request, public_id)
    require(rules.may_write(request.viewer, found, Voice.ADVISOR))
    groups = beside(request.viewer, found, tops(request.viewer))
    source = source_named(groups, request.POST.get("source", ""))
    if source is None:
        raise Http404
    cited = actions.cite(found, source, by=request.viewer)
    context = {"source": replace(source, number=cited.number), "narrative": found}
    told = _("Write [%(num)s] where it belongs.") % {"num": cited.number}
    to = f"{found.get_absolute_url()}#beside"
    return answer(request, "narratives/_source.html", context, to=to, toast=told)


@require_POST
def add_idea(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A change for the next plan."""
    found = find(request, public_id)
    require(rules.may_write(request.viewer, found, Voice.ADVISOR))
    form = IdeaForm(request.POST)
    if not form.is_valid():
        return show(request, found, idea=form)
    actions.add_idea(found, form.cleaned_data["words"], by=request.viewer)
    return go_to(request, f"{found.get_absolute_url()}#ideas", _("Saved."))


@require_POST
def remove_idea(request: ViewerRequest, public_id: str) -> HttpResponse:
    idea: Idea = get_object_or_404(rules.visible_ideas(request.viewer), public_id=public_id)
    actions.remove_idea(idea, by=request.viewer)
    return go_to(request, f"{idea.narrative.get_absolute_url()}#ideas", _("Taken away."))
