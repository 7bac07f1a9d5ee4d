class WrongSound(Exception):
    """The bytes are not what they seemed to be."""
