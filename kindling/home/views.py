from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kindling.schools.http import ViewerRequest


@require_GET
def today(request: ViewerRequest) -> HttpResponse:
    return render(request, "home/today.html")
