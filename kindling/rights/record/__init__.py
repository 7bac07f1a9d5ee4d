"""The whole record of one student, class by class, as a person reads it."""

from kindling.rights.record.areas import area_of, area_title
from kindling.rights.record.covering import words_of
from kindling.rights.record.reading import Row, record_of

__all__ = ["Row", "area_of", "area_title", "record_of", "words_of"]
