from importlib import import_module

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    name = "kindling.services"

    def ready(self) -> None:
        """A family's letter opens a class or service by a link of its own."""
        import_module("kindling.services.door").hang_door()
