"""How much may be asked at once: by one client, and of one process."""
