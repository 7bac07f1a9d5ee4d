"""A transcript of Luis, certified, and one sending that waits and its link."""

from kindling.schools.inside import inside
from kindling.transcripts.actions import ask_to_send
from kindling.transcripts.tests.certifying import certified, printed, sent


def add(maker) -> None:
    """Priya certified it; Luis asks that it goes to a college; another went there already."""
    cast = maker.cast
    made = printed(certified(cast))
    with inside(cast.school):
        asked = ask_to_send(
            cast.luis, [made], to="Bates", why="Admission", days=30, by=cast.as_("luis")
        )
        done = sent(cast, made)
    maker.ids |= {
        "transcripts/": made.public_id,
        "transcripts/for/": cast.luis.public_id,
        "transcripts/sendings/": asked.public_id,
        "<slug:paper_kind>": "narrative",
        "<slug:move_name>": "reopen",
        "<slug:said>": "agree",
        "/transcript/": done.token,
        "/transcript/<str:token>/<slug:public_id>/paper/": made.public_id,
        "/transcript/<str:token>/<slug:public_id>/<int:number>/": made.public_id,
    }
