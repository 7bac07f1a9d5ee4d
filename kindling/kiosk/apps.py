from django.apps import AppConfig


class KioskConfig(AppConfig):
    name = "kindling.kiosk"
