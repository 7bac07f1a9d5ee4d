"""Have it sent, and what a reader with a link sees."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.disclosures.rules import CERTIFIED, may_consent, statements_of
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.limits import client_address, take
from kindling.people.models import Student
from kindling.people.rules import students_on_record
from kindling.schools.http import ViewerRequest
from kindling.schools.inside import speaking
from kindling.transcripts import actions, queries, rules
from kindling.transcripts.forms import SendForm
from kindling.transcripts.models import Sending, Transcript
from kindling.transcripts.views.pages import paper_answer
from kindling.uploads.answering import stored_answer

MINUTE = 60


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Ask that it goes somewhere; whose record it is agrees in the same breath."""
    viewer = request.viewer
    student: Student = get_object_or_404(students_on_record(viewer), public_id=public_id)
    require(rules.may_send(viewer, student))
    consents = may_consent(viewer, student)
    papers = list(rules.visible_transcripts(viewer).filter(student=student, replaced_by=None))
    form = SendForm(sent(request), papers=papers, consents=consents)
    if form.is_bound and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("to", "why", "days")}
        made = actions.ask_to_send(student, form.chosen, **facts, by=viewer)
        if consents:
            if made.state == Sending.State.ASKED:
                actions.agree_to_send(made, by=viewer)
            return go_to(request, made, _("The link is open. Copy it into your letter."))
        return go_to(request, made, _("Asked. Nothing leaves before somebody says yes."))
    context = {"form": form, "student": student, "papers": papers, "consents": consents}
    return page_or_422(request, "transcripts/send.html", context, bound=form.is_bound)


@require_safe
def sending(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One, with its link for who may copy it."""
    viewer, found = request.viewer, find(request, public_id)
    context = {
        "sending": found,
        "papers": rules.papers_of(found),
        "is_open": found.is_open_on(viewer.school.today()),
        "may_consent": may_consent(viewer, found.student),
        "may_see_link": rules.may_see_link(viewer, found),
    }
    return render(request, "transcripts/sending.html", context)


@require_POST
def answer_sending(request: ViewerRequest, public_id: str, said: str) -> HttpResponse:
    """Yes, no, or stop."""
    found = find(request, public_id)
    steps = {
        "agree": (actions.agree_to_send, _("The link is open.")),
        "decline": (actions.decline_to_send, _("Nothing is sent.")),
        "stop": (actions.stop_sending, _("The link is closed.")),
    }
    if said not in steps:
        raise Http404
    act, toast = steps[said]
    act(found, by=request.viewer)
    return go_to(request, found, toast)


def find(request: ViewerRequest, public_id: str) -> Sending:
    return get_object_or_404(rules.visible_sendings(request.viewer), public_id=public_id)


@login_not_required
@never_cache
@require_safe
def shown(request: HttpRequest, token: str) -> HttpResponse:
    """What was sent, for whoever has the link; once it ended, a kind word."""
    take("transcript", client_address(request), limit=120, seconds=MINUTE)
    found = sent_by(token)
    translation.activate(found.school.language)
    request.school = found.school  # type: ignore[attr-defined]
    with speaking(found.school):
        if not found.is_open_on(found.school.today()):
            return unmarked(request, render(request, "transcripts/ended.html", status=410))
        found.count_opening()
        papers = queries.shown_sending(found)
        said = statements_of(found.student, CERTIFIED)
        context = {"sending": found, "papers": papers, "token": token, "statements": said}
        return unmarked(request, render(request, "transcripts/shown.html", context))


def unmarked(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A reader gets no cookie: nothing on the page is sent back."""
    request.META["CSRF_COOKIE_NEEDS_UPDATE"] = False
    return response


@login_not_required
@never_cache
@require_safe
def shown_paper(request: HttpRequest, token: str, public_id: str) -> HttpResponse:
    """The PDF."""
    return paper_answer(in_link(token, public_id))


@login_not_required
@never_cache
@require_safe
def shown_piece(request: HttpRequest, token: str, public_id: str, number: int) -> HttpResponseBase:
    """The file of one piece, while it is kept and everybody in it says yes."""
    piece = queries.shown_piece(in_link(token, public_id), number)
    if piece is None or piece["file"] is None:
        raise Http404
    file = piece["file"]
    saved = "" if file["kind"] in {"photo", "video", "audio"} else file["called"]
    return stored_answer(request, file["name"], file["size"], file["type"], saved)


def in_link(token: str, public_id: str) -> Transcript:
    """A transcript of an open link; 404 for any other."""
    found = sent_by(token)
    if not found.is_open_on(found.school.today()):
        raise Http404
    papers = [one for one in rules.papers_of(found) if one.public_id == public_id]
    if not papers:
        raise Http404
    return papers[0]


def sent_by(token: str) -> Sending:
    """404 for an address that we did not make."""
    found = rules.sent_by(token)
    if found is None:
        raise Http404
    return found
