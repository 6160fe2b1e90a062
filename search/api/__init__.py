"""The JSON API: each endpoint reads a question, has it answered below, and writes the answer."""
