"""The list, one student's transcripts, certifying, one certified."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kindling.accounts.views.proof import proves
from kindling.credits.rules import enrolled_students
from kindling.judgements.rules import names_kept_from
from kindling.kit.files import file_answer
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.people.models import Student
from kindling.people.rules import students_on_record
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role
from kindling.transcripts import actions, queries, rules
from kindling.transcripts.content import compose
from kindling.transcripts.forms import CertifyForm, ProfileForm
from kindling.transcripts.models import Kind, SchoolProfile, Transcript
from kindling.transcripts.sheet import told_of

BOTH = ["GET", "HEAD", "POST"]


@require_safe
def transcript_list(request: ViewerRequest) -> HttpResponse:
    """Students with what is certified; one’s own page for a student."""
    viewer = request.viewer
    own = rules.own_student(viewer)
    if own is not None and (viewer.is_a(Role.STUDENT) or not rules.may_open(viewer)):
        return redirect("transcripts:for", own.public_id)
    require(rules.may_open(viewer))
    page = page_of(request, enrolled_students(viewer))
    context = {
        "page": page,
        "rows": queries.list_rows(viewer, list(page)),
        "may_certify": rules.may_certify(viewer),
    }
    return render(request, "transcripts/list.html", context)


@require_safe
def transcripts_for(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One student's: certified, being written, sent."""
    page = queries.student_page(request.viewer, find_student(request, public_id))
    return render(request, "transcripts/student.html", {"page": page})


@proves
@require_http_methods(BOTH)
def certify(request: ViewerRequest, public_id: str, paper_kind: str) -> HttpResponse:
    """Read what it would say, and certify it."""
    viewer, student = request.viewer, find_student(request, public_id)
    require(rules.may_certify(viewer))
    kind = paper_kind
    if kind not in Kind.values:
        raise Http404
    before = rules.visible_transcripts(viewer).filter(student=student, kind=kind).first()
    first = {"language": viewer.school.language}
    form = CertifyForm(sent(request), is_first=before is None, initial=first)
    if form.is_bound and form.is_valid():
        made = actions.certify(student, kind, by=viewer, **form.cleaned_data)
        return go_to(request, made, _("Certified. It never changes from now on."))
    content = compose(
        student, kind, number=1, language=viewer.school.language, by=viewer.person,
        without=names_kept_from(viewer, student),
    )  # fmt: skip
    context = {
        "form": form, "student": student, "before": before, "told": told_of(content),
        "draft": rules.draft_of(student) if kind == Kind.NARRATIVE else None,
        "kind": Kind(kind), "is_offered": kind in rules.kinds_of(viewer.school),
    }  # fmt: skip
    return page_or_422(request, "transcripts/certify.html", context, bound=form.is_bound)


@require_safe
def transcript(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One as it was certified."""
    found = find(request, public_id)
    context = {"transcript": found, "shown": queries.shown_paper(found)}
    return render(request, "transcripts/transcript.html", context)


@require_safe
def paper(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The PDF; 404 while it is being made."""
    return paper_answer(find(request, public_id))


def paper_answer(found: Transcript) -> HttpResponse:
    """The bytes as they were signed."""
    name = f"{found.kind}-transcript-{found.number}.pdf"
    return file_answer(found.paper.file, "application/pdf", name)


@require_http_methods(BOTH)
def profile(request: ViewerRequest) -> HttpResponse:
    """What the school says of itself."""
    viewer = request.viewer
    require(rules.may_certify(viewer))
    kept = rules.profile_of(viewer.school)
    first = {name: getattr(kept, name) for name in SchoolProfile.FIELDS} if kept else {}
    form = ProfileForm(sent(request), initial=first)
    if form.is_bound and form.is_valid():
        actions.change_profile(by=viewer, **form.cleaned_data)
        return go_to(request, "transcripts:transcripts", _("Saved."))
    return page_or_422(request, "transcripts/profile.html", {"form": form}, bound=form.is_bound)


def find(request: ViewerRequest, public_id: str) -> Transcript:
    """404 also for who is to mark blind what stands in it."""
    rows = rules.visible_transcripts(request.viewer)
    found: Transcript = get_object_or_404(rows, public_id=public_id)
    if found.kind == Kind.COMPETENCY and names_kept_from(request.viewer, found.student):
        raise Http404
    return found


def find_student(request: ViewerRequest, public_id: str) -> Student:
    return get_object_or_404(students_on_record(request.viewer), public_id=public_id)
