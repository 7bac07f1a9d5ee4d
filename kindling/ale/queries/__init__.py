"""Alternative learning as its pages show it."""
