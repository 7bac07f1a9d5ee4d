"""CASE packages of 1EdTech, versions 1.0 and 1.1: read, compared with what we have, written."""
