"""Behind TLS: what a browser is told of cookies, and that it stays there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ASKS = """
import django, json
django.setup()
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from django.contrib.messages.storage.base import Message
from kindling.config.notes import NoteStorage
from kindling.passes.devices import remember
answer = remember(HttpResponse(), "x")
notes = NoteStorage(RequestFactory().get("/"))
notes.add(20, "Saved.")
notes.update(answer)
cookies = {name: bool(one["secure"]) for name, one in answer.cookies.items()}
cookies[settings.SESSION_COOKIE_NAME] = settings.SESSION_COOKIE_SECURE
cookies[settings.CSRF_COOKIE_NAME] = settings.CSRF_COOKIE_SECURE
told = {"cookies": cookies, "language": settings.LANGUAGE_COOKIE_NAME}
told["hsts"] = [settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS]
told["onward"] = settings.SECURE_SSL_REDIRECT
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    own = {"HTTPS": "1", "KINDLING_DATA": str(tmp_path_factory.mktemp("data"))}
    own["DJANGO_SETTINGS_MODULE"] = "kindling.config.settings"
    command = [sys.executable, "-c", ASKS]
    ran = subprocess.run(command, cwd=ROOT, env=os.environ | own, stdout=-1, check=True)  # noqa: S603
    return json.loads(ran.stdout)


def test_behind_tls_every_cookie_is_secure_and_says_so_in_its_name(told):
    names = ["__Secure-device", "__Host-messages", "__Host-sessionid", "__Host-csrftoken"]

    assert told["cookies"] == dict.fromkeys(names, True)
    assert told["language"] == "__Host-language"


def test_behind_tls_browsers_are_told_to_stay_there(told):
    assert (told["hsts"], told["onward"]) == ([31_536_000, True], True)
