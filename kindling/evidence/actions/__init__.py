"""The only writes of evidence."""

from kindling.evidence.actions.asking import agree_to_picture, ask_people, refuse_picture
from kindling.evidence.actions.keeping import keep_evidence, keep_words
from kindling.evidence.actions.living import (
    change_evidence,
    choose_for_families,
    mark_seen,
    remove_evidence,
    share_evidence,
)
from kindling.evidence.actions.tagging import put_in_series, put_tags, take_tag

__all__ = [
    "agree_to_picture",
    "ask_people",
    "change_evidence",
    "choose_for_families",
    "keep_evidence",
    "keep_words",
    "mark_seen",
    "put_in_series",
    "put_tags",
    "refuse_picture",
    "remove_evidence",
    "share_evidence",
    "take_tag",
]
