"""Luis shows the kennel to a college."""

from kindling.evidence.actions import keep_evidence
from kindling.portfolio.actions import add_pieces, make_page, share_page, take_along
from kindling.portfolio.tokens import token_of


def add(maker) -> None:
    cast = maker.cast
    by = cast.as_("luis")
    page = make_page(cast.luis, title="Dogs", audience="A college", intro="", by=by)
    piece = keep_evidence(cast.luis, words="Walked nine dogs", by=by)
    add_pieces(page, [piece], by=by)
    share = share_page(page, days=30, by=by)
    maker.ids |= {
        "portfolio/": page.public_id,
        "portfolio/pieces/": page.pieces.get().public_id,
        "portfolio/links/": share.public_id,
        "portfolio/folders/": take_along(cast.luis, by=by).public_id,
        "/shown/": token_of(share.public_id),
        "<int:number>": "1",
    }
