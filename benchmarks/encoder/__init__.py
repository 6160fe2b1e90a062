"""The encoder by itself."""
