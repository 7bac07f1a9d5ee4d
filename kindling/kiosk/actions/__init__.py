"""Open a tablet, make codes, come and leave."""

from kindling.kiosk.actions.going import come, leave
from kindling.kiosk.actions.making import make_codes, open_kiosk

__all__ = ["come", "leave", "make_codes", "open_kiosk"]
