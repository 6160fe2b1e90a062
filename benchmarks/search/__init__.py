"""The whole search, and its parts."""
