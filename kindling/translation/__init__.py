"""A port to a translator that speaks LibreTranslate's HTTP API. Off until TRANSLATE_URL is set."""

from kindling.translation.asking import Unavailable, is_configured, translate

__all__ = ["Unavailable", "is_configured", "translate"]
