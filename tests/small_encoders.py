"""Dual encoders of the families that people use, small and with random weights, saved to disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import (
    BertConfig,
    CLIPConfig,
    CLIPImageProcessorPil,
    CLIPModel,
    MetaClip2Config,
    MetaClip2Model,
    PreTrainedModel,
    PreTrainedTokenizerFast,
    Siglip2Config,
    Siglip2ImageProcessorPil,
    Siglip2Model,
    SiglipConfig,
    SiglipImageProcessorPil,
    SiglipModel,
    VisionTextDualEncoderConfig,
    VisionTextDualEncoderModel,
    ViTConfig,
)

COLOURS = ["red", "blue", "black", "white"]
WORDS = [
    *COLOURS,
    *["shoes", "mug", "chair", "coat", "a", "the", "of", "wool", "canvas", "sneaker"],
]
SPECIAL = ["[PAD]", "[UNK]", "[START]", "[END]"]
VOCABULARY = {word: number for number, word in enumerate([*SPECIAL, *WORDS])}
TEXT: dict[str, Any] = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2}
VISION: dict[str, Any] = {**TEXT, "image_size": 32, "patch_size": 8, "num_attention_heads": 2}


def small_clip(folder: Path) -> Path:
    text = {
        **TEXT,
        "num_attention_heads": 2,
        "vocab_size": len(VOCABULARY),
        "max_position_embeddings": 20,
        "eos_token_id": VOCABULARY["[END]"],
        "bos_token_id": VOCABULARY["[START]"],
        "pad_token_id": 0,
    }
    config = CLIPConfig(text_config=text, vision_config=VISION, projection_dim=24)
    processor = CLIPImageProcessorPil(
        size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32}
    )
    return _save(CLIPModel(config), processor, folder, 20)


def small_siglip(folder: Path) -> Path:
    text = {
        **TEXT,
        "num_attention_heads": 2,
        "vocab_size": len(VOCABULARY),
        "max_position_embeddings": 16,
        "projection_size": 32,
        "pad_token_id": 0,
        "bos_token_id": 2,
        "eos_token_id": 3,
    }
    config = SiglipConfig(text_config=text, vision_config=VISION)
    processor = SiglipImageProcessorPil(size={"height": 32, "width": 32})
    return _save(SiglipModel(config), processor, folder, 16)


def small_vision_text(folder: Path) -> Path:
    config = VisionTextDualEncoderConfig.from_vision_text_configs(
        ViTConfig(**VISION),
        BertConfig(**TEXT, num_attention_heads=2, vocab_size=len(VOCABULARY), pad_token_id=0),
        projection_dim=24,
    )
    processor = CLIPImageProcessorPil(
        size={"shortest_edge": 40}, crop_size={"height": 32, "width": 32}
    )
    return _save(VisionTextDualEncoderModel(config), processor, folder, 32)


def small_metaclip2(folder: Path) -> Path:
    text = {
        **TEXT,
        "num_attention_heads": 2,
        "vocab_size": len(VOCABULARY),
        "max_position_embeddings": 20,
        "eos_token_id": VOCABULARY["[END]"],
        "bos_token_id": VOCABULARY["[START]"],
        "pad_token_id": 0,
    }
    config = MetaClip2Config(text_config=text, vision_config=VISION, projection_dim=24)
    processor = CLIPImageProcessorPil(
        size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32}
    )
    return _save(MetaClip2Model(config), processor, folder, 20)


def small_siglip2(folder: Path) -> Path:
    """The kind that looks at patches of any aspect; the kind of one size is a SigLIP."""
    text = {
        **TEXT,
        "num_attention_heads": 2,
        "vocab_size": len(VOCABULARY),
        "max_position_embeddings": 16,
        "projection_size": 32,
        "pad_token_id": 0,
        "bos_token_id": 2,
        "eos_token_id": 3,
    }
    vision = {key: value for key, value in VISION.items() if key != "image_size"}
    config = Siglip2Config(text_config=text, vision_config={**vision, "num_patches": 16})
    processor = Siglip2ImageProcessorPil(patch_size=8, max_num_patches=16)
    return _save(Siglip2Model(config), processor, folder, 16)


FAMILIES: dict[str, Callable[[Path], Path]] = {
    "clip": small_clip,
    "metaclip-2": small_metaclip2,
    "siglip": small_siglip,
    "vision-text-dual-encoder": small_vision_text,
}

# Served by torch: no exporter takes their inputs.
TORCH_FAMILIES: dict[str, Callable[[Path], Path]] = {"siglip-2": small_siglip2}


def _save(model: PreTrainedModel, processor: object, folder: Path, tokens: int) -> Path:
    """Weights large enough that inputs matter: fresh ones make every vector nearly the same."""
    generator = torch.Generator().manual_seed(0)
    for parameter in model.parameters():
        if parameter.dim() > 1:
            scale = parameter.shape[-1] ** -0.5
            parameter.data = torch.randn(parameter.shape, generator=generator) * scale
    model.save_pretrained(folder)
    processor.save_pretrained(folder)  # type: ignore[attr-defined]
    _tokenizer(tokens).save_pretrained(folder)
    return folder


def _tokenizer(tokens: int) -> PreTrainedTokenizerFast:
    words = Tokenizer(models.WordLevel(VOCABULARY, unk_token="[UNK]"))
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    words.post_processor = processors.TemplateProcessing(
        single="[START] $A [END]",
        special_tokens=[(name, VOCABULARY[name]) for name in ("[START]", "[END]")],
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=words,
        pad_token="[PAD]",
        unk_token="[UNK]",
        bos_token="[START]",
        eos_token="[END]",
        model_max_length=tokens,
    )
