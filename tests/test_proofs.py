"""What opens or ends much asks again who it is: here is the list of it."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import URLResolver
from django.utils import timezone

from kindling.config import school_urls, urls
from tests.cast import PASSWORD

# Address → what is asked for first: a change (POST), or reading too.
ASKED = {
    "/contacts/limit/<slug:public_id>/": "POST",
    "/contacts/limits/<slug:public_id>/lift/": "POST",
    "/contacts/<slug:student_id>/age/": "POST",
    "/sheets/<slug:public_id>/": "POST",
    "/tokens/": "POST",
    "/second-step/": "POST",
    "/second-step/<slug:public_id>/forget/": "POST",
    "/settings/hats/<slug:public_id>/": "POST",
    "/settings/hats/<slug:public_id>/end/": "POST",
    "/seals/add/<slug:key_kind>/": "POST",
    "/transcripts/for/<slug:public_id>/certify/<slug:paper_kind>/": "POST",
    "/credentials/<slug:public_id>/revoke/": "POST",
    "/narratives/rounds/<slug:public_id>/release/": "POST",
    "/narratives/rounds/<slug:public_id>/plan/": "POST",
    "/records/csv/": "GET",
    "/rights/requests/<slug:public_id>/provide/": "POST",
    "/rights/requests/<slug:public_id>/take/": "GET",
    "/rights/copy/<slug:public_id>/": "GET",
    "/ale/audit/": "GET",
    "/privacy/runs/<slug:run_id>/carry-out/": "POST",
    "/privacy/lost/<slug:breach_id>/stop/": "POST",
    "/network/<slug:slug>/people/": "POST",
    "/network/<slug:slug>/people/<slug:public_id>/end/": "POST",
    "/you/password/set/": "POST",
    "/you/second-step/app/": "GET",
    "/you/second-step/app/remove/": "GET",
    "/you/second-step/passkey/": "GET",
    "/you/second-step/passkey/<int:pk>/": "GET",
    "/you/second-step/codes/": "GET",
    "/you/second-step/codes/new/": "GET",
}


def views(patterns, prefix=""):
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from views(pattern.url_patterns, path)
        else:
            yield path, pattern.callback


def test_the_list_names_every_address_that_asks():
    every = {**dict(views(urls.urlpatterns, "/")), **dict(views(school_urls.urlpatterns, "/"))}

    found = {path: view.proves[0] for path, view in every.items() if hasattr(view, "proves")}

    assert found == ASKED


def later():
    return time_machine.travel(timezone.now() + timedelta(minutes=11), tick=True)


@pytest.mark.parametrize("path", ["records/csv/", "ale/audit/"])
def test_a_whole_file_is_asked_for_first(client_of, path):
    client = client_of("priya")
    with later():
        answer = client.get(f"/harbor-view/{path}?first=2026-10-01")

    assert answer.url == f"/you/confirm/?next=/harbor-view/{path}%3Ffirst%3D2026-10-01"


def test_a_hat_is_given_with_the_proof_that_came_along(cast, client_of):
    path = f"/harbor-view/settings/hats/{cast.liam.public_id}/"
    client = client_of("dana")
    sent = {"role": "staff", "since_on": "2026-10-13"}
    with later():
        assert client.post(path, sent).status_code == 403
        assert not cast.liam.memberships.filter(role="staff").exists()

        answer = client.post(path, sent | {"proof-password": PASSWORD})

    assert (answer.status_code, answer.url) == (302, "/harbor-view/settings/hats/")
    assert cast.liam.memberships.filter(role="staff").exists()
