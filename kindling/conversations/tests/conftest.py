"""A way to text, as the tests of texts have it; a mail server, as those of notices."""

from kindling.notices.tests.conftest import gateway, notice, office, open_office
from kindling.texts.tests.conftest import text

__all__ = ["gateway", "notice", "office", "open_office", "text"]
