"""A way to text, as the tests of texts have it."""

from kindling.texts.tests.conftest import text

__all__ = ["text"]
