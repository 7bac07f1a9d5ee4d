"""What families ask of a record: to see it, and to have it put right."""

from kindling.rights.models.amendment import Amendment
from kindling.rights.models.bundle import Bundle
from kindling.rights.models.copy import OwnCopy
from kindling.rights.models.request import RecordsItem, RecordsRequest

__all__ = ["Amendment", "Bundle", "OwnCopy", "RecordsItem", "RecordsRequest"]
