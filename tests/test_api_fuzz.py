"""Whatever is thrown at the API: no 5xx, and every answer is one it says it may give."""

from __future__ import annotations

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from kindling.config.wsgi import application
from kindling.keys.actions.tokens import make_token
from tests.matrix_subjects import a_placement

PATH = "/harbor-view/api/v1/openapi.json"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture
def _one_connection():
    """A request of its own would close the test's transaction, as Django's test client knows."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def api(cast, _one_connection):
    """The description as the running application gives it, and Chen's key."""
    a_placement(cast)
    _token, secret = make_token(
        cast.user("chen"), name="fuzz", scope="write", days=1, by=cast.as_("chen")
    )
    headers = {"Authorization": f"Bearer {secret}", "Accept-Encoding": "identity"}
    schema = schemathesis.openapi.from_wsgi(PATH, application, headers=headers)
    return schema, headers


def operations() -> list[str]:
    from kindling.config.api import api as ninja  # noqa: PLC0415 (apps must be ready)

    paths = ninja.get_openapi_schema(path_prefix="")["paths"]
    return sorted(f"{verb.upper()} {path}" for path, verbs in paths.items() for verb in verbs)


@pytest.mark.parametrize("operation", operations())
def test_no_answer_breaks_the_contract(api, operation):
    schema, headers = api
    verb, path = operation.split(" ", 1)
    wanted = schema[f"/harbor-view/api/v1{path}"][verb]

    @settings(
        max_examples=6,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=wanted.as_strategy())
    def throw(case):
        answer = case.call_and_validate(headers=headers, checks=CHECKS)
        assert answer.status_code != 401  # else nothing behind the door was tried

    throw()
