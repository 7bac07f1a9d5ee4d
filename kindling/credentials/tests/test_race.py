"""The folder and the worker sign the same record at the same moment: it is signed once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from kindling.credentials.actions import award_internship, issue_credential
from kindling.credentials.models import Credential
from kindling.credentials.tests.earning import ended_internship
from kindling.history.models import Event


@pytest.mark.files
@pytest.mark.django_db(transaction=True)
def test_two_who_sign_at_once_sign_once_and_neither_fails(cast):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("a database in memory has one connection")
    made = award_internship(ended_internship(cast), by=cast.as_("ana"))
    Credential.objects.filter(pk=made.pk).update(
        state="waiting", document="", token="", status_list=None, status_index=None, issued_at=None
    )
    Event.objects.filter(verb="credential.issue").delete()
    start = Barrier(2)
    with ThreadPoolExecutor(2) as runners:
        said = list(runners.map(sign, [made.pk] * 2, [start] * 2))

    assert said == ["issued", "issued"]
    assert Event.objects.filter(verb="credential.issue").count() == 1


def sign(pk, start) -> str:
    start.wait()
    try:
        return issue_credential.call(pk)
    finally:
        connection.close()
