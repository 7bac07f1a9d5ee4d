"""A student's credentials: what could become one, what is signed, and the files of it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.accounts.views.proof import proves
from kindling.credentials import actions, rules
from kindling.credentials.forms import FORMATS, AwardForm, RevokeForm
from kindling.credentials.models import Credential
from kindling.credentials.queries.credentials import ICONS, TONES, of_student, says, would_say
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.people.models import Student
from kindling.people.rules import students_on_record
from kindling.placements.rules import visible_placements
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role
from kindling.seals.rules import may_add_key

BOTH = ["GET", "HEAD", "POST"]
AWARDS: dict[str, Callable[..., Credential]] = {
    "internship": actions.award_internship,
    "competency": actions.award_competency,
    "graduation": actions.award_graduation,
}


@require_safe
def credentials(request: ViewerRequest) -> HttpResponse:
    """A student's own page; for staff the newest of whom they guide."""
    viewer = request.viewer
    own = rules.own_student(viewer)
    if own is not None:
        return redirect("credentials:for", own.public_id)
    require((viewer.is_leader or viewer.is_a(Role.ADVISOR)) and not viewer.purpose)
    rows = rules.visible_credentials(viewer).defer("document", "token")
    context = {"page": page_of(request, rows), "tones": TONES, "icons": ICONS,
               "may_add_key": may_add_key(viewer)}  # fmt: skip
    return render(request, "credentials/credentials.html", context)


@require_safe
def credentials_for(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What one student has, and for whom awards: what could become one."""
    shown = of_student(request.viewer, find_student(request, public_id))
    context = {"shown": shown, "tones": TONES, "icons": ICONS}
    return render(request, "credentials/student.html", context)


@require_http_methods(BOTH)
def award(request: ViewerRequest, public_id: str, award_kind: str, thing: str) -> HttpResponse:
    """What it will say, and one button."""
    student, viewer = find_student(request, public_id), request.viewer
    require(rules.may_award(viewer, student, award_kind))
    found = would_say(viewer, student, award_kind, thing)
    if found is None:
        raise Http404
    about, facts = found
    form = AwardForm(sent(request), viewer=viewer)
    if form.is_bound and form.is_valid():
        dated = form.cleaned_data if award_kind == "competency" else {}
        made = AWARDS[award_kind](about, by=viewer, **dated)
        return go_to(request, made, _("Awarded. It is being signed."))
    context = {"form": form, "student": student, "facts": facts, "kind": award_kind}
    return page_or_422(request, "credentials/award.html", context, bound=form.is_bound)


@require_safe
def credential(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    return render(request, "credentials/credential.html", _shown(request, found, RevokeForm()))


@proves
@require_POST
def revoke(request: ViewerRequest, public_id: str) -> HttpResponse:
    found, form = find(request, public_id), RevokeForm(request.POST)
    require(rules.may_revoke(request.viewer, found))
    if not form.is_valid():
        context = _shown(request, found, form)
        return page_or_422(request, "credentials/credential.html", context, bound=True)
    actions.revoke_credential(found, form.cleaned_data["reason"], by=request.viewer)
    return go_to(request, found, _("Revoked. Everybody who asks is told."))


@require_POST
def share(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.share_credential(found, by=request.viewer)
    return go_to(request, found, _("Whoever has the address can look at it now."))


@require_POST
def stop(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.stop_sharing(found, by=request.viewer)
    return go_to(request, found, _("The address is closed."))


@require_POST
def ask(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Ask the mentor of an internship for words."""
    rows = visible_placements(request.viewer).select_related("student__person", "mentor", "site")
    placement = get_object_or_404(rows, public_id=public_id)
    actions.ask_endorsement(placement, by=request.viewer)
    there = redirect("credentials:for", placement.student.public_id)
    return go_to(request, there.url, _("A letter is on its way."))


@require_safe
def download(request: ViewerRequest, public_id: str, file_kind: str) -> HttpResponse:
    """The signed file, or a picture that carries it."""
    found = find(request, public_id)
    if file_kind not in FORMATS or not found.document:
        raise Http404
    from kindling.credentials.files import file_of  # noqa: PLC0415 (pictures are large)

    response = HttpResponse(file_of(found, file_kind), content_type=FORMATS[file_kind])
    called = slugify(found.title)[:60] or found.kind
    response["Content-Disposition"] = f'attachment; filename="{called}.{file_kind}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def find_student(request: ViewerRequest, public_id: str) -> Student:
    rows = students_on_record(request.viewer)
    return get_object_or_404(rows.select_related("school"), public_id=public_id)


def find(request: ViewerRequest, public_id: str) -> Credential:
    rows = rules.visible_credentials(request.viewer).select_related("revoked_by", "status_list")
    return get_object_or_404(rows, public_id=public_id)


def _shown(request: ViewerRequest, found: Credential, form: RevokeForm) -> dict[str, object]:
    viewer = request.viewer
    return {
        "it": found, "form": form, "said": says(found), "tones": TONES, "icons": ICONS,
        "formats": FORMATS,
        "may_revoke": found.state == Credential.State.ISSUED and rules.may_revoke(viewer, found),
        "may_share": rules.may_share(viewer, found),
    }  # fmt: skip
