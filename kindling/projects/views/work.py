"""The work on a project: steps, drafts, the check half way, hours."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import go_to, require
from kindling.kit.trying import works
from kindling.projects import actions, rules
from kindling.projects.forms.working import CheckForm, DraftForm, ServiceForm, StepForm, WordsForm
from kindling.projects.models import Draft, ProjectStep
from kindling.projects.views.projects import find, find_part, show
from kindling.schools.http import ViewerRequest


@require_POST
def add_step(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One more thing to do."""
    one, by = find(request, public_id), request.viewer
    require(rules.may_work(by, one))
    form = StepForm(request.POST, auto_id="step_%s")
    if works(form, lambda: actions.add_step(one, by=by, **form.cleaned_data)):
        return go_to(request, f"{one.get_absolute_url()}#steps", _("Added."))
    return show(request, one, step_form=form)


@require_POST
def step(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Tick it off, open it again, or take it off the list (do=done|open|remove)."""
    one: ProjectStep = find_part(request, ProjectStep, public_id)
    do, by = request.POST.get("do"), request.viewer
    if do not in ("done", "open", "remove"):
        raise Http404
    if do == "remove":
        actions.remove_step(one, by=by)
    else:
        actions.finish_step(one, is_done=do == "done", by=by)
    return go_to(request, f"{one.project.get_absolute_url()}#steps", _("Kept."))


@require_POST
def add_draft(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A version of the work."""
    one, by = find(request, public_id), request.viewer
    require(rules.may_work(by, one))
    form = DraftForm(request.POST, auto_id="draft_%s")
    made: list[Draft] = []
    if works(form, lambda: made.append(actions.add_draft(one, by=by, **form.cleaned_data))):
        return go_to(request, made[0], _("Kept."))
    return show(request, one, draft_form=form)


def show_draft(request: ViewerRequest, one: Draft, form: WordsForm) -> HttpResponse:
    context = {
        "draft": one, "project": one.project, "form": form,
        "feedback": list(rules.feedback_of(one)),
        "may_write": rules.is_member(request.viewer, one.project) and one.project.is_open,
        "works": rules.may_work(request.viewer, one.project),
    }  # fmt: skip
    return render(request, "projects/draft.html", context, status=422 if form.is_bound else 200)


@require_safe
def draft(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Read it, write on, and read what others say to it."""
    return show_draft(request, find_part(request, Draft, public_id), WordsForm())


@require_POST
def draft_words(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The text of a draft, saved while others write too."""
    one: Draft = find_part(request, Draft, public_id)
    edit = Edit.sent(request, ("text",))
    clash = actions.write_draft(one, edit.text, base=edit.base, by=request.viewer)
    return answer_edit(request, edit, clash, label=one.title, to=one.get_absolute_url())


@require_POST
def feedback(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A word to it."""
    one: Draft = find_part(request, Draft, public_id)
    require(rules.may_work(request.viewer, one.project))
    form = WordsForm(request.POST)
    by = request.viewer
    if works(form, lambda: actions.give_feedback(one, form.cleaned_data["words"], by=by)):
        return go_to(request, one, _("Said."))
    return show_draft(request, one, form)


@require_POST
def show_mentor(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Let the mentor read it."""
    one: Draft = find_part(request, Draft, public_id)
    went = actions.show_mentor(one, by=request.viewer)
    told = _("The link is on its way.") if went else _("They were asked often this month. Call.")
    return go_to(request, one, told)


@require_POST
def check(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Half way."""
    one, by = find(request, public_id), request.viewer
    require(rules.may_work(by, one))
    form = CheckForm(request.POST, auto_id="check_%s")
    if works(form, lambda: actions.note_check(one, by=by, **form.cleaned_data)):
        return go_to(request, one, _("Noted."))
    return show(request, one, check_form=form)


@require_POST
def service(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Time given, by the student who is signed in."""
    one, by = find(request, public_id), request.viewer
    student = rules.own_student(by)
    require(student is not None and rules.is_member(by, one))
    form = ServiceForm(request.POST, auto_id="service_%s")
    if works(form, lambda: actions.note_service(one, student, by=by, **form.facts)):  # type: ignore[arg-type]
        return go_to(request, one, _("Noted."))
    return show(request, one, service_form=form)
