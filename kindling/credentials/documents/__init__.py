"""A credential as other programs read it: Open Badges 3.0, CLR 2.0, Bitstring Status List."""
