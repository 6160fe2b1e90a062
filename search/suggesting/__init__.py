"""What to search for: suggestions while typing, and the examples of the home page."""
