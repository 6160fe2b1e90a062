"""Materials that read as what they are: Principled shaders with fine bump, grain or weave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

import bpy
import numpy as np
from PIL import Image

from .palette import linear, rgb, shade
from .patterns import tile


@dataclass(frozen=True)
class Surface:
    """What one role of a product is made of and how it is coloured."""

    material: str
    color: str
    pattern: str = ""
    second: str = "white"
    repeat: float = 0.5
    tint: float = 1.0
    image: Image.Image | None = None


# Principled settings of each material; "bump" names the relief, with its strength and scale.
LOOKS: dict[str, dict[str, float]] = {
    "cotton": {"Roughness": 0.9, "Sheen Weight": 0.25, "fine": 0.12},
    "linen": {"Roughness": 0.9, "Sheen Weight": 0.2, "weave": 0.35},
    "canvas": {"Roughness": 0.85, "weave": 0.5},
    "denim": {"Roughness": 0.9, "twill": 0.5, "mottle": 0.14},
    "wool": {"Roughness": 1.0, "Sheen Weight": 0.6, "fuzz": 0.6},
    "knit": {"Roughness": 1.0, "Sheen Weight": 0.5, "rib": 0.8},
    "fleece": {"Roughness": 1.0, "Sheen Weight": 0.6, "fuzz": 0.35},
    "velvet": {"Roughness": 0.8, "Sheen Weight": 1.0, "fuzz": 0.1},
    "silk": {"Roughness": 0.35, "Sheen Weight": 0.3},
    "nylon": {"Roughness": 0.5, "weave": 0.2},
    "mesh": {"Roughness": 0.7, "weave": 0.8},
    "leather": {"Roughness": 0.42, "Coat Weight": 0.15, "Coat Roughness": 0.3, "pores": 0.3},
    "suede": {"Roughness": 1.0, "Sheen Weight": 0.7, "fine": 0.3},
    "rubber": {"Roughness": 0.6},
    "plastic": {"Roughness": 0.35},
    "matt plastic": {"Roughness": 0.55},
    "gloss": {"Roughness": 0.08, "Coat Weight": 0.8, "Coat Roughness": 0.04},
    "ceramic": {"Roughness": 0.16, "Coat Weight": 0.6, "Coat Roughness": 0.06},
    "stoneware": {"Roughness": 0.45, "speckle": 0.5, "fine": 0.05},
    "terracotta": {"Roughness": 0.9, "fine": 0.2, "mottle": 0.15},
    "concrete": {"Roughness": 0.9, "fine": 0.2, "mottle": 0.25},
    "enamel": {"Roughness": 0.12, "Coat Weight": 1.0, "Coat Roughness": 0.03},
    "steel": {"Roughness": 0.28, "Metallic": 1.0},
    "cast iron": {"Roughness": 0.55, "Metallic": 0.4, "fine": 0.2},
    "brass": {"Roughness": 0.25, "Metallic": 1.0},
    "metal": {"Roughness": 0.45, "Metallic": 0.0, "Coat Weight": 0.2},
    "oak": {"Roughness": 0.5, "grain": 0.5},
    "walnut": {"Roughness": 0.45, "grain": 0.6},
    "pine": {"Roughness": 0.55, "grain": 0.35},
    "wood": {"Roughness": 0.5, "grain": 0.12},
    "rattan": {"Roughness": 0.6, "weave": 0.9},
    "jute": {"Roughness": 1.0, "weave": 1.0, "mottle": 0.18},
    "glass": {"clear": 0.9},
    "smoked glass": {"clear": 0.9},
    "mirror": {"Roughness": 0.02, "Metallic": 1.0},
    "screen": {"Roughness": 0.15},
    "leaf": {"Roughness": 0.45, "Sheen Weight": 0.1},
    "soil": {"Roughness": 1.0, "fuzz": 0.8},
    "paper": {"Roughness": 0.9, "glow": 0.35},
    "bulb": {"Roughness": 0.4, "glow": 1.5},
}
# The bump nodes are SVM texture look-ups at each hit: one relief a material keeps renders quick.
RELIEF_SCALE = {
    "fine": 90.0,
    "weave": 70.0,
    "twill": 60.0,
    "fuzz": 55.0,
    "rib": 22.0,
    "pores": 45.0,
}


class Shelf:
    """The Blender materials of one scene, each built once."""

    def __init__(self) -> None:
        self._built: dict[tuple[object, ...], bpy.types.Material] = {}
        # Kept for good: Cycles' persistent data knows an image by its address, and shows the
        # old picture when a new one takes the place of one that was freed.
        self._images: dict[bytes, bpy.types.Image] = {}

    def get(self, surface: Surface) -> bpy.types.Material:
        key = (
            surface.material,
            surface.color,
            surface.pattern,
            surface.second,
            surface.repeat,
            surface.tint,
            id(surface.image) if surface.image else 0,
        )
        if key not in self._built:
            self._built[key] = self._build(surface)
        return self._built[key]

    def clear(self) -> None:
        """Forget everything: the scene is about to be emptied."""
        bpy.data.batch_remove(list(self._built.values()))
        self._built.clear()

    def _image(self, picture: Image.Image) -> bpy.types.Image:
        key = sha256(picture.tobytes()).digest()
        if key not in self._images:
            self._images[key] = _loaded(picture)
        return self._images[key]

    def _build(self, surface: Surface) -> bpy.types.Material:
        material = bpy.data.materials.new(surface.material)
        material.use_nodes = True
        nodes = material.node_tree.nodes
        shader = nodes["Principled BSDF"]
        look = LOOKS[surface.material]
        for name, value in look.items():
            if name in shader.inputs:
                shader.inputs[name].default_value = value
        color = self._color(material, surface, look)
        shader.inputs["Base Color"].default_value = color
        if "clear" in look:
            _thin_glass(material, color, look["clear"])
            return material
        if look.get("Sheen Weight"):
            shader.inputs["Sheen Tint"].default_value = color
        if "glow" in look:
            shader.inputs["Emission Color"].default_value = color
            shader.inputs["Emission Strength"].default_value = look["glow"]
        for name, scale in RELIEF_SCALE.items():
            if name in look:
                _bump(material, name, scale, look[name])
        return material

    def _color(
        self, material: bpy.types.Material, surface: Surface, look: dict[str, float]
    ) -> tuple[float, float, float, float]:
        """Wire what colours the surface; returns its plain colour."""
        flat = linear(shade(rgb(surface.color), surface.tint))
        if surface.image is not None:
            _texture(material, self._image(surface.image), 1.0)
        elif surface.pattern:
            drawn = tile(surface.pattern, surface.color, surface.second)
            _texture(material, self._image(drawn), 1 / surface.repeat)
        elif "grain" in look:
            _grain(material, surface, look["grain"])
        elif "mottle" in look:
            _noise_color(material, surface, look["mottle"], 40.0, (0.3, 0.7))
        elif "speckle" in look:
            _noise_color(material, surface, look["speckle"], 160.0, (0.62, 0.7))
        return flat


def _loaded(picture: Image.Image) -> bpy.types.Image:
    """A PIL picture as a Blender image."""
    rgba = np.asarray(picture.convert("RGBA"), np.float32)[::-1] / 255
    image = bpy.data.images.new("tile", picture.width, picture.height)
    image.use_fake_user = True
    image.pixels.foreach_set(rgba.ravel())
    image.update()
    return image


def _texture(material: bpy.types.Material, image: bpy.types.Image, times: float) -> None:
    tree = material.node_tree
    coordinate = tree.nodes.new("ShaderNodeUVMap")
    scale = tree.nodes.new("ShaderNodeVectorMath")
    scale.operation = "SCALE"
    scale.inputs["Scale"].default_value = times
    texture = tree.nodes.new("ShaderNodeTexImage")
    texture.image = image
    tree.links.new(coordinate.outputs[0], scale.inputs[0])
    tree.links.new(scale.outputs[0], texture.inputs[0])
    tree.links.new(texture.outputs[0], tree.nodes["Principled BSDF"].inputs["Base Color"])


def _grain(material: bpy.types.Material, surface: Surface, strength: float) -> None:
    """Wood: noise drawn out along u, the way box projection lays the longest side."""
    tree = material.node_tree
    coordinate = tree.nodes.new("ShaderNodeUVMap")
    stretch = tree.nodes.new("ShaderNodeVectorMath")
    stretch.operation = "MULTIPLY"
    stretch.inputs[1].default_value = (1.2, 16.0, 1.0)
    noise = tree.nodes.new("ShaderNodeTexNoise")
    noise.inputs["Scale"].default_value = 1.6
    noise.inputs["Detail"].default_value = 5.0
    noise.inputs["Distortion"].default_value = 0.6
    ramp = tree.nodes.new("ShaderNodeValToRGB")
    color = shade(rgb(surface.color), surface.tint)
    ramp.color_ramp.elements[0].position, ramp.color_ramp.elements[1].position = 0.3, 0.72
    ramp.color_ramp.elements[0].color = linear(shade(color, 1 - 0.6 * strength))
    ramp.color_ramp.elements[1].color = linear(shade(color, 1 + 0.2 * strength))
    tree.links.new(coordinate.outputs[0], stretch.inputs[0])
    tree.links.new(stretch.outputs[0], noise.inputs["Vector"])
    tree.links.new(noise.outputs[0], ramp.inputs[0])
    tree.links.new(ramp.outputs[0], tree.nodes["Principled BSDF"].inputs["Base Color"])


def _noise_color(
    material: bpy.types.Material,
    surface: Surface,
    strength: float,
    scale: float,
    limits: tuple[float, float],
) -> None:
    """Washed or speckled colour: two shades of one hue mixed by noise."""
    tree = material.node_tree
    coordinate = tree.nodes.new("ShaderNodeTexCoord")
    noise = tree.nodes.new("ShaderNodeTexNoise")
    noise.inputs["Scale"].default_value = scale
    noise.inputs["Detail"].default_value = 4.0
    ramp = tree.nodes.new("ShaderNodeValToRGB")
    color = shade(rgb(surface.color), surface.tint)
    for element, position, factor in zip(
        ramp.color_ramp.elements, limits, (1 + strength / 3, 1 - strength), strict=True
    ):
        element.position = position
        element.color = linear(shade(color, factor))
    tree.links.new(coordinate.outputs["Object"], noise.inputs["Vector"])
    tree.links.new(noise.outputs[0], ramp.inputs[0])
    tree.links.new(ramp.outputs[0], tree.nodes["Principled BSDF"].inputs["Base Color"])


def _thin_glass(
    material: bpy.types.Material, color: tuple[float, float, float, float], share: float
) -> None:
    """Thin glass: tinted see-through with a mirror sheen at the edges.

    Refraction through double walls needs many bounces and stays noisy at few samples.
    """
    tree = material.node_tree
    through, sheen = (tree.nodes.new(f"ShaderNodeBsdf{name}") for name in ("Transparent", "Glossy"))
    tint = tuple(1 - (1 - channel) * (1.25 - share) for channel in color[:3])
    through.inputs[0].default_value = (*tint, 1)
    sheen.inputs[0].default_value = (*(0.5 + 0.5 * channel for channel in color[:3]), 1)
    sheen.inputs["Roughness"].default_value = 0.04
    facing = tree.nodes.new("ShaderNodeLayerWeight")
    facing.inputs["Blend"].default_value = 0.28
    mix = tree.nodes.new("ShaderNodeMixShader")
    tree.links.new(facing.outputs["Facing"], mix.inputs[0])
    tree.links.new(through.outputs[0], mix.inputs[1])
    tree.links.new(sheen.outputs[0], mix.inputs[2])
    output = next(node for node in tree.nodes if node.type == "OUTPUT_MATERIAL")
    tree.links.new(mix.outputs[0], output.inputs[0])


def _noise(tree: bpy.types.NodeTree, scale: float) -> bpy.types.Node:
    node = tree.nodes.new("ShaderNodeTexNoise")
    node.inputs["Scale"].default_value = scale
    node.inputs["Detail"].default_value = 1.0
    return node


def _pores(tree: bpy.types.NodeTree, scale: float) -> bpy.types.Node:
    node = tree.nodes.new("ShaderNodeTexVoronoi")
    node.inputs["Scale"].default_value = scale
    return node


def _waves(direction: str) -> Callable[[bpy.types.NodeTree, float], bpy.types.Node]:
    def build(tree: bpy.types.NodeTree, scale: float) -> bpy.types.Node:
        node = tree.nodes.new("ShaderNodeTexWave")
        node.bands_direction = direction
        node.inputs["Scale"].default_value = scale / 4
        node.inputs["Distortion"].default_value = 1.5
        node.inputs["Detail Scale"].default_value = 3.0
        return node

    return build


RELIEFS: dict[str, Callable[[bpy.types.NodeTree, float], bpy.types.Node]] = {
    "fine": _noise,
    "fuzz": _noise,
    "pores": _pores,
    "rib": _waves("X"),
    "twill": _waves("DIAGONAL"),
    "weave": _waves("Y"),
}


def _bump(material: bpy.types.Material, kind: str, scale: float, strength: float) -> None:
    tree = material.node_tree
    coordinate = tree.nodes.new("ShaderNodeTexCoord")
    source = RELIEFS[kind](tree, scale)
    bump = tree.nodes.new("ShaderNodeBump")
    bump.inputs["Strength"].default_value = strength
    bump.inputs["Distance"].default_value = 0.01
    tree.links.new(coordinate.outputs["Object"], source.inputs["Vector"])
    height = source.outputs.get("Fac") or source.outputs[0]
    tree.links.new(height, bump.inputs["Height"])
    tree.links.new(bump.outputs[0], tree.nodes["Principled BSDF"].inputs["Normal"])
