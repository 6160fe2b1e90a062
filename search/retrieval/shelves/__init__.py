"""From scored candidates to the three shelves of a result, frozen."""
