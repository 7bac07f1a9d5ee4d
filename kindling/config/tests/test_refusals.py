"""What no address can hold is answered before a database is asked."""

import pytest


@pytest.mark.parametrize(
    "address",
    [
        "/harbor-view/roster/?q=%00",
        "/harbor-view/students/?q=Mar%00a",
        "/harbor-view/sheets/?q=%00",
        "/harbor-view/places/?q=%00",
        "/harbor-view/api/v1/students/a%00b/",
        "/p/a%00b/",
    ],
)
def test_a_nul_in_an_address_is_not_found(cast, client_of, address):
    assert client_of("priya").get(address).status_code == 404


def test_of_the_api_the_answer_is_json(cast, client_of):
    answer = client_of("priya").get("/harbor-view/api/v1/students/%00/")

    assert answer.headers["Content-Type"] == "application/json"


@pytest.mark.parametrize("field", ["nickname", "a\0b"])
def test_a_nul_in_a_form_is_nothing_anybody_typed(cast, client_of, field):
    answer = client_of("maya").post("/harbor-view/places/from/", {field: "a\0b"})

    assert (answer.status_code, "could not read" in answer.text) == (400, True)


def test_a_file_may_hold_any_byte(cast, client_of):
    """Uploads are no form: what they hold is judged by what they are."""
    told = {"content_type": "application/octet-stream"}

    answer = client_of("maya").post("/harbor-view/uploads/nothing/?at=0", b"\0\0", **told)

    assert answer.status_code == 404
