"""Behind TLS a program that asks without it is told so, and never led on with its key."""

import pytest


@pytest.mark.parametrize("path", ["/harbor-view/api/v1/students/", "/texts/", "/letterbox/"])
def test_a_program_without_tls_is_refused(cast, client, settings, path):
    settings.HTTPS = True

    answer = client.get(path, headers={"Authorization": "Bearer kdl_something"})

    assert (answer.status_code, answer.json()["detail"][:12]) == (403, "Ask by https")


def test_with_tls_or_where_there_is_none_it_is_answered(cast, client, settings):
    path = "/harbor-view/api/v1/students/"
    without = client.get(path).status_code
    settings.HTTPS = True

    assert (without, client.get(path, secure=True).status_code) == (401, 401)


def test_a_page_is_led_on(cast, client, settings):
    settings.HTTPS = True

    assert client.get("/sign-in/").status_code != 403
