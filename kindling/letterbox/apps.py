from importlib import import_module

from django.apps import AppConfig


class LetterboxConfig(AppConfig):
    name = "kindling.letterbox"

    def ready(self) -> None:
        """The worker knows what the clock asks for only when it has been read."""
        import_module("kindling.letterbox.actions.purging")
