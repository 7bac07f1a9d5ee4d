from django.apps import AppConfig


class KeysConfig(AppConfig):
    name = "kindling.keys"

    def ready(self) -> None:
        """A worker sends the letters of this app: it must know how their links are made."""
        from kindling.keys import links  # noqa: F401, PLC0415
