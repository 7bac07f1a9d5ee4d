"""Whose record it is."""


def add(maker) -> None:
    maker.ids |= {"looks/": maker.cast.luis.public_id}
