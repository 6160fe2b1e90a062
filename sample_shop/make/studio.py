"""The photo studio: a white sweep, soft light, a camera that frames whatever stands there."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import bpy
import numpy as np
from mathutils import Vector
from PIL import Image

from .materials import Shelf, Surface
from .mesh import Array, Part

warnings.filterwarnings("ignore", category=DeprecationWarning, message=".*use_nodes")
RAW = "raw.png"


@dataclass(frozen=True)
class View:
    """Where the camera stands: degrees round and above, how close, how much of a lens."""

    azimuth: float = -30.0
    elevation: float = 18.0
    zoom: float = 1.0
    lens: float = 85.0
    shift: tuple[float, float] = (0.0, 0.0)
    roll: float = 0.0


class Studio:
    """One Blender scene, emptied and filled again for every picture."""

    def __init__(self, *, pixels: int, samples: int, threads: int) -> None:
        bpy.ops.wm.read_factory_settings(use_empty=True)
        self.scene = bpy.context.scene
        self.shelf = Shelf()
        self._settings(pixels, samples, threads)
        self.camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
        self.scene.collection.objects.link(self.camera)
        self.scene.camera = self.camera
        self.world = bpy.data.worlds.new("world")
        self.scene.world = self.world
        self.kept = {self.camera.name}

    def _settings(self, pixels: int, samples: int, threads: int) -> None:
        render, cycles = self.scene.render, self.scene.cycles
        render.engine, cycles.device = "CYCLES", "CPU"
        cycles.samples, cycles.use_adaptive_sampling = samples, False
        cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
        cycles.denoising_quality, cycles.denoising_prefilter = "FAST", "FAST"
        cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 2, 1, 2
        cycles.transmission_bounces, cycles.transparent_max_bounces = 2, 10
        cycles.caustics_reflective = cycles.caustics_refractive = False
        cycles.use_light_tree = False
        cycles.sample_clamp_indirect = 3.0
        render.threads_mode, render.threads = "FIXED", threads
        render.use_persistent_data = True
        render.resolution_x = render.resolution_y = pixels
        render.image_settings.file_format = "PNG"
        render.image_settings.color_mode = "RGB"
        self.scene.view_settings.view_transform = "Standard"

    def empty(self) -> None:
        """Take everything away but the camera."""
        gone = [thing for thing in bpy.data.objects if thing.name not in self.kept]
        data = [thing.data for thing in gone if thing.data]
        bpy.data.batch_remove(gone)
        bpy.data.batch_remove(list(dict.fromkeys(data)))
        self.shelf.clear()

    def light(
        self,
        position: Sequence[float],
        power: float,
        size: float,
        color: Sequence[float] = (1, 1, 1),
    ) -> None:
        """An area light aimed at the middle of the scene; power in watts."""
        data = bpy.data.lights.new("light", "AREA")
        data.energy, data.size, data.color = power, size, color
        lamp = bpy.data.objects.new("light", data)
        lamp.location = position
        lamp.rotation_euler = (-Vector(position)).to_track_quat("-Z", "Y").to_euler()
        self.scene.collection.objects.link(lamp)

    def ambient(self, color: Sequence[float], strength: float, seen: float | None = None) -> None:
        """The light of the sky; `seen` is how bright the backdrop looks to the camera."""
        self.world.use_nodes = True
        tree = self.world.node_tree
        tree.nodes.clear()
        output = tree.nodes.new("ShaderNodeOutputWorld")
        glow = tree.nodes.new("ShaderNodeBackground")
        glow.inputs[0].default_value = (*color, 1)
        glow.inputs[1].default_value = strength
        if seen is None:
            tree.links.new(glow.outputs[0], output.inputs[0])
            return
        plain = tree.nodes.new("ShaderNodeBackground")
        plain.inputs[0].default_value = (seen, seen, seen, 1)
        path = tree.nodes.new("ShaderNodeLightPath")
        mix = tree.nodes.new("ShaderNodeMixShader")
        tree.links.new(path.outputs["Is Camera Ray"], mix.inputs[0])
        tree.links.new(glow.outputs[0], mix.inputs[1])
        tree.links.new(plain.outputs[0], mix.inputs[2])
        tree.links.new(mix.outputs[0], output.inputs[0])

    def sweep(self) -> None:
        """White studio: key light from the upper left, and a floor that photographs white."""
        self.ambient((1, 1, 1), 0.5, seen=1.0)
        self.light((-4, -4, 6.5), 360, 3.0)
        self.light((5, -3, 3), 70, 4.0)
        material = bpy.data.materials.new("sweep")
        material.use_nodes = True
        tree = material.node_tree
        nodes, links = tree.nodes, tree.links
        nodes.clear()
        # To the camera the floor is brighter than white paper, so that only shadows show; to
        # the product it stays paper, or the light it throws back would wash out every colour.
        seen, real = nodes.new("ShaderNodeBsdfDiffuse"), nodes.new("ShaderNodeBsdfDiffuse")
        seen.inputs[0].default_value = (1.32, 1.32, 1.32, 1)
        real.inputs[0].default_value = (0.8, 0.8, 0.8, 1)
        white = nodes.new("ShaderNodeEmission")
        path, choose = nodes.new("ShaderNodeLightPath"), nodes.new("ShaderNodeMixShader")
        place, reach = nodes.new("ShaderNodeNewGeometry"), nodes.new("ShaderNodeVectorMath")
        reach.operation = "LENGTH"
        fade, far = nodes.new("ShaderNodeMapRange"), nodes.new("ShaderNodeMixShader")
        fade.inputs["From Min"].default_value, fade.inputs["From Max"].default_value = 1.4, 4.0
        output = nodes.new("ShaderNodeOutputMaterial")
        links.new(place.outputs["Position"], reach.inputs[0])
        links.new(reach.outputs["Value"], fade.inputs["Value"])
        links.new(fade.outputs[0], far.inputs[0])
        links.new(seen.outputs[0], far.inputs[1])
        links.new(white.outputs[0], far.inputs[2])
        links.new(path.outputs["Is Camera Ray"], choose.inputs[0])
        links.new(real.outputs[0], choose.inputs[1])
        links.new(far.outputs[0], choose.inputs[2])
        links.new(choose.outputs[0], output.inputs[0])
        self.floor(material)

    def floor(self, material: bpy.types.Material, z: float = 0.0, repeat: float = 1.0) -> None:
        """A large plane at height z; `repeat` is the side of one tile of its texture."""
        corners = [(-60, -60, z), (60, -60, z), (60, 60, z), (-60, 60, z)]
        mesh = bpy.data.meshes.new("floor")
        mesh.from_pydata(corners, [], [(0, 1, 2, 3)])
        layer = mesh.uv_layers.new(name="UVMap")
        layer.uv.foreach_set(
            "vector", (np.array(corners)[:, :2] / repeat).astype(np.float32).ravel()
        )
        mesh.materials.append(material)
        self.scene.collection.objects.link(bpy.data.objects.new("floor", mesh))

    def place(self, parts: Sequence[Part], surfaces: Mapping[str, Surface]) -> None:
        """Put a product's parts into the scene."""
        for part in parts:
            self._add(part, surfaces[part.material])

    def _add(self, part: Part, surface: Surface) -> None:
        mesh = bpy.data.meshes.new(part.material)
        mesh.from_pydata(part.vertices.tolist(), [], part.faces)
        uv = part.uv if part.uv is not None else box_projection(part)
        mesh.uv_layers.new(name="UVMap").uv.foreach_set("vector", uv.astype(np.float32).ravel())
        mesh.polygons.foreach_set("use_smooth", [part.smooth] * len(part.faces))
        mesh.materials.append(self.shelf.get(surface))
        thing = bpy.data.objects.new(part.material, mesh)
        if part.thickness:
            shell = thing.modifiers.new("thickness", "SOLIDIFY")
            shell.thickness, shell.offset = part.thickness, -1.0
        if part.bevel:
            edge = thing.modifiers.new("bevel", "BEVEL")
            edge.width, edge.segments, edge.harden_normals = part.bevel, 3, True
        if part.subdivide:
            smooth = thing.modifiers.new("subdivide", "SUBSURF")
            smooth.levels = smooth.render_levels = part.subdivide
        self.scene.collection.objects.link(thing)

    def frame(self, vertices: Array, view: View) -> None:
        """Aim and back the camera off until all vertices fit with a margin."""
        azimuth, elevation = np.radians(view.azimuth), np.radians(view.elevation)
        away = np.array(
            [
                np.sin(azimuth) * np.cos(elevation),
                -np.cos(azimuth) * np.cos(elevation),
                np.sin(elevation),
            ]
        )
        quaternion = Vector(-away).to_track_quat("-Z", "Y")
        basis = np.array(quaternion.to_matrix())
        centre = (vertices.max(0) + vertices.min(0)) / 2
        half = 18.0 / view.lens
        distance = 4.0
        for _ in range(6):
            local = (vertices - centre) @ basis
            depth = distance - local[:, 2]
            x, y = local[:, 0] / depth, local[:, 1] / depth
            centre = centre + basis @ np.array(
                [(x.max() + x.min()) / 2 * distance, (y.max() + y.min()) / 2 * distance, 0]
            )
            reach = max(x.max() - x.min(), y.max() - y.min()) / 2
            distance *= reach / (half * 0.86)
        distance /= view.zoom
        drift = basis @ np.array([view.shift[0], view.shift[1], 0]) * distance * half
        self.camera.data.lens, self.camera.data.sensor_width = view.lens, 36.0
        self.camera.location = centre + away * distance + drift
        euler = quaternion.to_euler()
        self.camera.rotation_euler = euler
        self.camera.rotation_euler.rotate_axis("Z", np.radians(view.roll))
        self.camera.data.clip_end = 500

    def shoot(self, folder: Path, *, exposure: float = 0.0) -> Image.Image:
        """Render the scene and hand the picture over."""
        self.scene.view_settings.exposure = exposure
        self.scene.render.filepath = str(folder / RAW)
        bpy.ops.render.render(write_still=True)
        with Image.open(folder / RAW) as picture:
            return picture.convert("RGB")


def box_projection(part: Part) -> Array:
    """Texture coordinates from the side each face looks to, its longest side along u."""
    corners = [index for face in part.faces for index in face]
    points = part.vertices[corners]
    spans = np.ptp(part.vertices, axis=0)
    order = np.argsort(-spans, kind="stable")
    uv = np.empty((len(corners), 2))
    start = 0
    for face in part.faces:
        own = part.vertices[list(face)]
        normal = np.cross(own[1] - own[0], own[2] - own[0])
        drop = int(np.argmax(np.abs(normal)))
        keep = [axis for axis in order if axis != drop]
        uv[start : start + len(face)] = points[start : start + len(face)][:, keep]
        start += len(face)
    return uv + spans.sum()
