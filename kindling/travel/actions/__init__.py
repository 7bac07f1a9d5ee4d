"""All that is done to a school's timetable. Each verb records what happened and who did it."""

from kindling.travel.actions.checking import check_feed, hand_in_feed
from kindling.travel.actions.keeping import discard_feed, remove_feed, use_feed
from kindling.travel.actions.maps import put_map, remove_map
from kindling.travel.actions.starts import set_starts

__all__ = [
    "check_feed",
    "discard_feed",
    "hand_in_feed",
    "put_map",
    "remove_feed",
    "remove_map",
    "set_starts",
    "use_feed",
]
