"""One mistake for each of our rules: .ci/security.py looks whether each is found."""

# ruff: noqa
# mypy: ignore-errors

import hashlib
import pickle

import requests
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import mark_safe
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
@login_not_required
def page(request, cursor, Thing):
    Thing.objects.raw("SELECT 1")
    cursor.execute(f"SELECT * FROM thing WHERE name = '{request.GET['name']}'")
    requests.get(request.GET["where"], verify=False)
    pickle.loads(request.body)
    hashlib.md5(request.body)
    if request.GET.get("next"):
        return redirect(request.GET["next"])
    return HttpResponse(f"<p>{mark_safe(request.GET['name'])}</p>")
