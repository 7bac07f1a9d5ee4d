"""A message and its tries, how a person is reached, and what rests."""

from kindling.notices.models.asks import AskCount
from kindling.notices.models.notice import Channel, Group, Notice, Try
from kindling.notices.models.outage import Outage
from kindling.notices.models.reach import PushDevice, Reach

__all__ = ["AskCount", "Channel", "Group", "Notice", "Outage", "PushDevice", "Reach", "Try"]
