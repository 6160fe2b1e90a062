"""What must not be."""
