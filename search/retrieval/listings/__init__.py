"""Products without a question, their orders and their pages."""
