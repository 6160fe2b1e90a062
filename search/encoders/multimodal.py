"""One model that reads texts and looks at pictures, in eager torch: Qwen3-VL-Embedding and
EmbeddingGemma 2.

A picture is a text of image tokens, as many as the model's own processor makes of it. The template
of a message, the prompt, how states are pooled and how far a vector is shortened are read
from the model's own files, in the formats of `transformers` and `sentence-transformers`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from transformers import AutoImageProcessor, AutoTokenizer

from .contract import EncoderError
from .identity import settings_of
from .images import flatten
from .texts import tidy
from .torch_encoder import TEXTS_AT_ONCE, text_length, weights
from .unreadable import share_of, unknown_token
from .vectors import unit_rows

NOTE = "it is one model for texts and pictures"
CONTENT = "\N{OBJECT REPLACEMENT CHARACTER}"  # where a template has what is said
PROMPTS = ("document", "passage")  # of a model that names several: what is compared with all else
POOLINGS = ("lasttoken", "mean", "cls")
Inputs = dict[str, torch.Tensor]


def gemma_picture(found: Mapping[str, Any], _config: Any) -> int:
    return int(found["num_soft_tokens_per_image"][0])


def qwen_picture(found: Mapping[str, Any], config: Any) -> int:
    """A token for each square of `spatial_merge_size` patches a side."""
    merged = int(config.vision_config.spatial_merge_size) ** 2
    return int(found["image_grid_thw"][0].prod()) // merged


# By kind of model: the tokens around a picture, how many it is, and how states are pooled.
Kind = tuple[str, str, Callable[[Mapping[str, Any], Any], int], str]
KINDS: dict[str, Kind] = {
    "qwen3_vl": ("vision_start_token_id", "vision_end_token_id", qwen_picture, "lasttoken"),
    "embedding_gemma2": ("boi_token_id", "eoi_token_id", gemma_picture, "mean"),
}


def is_multimodal(folder: Path) -> bool:
    return settings_of(folder, "config.json").get("model_type") in KINDS


class MultimodalEncoder:
    """The encoder contract on top of the last states of one model."""

    serving = "torch"

    def __init__(self, folder: Path, name: str, note: str = NOTE) -> None:
        self.name, self.serving_note = name, note
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.model: Any = weights(folder, name).to(self.device)
        self.config: Any = self.model.config
        self.tokenizer: Any = AutoTokenizer.from_pretrained(folder)
        self.tokenizer.padding_side = "right"
        self.processor: Any = AutoImageProcessor.from_pretrained(folder, backend="pil")
        self.begin, self.end, self.picture_tokens, usual = KINDS[self.config.model_type]
        self.pooling = pooling_of(folder, usual)
        self.template = self._template(prompt_of(folder))
        self.max_tokens = text_length(self.model, self.tokenizer)
        self.image_size = looked_at(self.processor)
        self.dimensions = self._dimensions(folder)

    def _dimensions(self, folder: Path) -> int:
        """As many as the model's own files shorten to; its first ones mean most."""
        self.dimensions = 0
        whole = int(self.states(self.tokens(["a"])).shape[1])
        shortened = settings_of(folder, "config_sentence_transformers.json").get("truncate_dim")
        return min(whole, int(shortened)) if shortened else whole

    def _template(self, prompt: str) -> str:
        """What the model reads around what is said, which stands at CONTENT."""
        if not self.tokenizer.chat_template:
            return prompt + CONTENT
        parts = [("system", prompt)] if prompt else []
        messages = [
            {"role": role, "content": [{"type": "text", "text": text}]}
            for role, text in (*parts, ("user", CONTENT))
        ]
        return str(
            self.tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
        )

    def read(self, said: Sequence[str]) -> Inputs:
        texts = [self.template.replace(CONTENT, each) for each in said]
        found = self.tokenizer(texts, padding=True, return_tensors="pt")
        names = ("input_ids", "attention_mask")
        return {name: found[name].to(self.device) for name in names}

    def tokens(self, texts: Sequence[str]) -> Inputs:
        """Texts are cut before they are put into the template, so that its end is never lost."""
        cut = self.tokenizer(
            [tidy(text, self.max_tokens) for text in texts],
            add_special_tokens=False,
            truncation=True,
            max_length=self.max_tokens,
        )["input_ids"]
        return self.read(self.tokenizer.batch_decode(cut))

    def pixels(self, image: Image.Image) -> Inputs:
        """A picture's patches, and the text of image tokens that stands for it."""
        found = self.processor([flatten(image)], return_tensors="pt")
        count = self.picture_tokens(found, self.config)
        ids = [getattr(self.config, self.begin), self.config.image_token_id]
        begin, token = self.tokenizer.convert_ids_to_tokens(ids)
        end = self.tokenizer.convert_ids_to_tokens(getattr(self.config, self.end))
        read = self.read([f"{begin}{token * count}{end}"])
        seen = read["input_ids"] == self.config.image_token_id
        if self.config.model_type == "qwen3_vl":
            read["mm_token_type_ids"] = seen.int()
        names = ("pixel_values", "image_grid_thw", "image_position_ids")
        return {**read, **{name: found[name].to(self.device) for name in names if name in found}}

    @torch.inference_mode()
    def states(self, inputs: Inputs) -> np.ndarray:
        """(n, width) one state for each text."""
        states = self.model(**inputs).last_hidden_state
        mask = inputs["attention_mask"]
        if self.pooling == "mean":
            share = mask / mask.sum(dim=1, keepdim=True)
            pooled = (states * share[..., None].to(states.dtype)).sum(dim=1)
        else:
            places = mask.sum(dim=1) - 1 if self.pooling == "lasttoken" else mask.sum(dim=1) * 0
            pooled = states[torch.arange(len(states)), places]
        rows: np.ndarray = pooled.float().cpu().numpy()
        return rows[:, : self.dimensions] if self.dimensions else rows

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        starts = range(0, len(texts), TEXTS_AT_ONCE)
        rows = [self.states(self.tokens(texts[start : start + TEXTS_AT_ONCE])) for start in starts]
        return unit_rows(rows, self.dimensions, self.name)

    def encode_images(self, images: Sequence[Image.Image]) -> np.ndarray:
        """One by one, for each has a number of patches of its own."""
        rows = [self.states(self.pixels(image)) for image in images]
        return unit_rows(rows, self.dimensions, self.name)

    def unknown_share(self, texts: Sequence[str]) -> np.ndarray:
        """(n,) float32: of each text's tokens, those that are unknown."""
        backend = self.tokenizer.backend_tokenizer
        backend.no_padding()
        tokens = backend.encode_batch([tidy(text, self.max_tokens) for text in texts])
        return share_of(tokens, unknown_token(backend))


def looked_at(processor: Any) -> int:
    """The side in pixels of a square that has as many patches as the processor makes at most."""
    if getattr(processor, "max_soft_tokens", None):
        patch = processor.patch_size * processor.pooling_kernel_size
        return int(processor.max_soft_tokens**0.5 * patch)
    return int(max(dict(processor.size).values()) ** 0.5)


def prompt_of(folder: Path) -> str:
    """The one prompt for queries and products alike; "" where the model names none."""
    found = settings_of(folder, "config_sentence_transformers.json")
    prompts = found.get("prompts") or {}
    names = (found.get("default_prompt_name"), *PROMPTS)
    return next((str(prompts[name]) for name in names if prompts.get(name)), "")


def pooling_of(folder: Path, usual: str) -> str:
    """Raises EncoderError for a way of pooling that is not known here."""
    said = settings_of(folder, "1_Pooling/config.json")
    named = {name for name in POOLINGS if said.get(f"pooling_mode_{name}")}
    named |= {name for name in POOLINGS if said.get(f"pooling_mode_{name}_tokens")}
    named |= {name for name in POOLINGS if said.get(f"pooling_mode_{name}_token")}
    if said and (len(named) != 1):
        raise EncoderError(
            "1_Pooling/config.json asks for a way of pooling that Vitrine does not know;"
            " it knows the last token, the first and the mean of all."
        )
    return named.pop() if named else usual
