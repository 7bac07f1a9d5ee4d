"""What people fill in about courses. Forms check, actions write."""
