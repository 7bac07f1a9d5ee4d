from kindling.agreements.queries.standing import (
    Cover,
    Standing,
    covers,
    is_covered,
    is_signed,
    standings,
)

__all__ = ["Cover", "Standing", "covers", "is_covered", "is_signed", "standings"]
