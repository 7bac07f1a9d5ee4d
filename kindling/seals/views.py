"""Who signs for a school: for everybody as a document, for who runs it as a page."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.accounts.views.proof import proves
from kindling.kit.http import go_to, require
from kindling.kit.limits import take
from kindling.schools.http import ViewerRequest
from kindling.seals import actions, rules
from kindling.seals.answering import open_json
from kindling.seals.dids import did_of, document_of
from kindling.seals.models import SealKey
from kindling.seals.rules import school_at

DAY = 86400
MOST_A_DAY = 5  # each stays for ever


@require_safe
@login_not_required
def did_document(request: HttpRequest, school_slug: str) -> JsonResponse:
    """The school's keys, for any machine in the world."""
    school = school_at(school_slug)
    document = document_of(school) if school else None
    if document is None:
        raise Http404
    return open_json(document, "application/did+json")


@require_safe
def keys(request: ViewerRequest) -> HttpResponse:
    """Every key there ever was; the newest of a kind signs."""
    viewer = request.viewer
    require(rules.may_add_key(viewer))
    rows = list(rules.visible_keys(viewer))
    newest = {key.kind: key.pk for key in rows}
    context = {"keys": rows[::-1], "newest": newest, "did": did_of(viewer.school),
               "kinds": SealKey.Kind.choices}  # fmt: skip
    return render(request, "seals/keys.html", context)


@proves
@require_POST
def add(request: ViewerRequest, key_kind: str) -> HttpResponse:
    """A new key signs from now on."""
    require(rules.may_add_key(request.viewer))
    if key_kind not in SealKey.Kind.values:
        raise Http404
    take("seal-add", request.viewer.school.public_id, limit=MOST_A_DAY, seconds=DAY)
    actions.add_key(request.viewer.school, key_kind, by=request.viewer)
    return go_to(request, redirect("seals:keys").url, _("The new key signs from now on."))
