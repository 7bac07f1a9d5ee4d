"""One project: its page, its proposal, and the answers to it."""

from __future__ import annotations

from typing import Any

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.attendance.expected import moment_of
from kindling.goals.queries.tree import chosen_goals, goal_choices
from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.trying import works
from kindling.projects import actions, rules
from kindling.projects.along import parts_for
from kindling.projects.forms import projects as forms
from kindling.projects.forms.working import CheckForm, DeliverForm, DraftForm, ServiceForm, StepForm
from kindling.projects.models import FIELDS, Member, Project, Standard, Suggestion
from kindling.projects.queries.page import candidates, project_page
from kindling.projects.words import WORDS, field_words
from kindling.schools.http import ViewerRequest


def find(request: ViewerRequest, public_id: str) -> Project:
    """The project, as far as the viewer sees it; 404 otherwise."""
    rows = rules.visible_projects(request.viewer).for_list()
    found: Project = get_object_or_404(rows, public_id=public_id)
    return found


@require_safe
def project(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The whole story on one page."""
    return show(request, find(request, public_id))


def show(request: ViewerRequest, one: Project, **bound: Form) -> HttpResponse:
    """The page, with the forms that would work; 422 with one that has to be mended."""
    page = project_page(request.viewer, one)
    given: dict[str, Any] = {"seen": one.stamp}
    today = {"on": page.today}
    empty: dict[str, Any] = {
        "yes_form": forms.YesForm(initial=given, auto_id="yes_%s"),
        "return_form": forms.ReturnForm(initial=given, auto_id="return_%s"),
        "drop_form": forms.DropForm(auto_id="drop_%s"),
        "redo_form": forms.RedoForm(auto_id="redo_%s"),
        "book_form": forms.BookForm(initial=_proposed_time(one), auto_id="book_%s"),
        "meeting_form": forms.MeetingForm(initial=today, auto_id="meeting_%s"),
        "standard_form": forms.StandardForm(auto_id="standard_%s"),
        "step_form": StepForm(auto_id="step_%s"),
        "draft_form": DraftForm(auto_id="draft_%s"),
        "check_form": CheckForm(auto_id="check_%s"),
        "service_form": ServiceForm(initial=today, auto_id="service_%s"),
        "deliver_form": DeliverForm(auto_id="deliver_%s"),
    }
    parts = parts_for(request.viewer, one) if page.works else []
    context = {"page": page, "project": one, "parts": parts, **empty, **bound}
    return render(request, "projects/project.html", context, status=422 if bound else 200)


def _proposed_time(one: Project) -> dict[str, Any]:
    at = one.meet_at.astimezone(one.school.zone) if one.meet_at else None
    return {"on": at.date(), "at": at.time()} if at else {}


@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Write it, line by line; several people at once."""
    one = find(request, public_id)
    require(rules.may_work(request.viewer, one))
    if request.method == "POST":
        edit = Edit.sent(request, FIELDS)
        by = request.viewer
        clash = actions.write_proposal(one, edit.field, edit.text, base=edit.base, by=by)
        label = str(field_words(edit.field).label)
        return answer_edit(request, edit, clash, label=label, to=request.path)
    return show_proposal(request, one, forms.DueForm(initial={"due_on": one.due_on}))


def show_proposal(request: ViewerRequest, one: Project, form: forms.DueForm) -> HttpResponse:
    """The proposal with its fields; 422 with a day that has to be mended."""
    suggestions = list(rules.suggestions_of(one))
    context = {"project": one, "suggestions": suggestions, "due_form": form, "lines": WORDS}
    status = 422 if form.is_bound else 200
    return render(request, "projects/proposal.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def goals(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Which goals it touches."""
    one, by = find(request, public_id), request.viewer
    require(rules.may_work(by, one))
    form = _goals_form(request, one)
    if form.is_bound and form.is_valid():
        chosen = chosen_goals(by, form.cleaned_data["goals"])
        actions.choose_goals(one, chosen, form.chosen_own, by=by)
        return go_to(request, one, _("Kept."))
    context = {"project": one, "form": form}
    return page_or_422(request, "projects/goals.html", context, bound=form.is_bound)


def _goals_form(request: ViewerRequest, one: Project) -> forms.GoalsForm:
    rows = list(rules.goals_of(one))
    first = {
        "goals": [row.goal.public_id for row in rows if row.goal],
        "own": [row.own_goal.public_id for row in rows if row.own_goal],
    }
    own = rules.own_goals_for(request.viewer, one)
    choices = goal_choices(request.viewer)
    return forms.GoalsForm(sent(request), choices=choices, own=own, initial=first)


@require_POST
def due(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The last day."""
    one, by = find(request, public_id), request.viewer
    require(rules.may_work(by, one))
    form = forms.DueForm(request.POST)
    if works(form, lambda: actions.set_due(one, form.cleaned_data["due_on"], by=by)):
        return go_to(request, f"{one.get_absolute_url()}proposal/", _("Kept."))
    return show_proposal(request, one, form)


@require_POST
def standard(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One more line of what good work is."""
    one, by = find(request, public_id), request.viewer
    require(rules.may_write_standard(by, one))
    form = forms.StandardForm(request.POST, auto_id="standard_%s")
    if works(form, lambda: actions.add_standard(one, form.cleaned_data["words"], by=by)):
        return go_to(request, one, _("Kept."))
    return show(request, one, standard_form=form)


def find_part(request: ViewerRequest, model: Any, public_id: str) -> Any:
    """Something that belongs to a project the viewer sees."""
    return get_object_or_404(rules.visible_in(request.viewer, model), public_id=public_id)


@require_POST
def end_standard(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Let a line go."""
    line: Standard = find_part(request, Standard, public_id)
    actions.end_standard(line, by=request.viewer)
    return go_to(request, line.project, _("Taken off."))


@require_POST
def suggestion(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Take the mentor's words up (and write on), or leave one's own."""
    one: Suggestion = find_part(request, Suggestion, public_id)
    take = request.POST.get("do") == "take"
    actions.answer_suggestion(one, take=take, by=request.viewer)
    to = f"{one.project.get_absolute_url()}proposal/"
    return go_to(request, to, _("Taken up. Now make it yours.") if take else _("Left as it was."))


def go_words() -> dict[str, tuple[Any, str]]:
    """What one button does, and what is said afterwards."""
    return {
        "plan": (actions.plan_project, _("Write the proposal now.")),
        "propose": (actions.propose_project, _("Handed in. Advisor and mentor are asked.")),
        "reopen": (actions.reopen_project, _("Open again. A change takes a new yes.")),
        "take_up": (actions.take_up_project, _("Welcome back.")),
        "close": (actions.close_project, _("Closed. Well done.")),
        "ask": (actions.send_link, _("The link is on its way.")),
    }


@require_POST
def go(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Whatever takes no more than one button (do=)."""
    one = find(request, public_id)
    words = go_words()
    if request.POST.get("do") not in words:
        raise Http404
    act, said = words[request.POST["do"]]
    form = Form(request.POST, auto_id="go_%s")
    if works(form, lambda: act(one, by=request.viewer)):
        return go_to(request, one, said)
    return show(request, one, go_form=form)


@require_POST
def approve(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Yes; for=mentor notes what the mentor said on the phone."""
    one, by = find(request, public_id), request.viewer
    require(rules.advises(by, one))
    form = forms.YesForm(request.POST, auto_id="yes_%s")
    noted = request.POST.get("for") == "mentor"
    if works(
        form, lambda: actions.approve_project(one, for_mentor=noted, by=by, **form.cleaned_data)
    ):
        return go_to(request, one, _("Your yes is kept."))
    return show(request, one, yes_form=form)


@require_POST
def send_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Not yet, with a comment."""
    one, by = find(request, public_id), request.viewer
    require(rules.advises(by, one))
    form = forms.ReturnForm(request.POST, auto_id="return_%s")
    if works(form, lambda: actions.return_project(one, by=by, **form.cleaned_data)):
        return go_to(request, one, _("They read what you wrote."))
    return show(request, one, return_form=form)


@require_POST
def drop(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Set it aside."""
    one, by = find(request, public_id), request.viewer
    form = forms.DropForm(request.POST, auto_id="drop_%s")
    if works(form, lambda: actions.drop_project(one, form.cleaned_data["reason"], by=by)):
        return go_to(request, one, _("Set aside. Nothing is lost."))
    return show(request, one, drop_form=form)


@require_POST
def meeting(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What came of the set-up meeting."""
    one, by = find(request, public_id), request.viewer
    require(rules.may_work(by, one))
    form = forms.MeetingForm(request.POST, auto_id="meeting_%s")
    if works(form, lambda: actions.hold_meeting(one, by=by, **form.cleaned_data)):
        return go_to(request, one, _("Noted. Now the proposal."))
    return show(request, one, meeting_form=form)


@require_POST
def book(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Book the set-up meeting."""
    one, by = find(request, public_id), request.viewer
    require(rules.may_work(by, one))
    form = forms.BookForm(request.POST, auto_id="book_%s")

    def act() -> None:
        at = moment_of(form.cleaned_data["on"], form.cleaned_data["at"], by.school.zone)
        actions.book_setup(one, starts_at=at, by=by)

    if works(form, act):
        return go_to(request, one, _("Booked. Everybody gets an invitation."))
    return show(request, one, book_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Put another student in."""
    one, by = find(request, public_id), request.viewer
    require(rules.advises(by, one))
    form = forms.JoinForm(sent(request), students=candidates(by, one))
    if form.is_bound and works(form, lambda: actions.join_project(one, form.chosen, by=by)):
        return go_to(request, one, _("Welcome in."))
    context = {"project": one, "form": form}
    return page_or_422(request, "projects/join.html", context, bound=form.is_bound)


@require_POST
def leave(request: ViewerRequest, public_id: str) -> HttpResponse:
    """End one student's part."""
    part: Member = find_part(request, Member, public_id)
    actions.leave_project(part, by=request.viewer)
    if rules.is_member(request.viewer, part.project) or rules.advises(request.viewer, part.project):
        return go_to(request, part.project, _("Noted."))
    return go_to(request, "projects:projects", _("You left. Your words are kept."))
