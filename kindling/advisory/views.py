from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from kindling.advisory import rules
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest


@require_GET
def advisory_list(request: ViewerRequest) -> HttpResponse:
    page = page_of(request, rules.visible_advisories(request.viewer))
    return render(request, "advisory/list.html", {"page": page})


@require_GET
def advisory_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    advisory = get_object_or_404(rules.visible_advisories(request.viewer), public_id=public_id)
    return render(request, "advisory/detail.html", {"advisory": advisory})
