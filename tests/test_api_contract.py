"""The API's description is a file: a change of the contract shows in the diff (`make matrix`)."""

from __future__ import annotations

import json
import os
from pathlib import Path

SNAPSHOT = Path(__file__).parent.parent / "docs" / "openapi.json"


def described(client) -> str:
    answer = client.get("/harbor-view/api/v1/openapi.json")
    assert answer.status_code == 200
    text = json.dumps(answer.json(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    return text.replace("Unprocessable Content", "Unprocessable Entity")  # Python 3.13 and 3.12


def test_the_description_is_the_one_in_docs(client_of):
    text = described(client_of("ana"))
    if os.environ.get("REWRITE"):
        SNAPSHOT.write_text(text)

    assert SNAPSHOT.read_text() == text


def test_each_school_reads_its_own_addresses(client_of):
    ours = client_of("ana").get("/harbor-view/api/v1/openapi.json").json()["paths"]
    theirs = client_of("otto").get("/northgate/api/v1/openapi.json").json()["paths"]

    assert "/harbor-view/api/v1/days/{public_id}/settle/" in ours
    assert list(theirs) == [path.replace("/harbor-view/", "/northgate/") for path in ours]


def test_without_a_token_the_api_answers_in_json(cast, client):
    answer = client.get("/harbor-view/api/v1/students/")

    assert (answer.status_code, answer.headers["Content-Type"]) == (401, "application/json")


def test_an_advisor_reads_the_students_they_see(cast, client_of):
    answer = client_of("ana").get("/harbor-view/api/v1/students/").json()

    assert [row["name"] for row in answer["items"]] == ["Jordan Blake", "Luis Diaz", "Maya Santos"]
    assert answer["count"] == 3


def test_a_student_of_someone_else_is_not_there(cast, client_of):
    answer = client_of("jordan").get(f"/harbor-view/api/v1/students/{cast.maya.public_id}/")

    assert (answer.status_code, answer.json()) == (404, {"detail": "Not there, or not for you."})
