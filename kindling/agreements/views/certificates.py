"""Certificates: the list, one of them, and what people do behind a link."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.agreements import actions, rules
from kindling.agreements.forms import AskSiteForm, CertificateForm, FileForm, SendForm
from kindling.agreements.models import Certificate
from kindling.agreements.queries.certificates import certificate_list, tone_of_day
from kindling.kit.files import file_answer
from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.kit.papers import ENDINGS
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.http import ViewerRequest
from kindling.schools.viewer import Viewer


def find(request: ViewerRequest, public_id: str) -> Certificate:
    found = rules.visible_certificates(request.viewer).select_related("brought_by")
    return get_object_or_404(found, public_id=public_id)


@require_safe
def certificate_list_page(request: ViewerRequest) -> HttpResponse:
    """What holds, what ends soon, what has ended."""
    require(rules.may_see_board(request.viewer))
    show = request.GET.get("show", "")
    page = page_of(request, certificate_list(request.viewer, show))
    context = {
        "page": page,
        "show": show,
        "today": request.school.today(),
        "tone": tone_of_day,
        "may_keep": rules.may_keep_certificates(request.viewer),
    }
    return render(request, "agreements/certificates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: ViewerRequest) -> HttpResponse:
    require(rules.may_keep_certificates(request.viewer))
    posted = request.method == "POST"
    data, files = (request.POST, request.FILES) if posted else (None, None)
    form = CertificateForm(data, files, viewer=request.viewer)
    if form.is_bound and form.is_valid():
        return go_to(request, actions.add_certificate(by=request.viewer, **form.said), _("Kept."))
    context = {"form": form}
    return page_or_422(request, "agreements/certificate_form.html", context, bound=form.is_bound)


@require_safe
def certificate_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    return show(request, find(request, public_id))


def show(
    request: ViewerRequest, one: Certificate, form: SendForm | None = None, status: int = 200
) -> HttpResponse:
    may_keep = rules.may_keep_certificates(request.viewer)
    context = {
        "one": one,
        "today": request.school.today(),
        "tone": tone_of_day,
        "form": form or (SendForm(viewer=request.viewer) if may_keep else None),
        "may_keep": may_keep,
    }
    return render(request, "agreements/certificate.html", context, status=status)


@require_safe
def file(request: ViewerRequest, public_id: str) -> HttpResponse:
    return answer_with(find(request, public_id))


def answer_with(one: Certificate) -> HttpResponse:
    return file_answer(one.file, one.type, f"{one.kind}-{one.ends_on}.{ENDINGS[one.type]}")


@require_POST
def send(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Send somebody a link to it."""
    one = find(request, public_id)
    require(rules.may_keep_certificates(request.viewer))
    form = SendForm(request.POST, viewer=request.viewer)
    if not form.is_valid():
        return show(request, one, form, 422)
    actions.send_certificate(one, form.cleaned_data["person"], by=request.viewer)
    return go_to(request, one, _("The link is on its way."))


@require_POST
def withdraw(request: ViewerRequest, public_id: str) -> HttpResponse:
    actions.withdraw_certificate(find(request, public_id), by=request.viewer)
    return go_to(request, "agreements:certificates", _("Taken out."))


@require_http_methods(["GET", "HEAD", "POST"])
def ask_site(request: ViewerRequest) -> HttpResponse:
    """Ask a site for a proof."""
    require(rules.may_keep_certificates(request.viewer))
    form = AskSiteForm(sent(request), viewer=request.viewer)
    if form.is_bound and form.is_valid():
        try:
            person = actions.ask_for_certificate(form.cleaned_data["site"], by=request.viewer)
        except Refused as refused:
            form.add_error("site", str(refused))
        else:
            toast = _("%(name)s was asked for a certificate.") % {"name": person.name}
            return go_to(request, "agreements:certificates", toast)
    context = {"form": form}
    return page_or_422(request, "agreements/ask_site.html", context, bound=form.is_bound)


def see_certificate_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Behind a link: the certificates it names; ?file= gives one."""
    found = list(rules.visible_certificates(viewer).order_by("pk"))
    if not found or request.method == "POST":
        raise Http404
    key = request.GET.get("file", "")
    one = next((each for each in found if each.public_id == key), None)
    if one is not None:
        return answer_with(one)
    context = {"rows": found, "today": held.school.today(), "tone": tone_of_day}
    return render(request, "agreements/certificate_link.html", context)


def bring_certificate_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Behind a link: a mentor hands in what the school asked for."""
    site = rules.site_asked_of(viewer)
    if site is None:
        raise Http404
    posted = request.method == "POST"
    form = FileForm(request.POST, request.FILES) if posted else FileForm()
    if form.is_bound and form.is_valid():
        try:
            actions.bring_certificate(site, by=viewer, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect(f"{request.door}?done")
    context = {"form": form, "site": site, "is_done": "done" in request.GET}
    return page_or_422(request, "agreements/bring.html", context, bound=form.is_bound)
