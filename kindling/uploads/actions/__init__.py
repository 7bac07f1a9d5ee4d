"""The only writes of files: they come in parts, are kept, used, captioned and deleted."""

from kindling.uploads.actions.carrying import add_part, open_upload, take_sound, take_whole
from kindling.uploads.actions.choosing import set_limit
from kindling.uploads.actions.keeping import drop_upload, finish_upload, use_upload
from kindling.uploads.actions.wording import write_captions

__all__ = [
    "add_part",
    "drop_upload",
    "finish_upload",
    "open_upload",
    "set_limit",
    "take_sound",
    "take_whole",
    "use_upload",
    "write_captions",
]
