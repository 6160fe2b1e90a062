"""What a page shows and says of its shelves."""
