from django.apps import AppConfig


class GatewaysConfig(AppConfig):
    name = "kindling.gateways"

    def ready(self) -> None:
        """Say which files rest on something that was shown."""
        from kindling.evidence import rests  # noqa: PLC0415 (models are ready only now)
        from kindling.gateways.rules import rests_on  # noqa: PLC0415

        rests.register(rests_on)
