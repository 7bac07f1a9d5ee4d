"""What is kept and how long, for everybody; what becomes of one's own work."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, sent
from kindling.privacy import actions, rules
from kindling.privacy.forms.keeping import WishForm
from kindling.privacy.queries.schedule import LEGEND, headings, tables
from kindling.privacy.words import about_backups
from kindling.schools.http import ViewerRequest
from kindling.schools.models import School
from kindling.ui.language import read_as_asked


@require_safe
@login_not_required
def what_we_keep(request: HttpRequest) -> HttpResponse:
    """The schedule in plain words. Open to everybody."""
    read_as_asked(request)
    school: School = request.school  # type: ignore[attr-defined]
    chosen = rules.chosen_months(school)
    context = {"headings": headings(chosen), "legend": LEGEND, "backups": about_backups(chosen)}
    return render(request, "privacy/schedule.html", context)


@require_safe
@login_not_required
def every_field(request: HttpRequest) -> HttpResponse:
    """Field by field, as programs name them. Open to everybody."""
    read_as_asked(request)
    school: School = request.school  # type: ignore[attr-defined]
    return render(request, "privacy/fields.html", {"apps": tables(rules.chosen_months(school))})


@require_http_methods(["GET", "HEAD", "POST"])
def my_work(request: ViewerRequest) -> HttpResponse:
    """A student, or an alum, says what becomes of their work."""
    student = rules.own_record(request.viewer)
    if student is None or not rules.may_wish(request.viewer, student):
        raise Http404
    now = rules.latest_wish(student)
    form = WishForm(sent(request), initial={"wish": now.wish if now else ""})
    if form.is_bound and form.is_valid():
        actions.wish_for_work(student, form.cleaned_data["wish"], by=request.viewer)
        return go_to(request, url("privacy:my_work"), _("Saved. You may change your mind."))
    context = {"form": form, "now": now}
    return page_or_422(request, "privacy/my_work.html", context, bound=form.is_bound)
