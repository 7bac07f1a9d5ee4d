from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "kindling.network"

    def ready(self) -> None:
        """Show the networks on a person's own page, below which this app stands."""
        from kindling.network import doors  # noqa: F401, PLC0415
