"""Dual encoders of the families that people use, small and with random weights, saved to disk."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import (
    AltCLIPConfig,
    AltCLIPModel,
    BertConfig,
    ChineseCLIPConfig,
    ChineseCLIPModel,
    CLIPConfig,
    CLIPImageProcessorPil,
    CLIPModel,
    EmbeddingGemma2Config,
    EmbeddingGemma2Model,
    Gemma4ImageProcessorPil,
    MetaClip2Config,
    MetaClip2Model,
    PreTrainedModel,
    PreTrainedTokenizerFast,
    Qwen2VLImageProcessorPil,
    Qwen3VLConfig,
    Qwen3VLModel,
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
# As Qwen's: what is said, after the prompt where there is one.
CHAT = (
    "{% for message in messages %}[START] {{ message.role }} {{ message.content[0].text }} [END] "
    "{% endfor %}{% if add_generation_prompt %}[START]{% endif %}"
)
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


def small_chinese_clip(folder: Path) -> Path:
    text = {**TEXT, "num_attention_heads": 2, "vocab_size": len(VOCABULARY), "pad_token_id": 0}
    config = ChineseCLIPConfig(
        text_config={**text, "max_position_embeddings": 32},
        vision_config=VISION,
        projection_dim=24,
    )
    return _save(ChineseCLIPModel(config), _square(), folder, 20)


def small_alt_clip(folder: Path) -> Path:
    text = {**TEXT, "num_attention_heads": 2, "vocab_size": len(VOCABULARY), "pad_token_id": 1}
    config = AltCLIPConfig(
        text_config={**text, "max_position_embeddings": 34, "project_dim": 32},
        vision_config=VISION,
        projection_dim=24,
    )
    return _save(AltCLIPModel(config), _square(), folder, 20)


def _square() -> CLIPImageProcessorPil:
    return CLIPImageProcessorPil(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32})


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
    "alt-clip": small_alt_clip,
    "chinese-clip": small_chinese_clip,
    "clip": small_clip,
    "metaclip-2": small_metaclip2,
    "siglip": small_siglip,
    "vision-text-dual-encoder": small_vision_text,
}

# Served by torch: no exporter takes their inputs.
TORCH_FAMILIES: dict[str, Callable[[Path], Path]] = {"siglip-2": small_siglip2}


def small_qwen3_vl(folder: Path) -> Path:
    """One model for texts and pictures; its vectors are read from the last token."""
    ids = saved_tokenizer(folder, ["<|vision_start|>", "<|image_pad|>", "<|vision_end|>"])
    text = {
        **TEXT,
        "num_attention_heads": 2,
        "num_key_value_heads": 2,
        "head_dim": 16,
        "vocab_size": len(VOCABULARY) + len(ids),
        "rope_parameters": {"rope_type": "default", "mrope_section": [4, 2, 2], "rope_theta": 1e4},
    }
    vision = {
        "depth": 2,
        "hidden_size": 32,
        "intermediate_size": 64,
        "num_heads": 2,
        "out_hidden_size": 32,
        "num_position_embeddings": 16,
        "deepstack_visual_indexes": [0],
    }
    begin, image, end = ids
    config = Qwen3VLConfig(
        text_config=text,
        vision_config=vision,
        vision_start_token_id=begin,
        image_token_id=image,
        vision_end_token_id=end,
    )
    processor = Qwen2VLImageProcessorPil(
        patch_size=16, size={"shortest_edge": 32 * 32, "longest_edge": 96 * 96}
    )
    (folder / "chat_template.jinja").write_text(CHAT)
    _sentence_transformers(folder, prompts={"document": "the"}, truncate_dim=16)
    return _save(Qwen3VLModel(config), processor, folder)


def small_embedding_gemma2(folder: Path) -> Path:
    """One model for texts and pictures; its vectors are the mean over the tokens."""
    ids = saved_tokenizer(folder, ["<boi>", "<image>", "<eoi>"])
    text = {
        **TEXT,
        "num_attention_heads": 2,
        "num_key_value_heads": 1,
        "head_dim": 16,
        "hidden_size_per_layer_input": 8,
        "embedding_dim": 24,
        "vocab_size": len(VOCABULARY) + len(ids),
        "eos_token_id": 3,
    }
    vision = {
        **TEXT,
        "model_type": "gemma4_vision",
        "num_attention_heads": 2,
        "num_key_value_heads": 2,
        "head_dim": 16,
        "patch_size": 8,
        "pooling_kernel_size": 2,
        "position_embedding_size": 64,
    }
    begin, image, end = ids
    config = EmbeddingGemma2Config(
        text_config=text,
        vision_config=vision,
        audio_config=None,
        boi_token_id=begin,
        image_token_id=image,
        eoi_token_id=end,
    )
    processor = Gemma4ImageProcessorPil(patch_size=8, pooling_kernel_size=2, max_soft_tokens=70)
    pooling = folder / "1_Pooling"
    pooling.mkdir()
    (pooling / "config.json").write_text('{"pooling_mode_mean_tokens": true}')
    _sentence_transformers(folder, prompts={"document": "the of: "})
    return _save(EmbeddingGemma2Model(config), processor, folder)


# Served by torch as well: what reads texts looks at pictures.
MULTIMODAL_FAMILIES: dict[str, Callable[[Path], Path]] = {
    "qwen3-vl": small_qwen3_vl,
    "embedding-gemma-2": small_embedding_gemma2,
}


def saved_tokenizer(folder: Path, more: list[str]) -> list[int]:
    """A tokenizer with these special tokens in the folder; returns their ids."""
    folder.mkdir(parents=True)
    tokenizer = _tokenizer(64)
    tokenizer.add_special_tokens({"additional_special_tokens": more})
    tokenizer.save_pretrained(folder)
    return [tokenizer.get_vocab()[each] for each in more]


def _sentence_transformers(folder: Path, **said: object) -> None:
    (folder / "config_sentence_transformers.json").write_text(json.dumps(said))


def _save(
    model: PreTrainedModel, processor: object, folder: Path, tokens: int | None = None
) -> Path:
    """Weights large enough that inputs matter: fresh ones make every vector nearly the same."""
    generator = torch.Generator().manual_seed(0)
    for parameter in model.parameters():
        if parameter.dim() > 1:
            scale = parameter.shape[-1] ** -0.5
            parameter.data = torch.randn(parameter.shape, generator=generator) * scale
    model.save_pretrained(folder)
    processor.save_pretrained(folder)  # type: ignore[attr-defined]
    if tokens is not None:
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
