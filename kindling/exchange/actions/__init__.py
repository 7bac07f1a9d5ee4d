"""Take a file in, show what it would change, do it, take it back."""

from kindling.exchange.actions.applying import (
    apply_at_once,
    apply_import,
    carry_out_import,
    do_import,
)
from kindling.exchange.actions.undoing import undo_import
from kindling.exchange.actions.uploading import (
    discard_import,
    preview_import,
    upload_import,
)

__all__ = [
    "apply_at_once",
    "apply_import",
    "carry_out_import",
    "discard_import",
    "do_import",
    "preview_import",
    "undo_import",
    "upload_import",
]
