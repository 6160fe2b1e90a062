"""Contrastive training of a dual encoder from image and text pairs; `recipe.py` is the recipe."""
