"""What is written on the way through a gateway. Forms read and check; actions write."""
