"""What every page tells the browser. MDN's observatory graded this A+ (decision 0770)."""

import pytest

KEPT = {
    "Cache-Control",
    "Content-Security-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "X-Robots-Tag",
}


def test_a_page_about_people(cast, client_of):
    answer = client_of("ana").get("/harbor-view/")

    assert {name: answer[name] for name in KEPT} == {
        "Cache-Control": "private, no-store",
        "Content-Security-Policy": (
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
            "worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
            "frame-ancestors 'none'"
        ),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(self), geolocation=(self), microphone=(self)",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "X-Robots-Tag": "noindex, nofollow",
    }
    assert "Server" not in answer


def test_cookies_are_no_scripts_business(client, db):
    client.get("/sign-in/")
    cookies = client.cookies

    assert {name: (c["httponly"], c["samesite"]) for name, c in cookies.items()} == {
        "csrftoken": (True, "Lax")
    }


def test_a_note_ends_with_its_marks(client_of):
    client = client_of("ana")
    client.post("/you/devices/end-others/")

    note = client.get("/you/").cookies["messages"]

    assert (note["max-age"], note["httponly"], note["samesite"]) == (0, True, "Lax")


KINDS = {
    "/sign-in/": "text/html; charset=utf-8",
    "/nothing/here/": "text/html; charset=utf-8",
    "/harbor-view/api/v1/students/": "application/json",
    "/health/live": "application/json",
    "/static/dist/app.css": 'text/css; charset="utf-8"',
}


@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_answer_keeps_to_its_type(cast, client, path):
    answer = client.get(path)
    answer.close()

    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == (KINDS[path], "nosniff")
    if not path.startswith("/health/"):  # one word, for machines
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


def test_a_sheet_is_kept_by_nobody_on_its_way(cast, client_of):
    answer = client_of("ana").get("/harbor-view/records/csv/")

    assert (answer["Content-Type"], answer["Cache-Control"]) == (
        "text/csv; charset=utf-8",
        "private, no-store",
    )


def test_nobody_elses_page_may_read(cast, client_of):
    answer = client_of("ana").get("/harbor-view/", headers={"Origin": "https://evil.example"})

    assert [name for name in answer.headers if name.lower().startswith("access-control")] == []


def test_a_folder_lists_nothing(client, db):
    assert client.get("/static/").status_code == 404


def test_trace_is_not_answered(client, db):
    assert client.trace("/sign-in/").status_code == 405
