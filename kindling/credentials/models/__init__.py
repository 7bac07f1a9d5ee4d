"""What a student earned, signed, so that anybody can prove it without the school."""

from kindling.credentials.models.credential import Credential
from kindling.credentials.models.endorsement import Endorsement
from kindling.credentials.models.parcel import Parcel
from kindling.credentials.models.status import StatusList

__all__ = ["Credential", "Endorsement", "Parcel", "StatusList"]
