"""What `make attack` is made of: a school to attack, its addresses, and the tools."""
