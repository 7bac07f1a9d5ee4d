from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    name = "kindling.portfolio"

    def ready(self) -> None:
        """Sweep old folders by the clock."""
        from kindling.portfolio.actions import taking  # noqa: F401, PLC0415 (models are ready only now)
