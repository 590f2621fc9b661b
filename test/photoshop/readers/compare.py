"""Holds what psd-tools, a walk over the bytes, ImageMagick and ExifTool find in PSD files against descriptions of the documents.

Usage: compare.py FOLDER, with a subfolder for each document: document.psd, document.json and raw planes.
"""

import json
import logging
import subprocess
import sys
import warnings
from pathlib import Path

import numpy
from psd_tools import PSDImage
from psd_tools.constants import Tag

import drawing
from psd_bytes import Psd

COMPOSITE_TOLERANCE = 2
# Levels of 8 bit.
DRAWING_TOLERANCE = {8: 1.01, 16: 0.02, 32: 0.001}
COLORS = {"gray": 1, "rgb": 3, "lab": 3, "cmyk": 4}
MODE_NAMES = {"gray": "grayscale"}
KINDS = {8: numpy.uint8, 16: numpy.dtype(">u2"), 32: numpy.dtype(">f4")}
MODES = {
    "norm": "NORMAL", "pass": "PASS_THROUGH", "mul ": "MULTIPLY", "scrn": "SCREEN", "over": "OVERLAY",
    "dark": "DARKEN", "lite": "LIGHTEN", "idiv": "COLOR_BURN", "div ": "COLOR_DODGE", "lbrn": "LINEAR_BURN",
    "lddg": "LINEAR_DODGE", "hLit": "HARD_LIGHT", "diff": "DIFFERENCE", "smud": "EXCLUSION", "lum ": "LUMINOSITY",
}


class Comparison:
    def __init__(self, place):
        self.place = place
        self.file = place / "document.psd"
        self.told = json.loads((place / "document.json").read_text())
        self.depth = self.told["depth"]
        self.mode = self.told["mode"]
        self.full = {8: 255, 16: 65535, 32: 1}[self.depth]
        self.colors = COLORS[self.mode]
        self.problems = []
        self.unread = []

    def run(self):
        if "unread" in self.told:
            self.unread.append(f"psd-tools is not asked, {self.told['unread']}")
        else:
            self.compare_with_psd_tools()
        self.compare_with_bytes()
        self.compare_with_imagemagick()
        self.compare_with_exiftool()

    def compare_with_psd_tools(self):
        opened = PSDImage.open(self.file)
        self.same("size", list(opened.size), self.told["size"])
        self.same("depth", opened.depth, self.depth)
        self.same("mode", opened.color_mode.name.lower(), MODE_NAMES.get(self.mode, self.mode))
        self.compare_layers(opened, self.told["layers"], "")
        self.compare_merged(opened)
        self.compare_composite(opened)

    def same(self, what, found, told):
        if found != told:
            self.problems.append(f"{what}: found {found!r}, expected {told!r}")

    def plane(self, name, height, width):
        values = numpy.frombuffer((self.place / name).read_bytes(), KINDS[self.depth]).reshape(height, width)
        return values if self.depth == 32 else values.astype(int)

    def same_plane(self, what, found, name):
        if found is None:
            self.problems.append(f"{what}: not found")
            return
        values = found if self.depth == 32 else numpy.rint(found * self.full).astype(int)
        told = self.plane(name, *values.shape)
        if not numpy.array_equal(values, told):
            self.problems.append(f"{what}: differs by up to {abs(values - told).max()}")

    def compare_layers(self, group, told, path):
        # a file that is only a Background has no list of layers
        found = list(reversed(list(group)))
        if not found and len(told) == 1 and told[0]["name"] == "Background":
            return
        self.same(f"{path}/ names", [layer.name for layer in found], [layer["name"] for layer in told])
        for layer, expected in zip(found, told):
            self.compare_layer(layer, expected, f"{path}/{expected['name']}")

    def compare_layer(self, layer, told, path):
        self.same(f"{path} group", layer.is_group(), told["group"])
        self.same(f"{path} visible", layer.visible, told["visible"])
        self.same(f"{path} opacity", layer.opacity, told["opacity"])
        self.same(f"{path} blend mode", layer.blend_mode.name, MODES[told["blendMode"]])
        self.same(f"{path} clipping", bool(layer._record.clipping), told["clipped"])
        if not told["group"]:
            self.same(f"{path} bounds", list(layer.bbox), told["bounds"])
        if "pixels" in told:
            color = layer.numpy("color")
            for channel, name in enumerate(told["pixels"]["color"]):
                self.same_plane(f"{path} color {channel}", color[:, :, channel], name)
            if "alpha" in told["pixels"]:
                self.same_plane(f"{path} alpha", layer.numpy("shape")[:, :, 0], told["pixels"]["alpha"])
        self.compare_mask(layer, told, path)
        self.same(f"{path} XMP", xmp_of(layer), told.get("xmp"))
        if told["group"]:
            self.compare_layers(layer, told["children"], path)

    def compare_mask(self, layer, told, path):
        self.same(f"{path} has a mask", layer.has_mask(), "mask" in told)
        if not layer.has_mask() or "mask" not in told:
            return
        self.same(f"{path} mask bounds", list(layer.mask.bbox), told["mask"]["bounds"])
        self.same(f"{path} mask outside", layer.mask.background_color == 255, told["mask"]["outside"])
        self.same_plane(f"{path} mask", layer.numpy("mask")[:, :, 0], told["mask"]["samples"])

    def compare_merged(self, opened):
        planes = self.merged_planes(opened)
        composite = self.told["composite"]
        extra = self.colors + (1 if "alpha" in composite else 0)
        self.same("channels", planes.shape[2], extra + len(self.told["channels"]))
        for channel, told in enumerate(self.told["channels"]):
            self.same_plane(f"channel {told['name']}", planes[:, :, extra + channel], told["plane"])
        if "alpha" in composite:
            self.same_plane("composite alpha", planes[:, :, self.colors], composite["alpha"])
            return
        for channel, name in enumerate(composite["color"]):
            self.same_plane(f"composite {channel}", planes[:, :, channel], name)

    def merged_planes(self, opened):
        """As they stand in the file: `numpy()` would take a saved channel for transparency."""
        header = opened._record.header
        kind = KINDS[self.depth]
        planes = opened._record.image_data.get_data(header)
        shape = (header.height, header.width)
        return numpy.stack([numpy.frombuffer(p, kind).reshape(shape) / self.full for p in planes], axis=2)

    def compare_composite(self, opened):
        """Our composite against the one that psd-tools makes of the layers, in 8 bit, laid on white."""
        if not list(opened) or not self.told["drawn"]:
            return self.unread.append("psd-tools draws nothing: " + self.why_undrawn())
        if self.mode != "rgb" or self.depth == 32:
            return self.unread.append("psd-tools draws nothing: it has converted all to RGB of 8 bit before it blends")
        image = opened.composite(force=True)
        found = on_white(numpy.asarray(image.convert("RGBA")).astype(float) / 255)
        self.same_picture("psd-tools", found, COMPOSITE_TOLERANCE)

    def why_undrawn(self):
        return "it does not know how to, as ours does not" if not self.told["drawn"] else "there are no layers"

    def same_picture(self, reader, found, tolerance):
        """`found`: 0 to 1, on white; the tolerance in levels of 8 bit."""
        width, height = self.told["size"]
        composite = self.told["composite"]
        color = [self.plane(name, height, width) / self.full for name in composite["color"]]
        alpha = self.plane(composite["alpha"], height, width) / self.full if "alpha" in composite else 1 + 0 * color[0]
        difference = abs(found - on_white(numpy.stack([*color, alpha], axis=2))).max() * 255
        if difference > tolerance:
            self.problems.append(f"composite: {reader} draws it differently by up to {difference:.4f}")

    def compare_with_bytes(self):
        """The same by a walk over the bytes that decodes them by itself, and draws the layers by formulas of its own."""
        psd = Psd(self.file.read_bytes())
        self.same("bytes: size, depth", [psd.width, psd.height, psd.depth], [*self.told["size"], self.depth])
        told = flatten(self.told["layers"])
        found = [record for record in psd.records if record.section == 0]
        if found or [layer["name"] for layer in told] != ["Background"]:
            self.same("bytes: names", [record.unicode_name for record in found], [layer["name"] for layer in told])
            for record, layer in zip(found, told):
                self.compare_record(psd, record, layer)
        self.compare_merged_bytes(psd.merged())
        self.compare_drawing(psd)

    def compare_record(self, psd, record, told):
        path = f"bytes: {told['name']}"
        self.same(f"{path} bounds", list(record.bounds), told["bounds"])
        self.same(f"{path} opacity", record.opacity, told["opacity"])
        if "pixels" in told:
            for channel, name in enumerate(told["pixels"]["color"]):
                self.same_values(f"{path} color {channel}", psd, record, channel, record.bounds, name)
            if "alpha" in told["pixels"]:
                self.same_values(f"{path} alpha", psd, record, -1, record.bounds, told["pixels"]["alpha"])
        if "mask" in told:
            # where a vector mask was drawn into the usual place, the user's own stands beside it
            own = -3 if -3 in record.channels else -2
            self.same_values(f"{path} mask", psd, record, own, told["mask"]["bounds"], told["mask"]["samples"])

    def same_values(self, what, psd, record, channel, bounds, name):
        left, top, right, bottom = bounds
        values = psd.plane(record.channels[channel], right - left, bottom - top)
        self.want_equal(what, values, name)

    def want_equal(self, what, values, name):
        if not numpy.array_equal(values, self.plane(name, *values.shape)):
            self.problems.append(f"{what}: differs")

    def compare_merged_bytes(self, planes):
        composite = self.told["composite"]
        extra = self.colors + (1 if "alpha" in composite else 0)
        self.same("bytes: channels", len(planes), extra + len(self.told["channels"]))
        for channel, told in enumerate(self.told["channels"]):
            self.want_equal(f"bytes: channel {told['name']}", planes[extra + channel], told["plane"])
        for channel, name in enumerate(composite["color"]):
            # what has no coverage is white in the file
            if "alpha" not in composite:
                self.want_equal(f"bytes: composite {channel}", planes[channel], name)

    def compare_drawing(self, psd):
        if not psd.records:
            return
        try:
            color, alpha = drawing.drawn(psd)
        except drawing.Undrawn as reason:
            return self.unread.append(f"the layers are not drawn from their bytes: {reason}")
        found = on_white(numpy.stack([*color, alpha], axis=2))
        self.same_picture("the walk over the bytes", found, DRAWING_TOLERANCE[self.depth])

    def compare_with_imagemagick(self):
        lines = output("/usr/bin/identify", "-format", "%wx%h%O %z\n", str(self.file)).split("\n")
        found = [line for line in lines if line][1:]
        flat = flatten(self.told["layers"])
        told = [geometry(layer["bounds"]) + f" {self.depth}" for layer in flat if "pixels" in layer]
        if len(found) == 0 and [layer["name"] for layer in flat] == ["Background"]:
            return
        self.same("ImageMagick's layers", found, told)

    def compare_with_exiftool(self):
        tags = ["-ICC_Profile:ProfileDescription", "-Photoshop:all"]
        found = json.loads(output("/usr/bin/exiftool", "-j", "-sep", "\n", *tags, str(self.file)))[0]
        self.same("ExifTool's profile", found.get("ProfileDescription"), self.told.get("profile"))
        # a file that does not say it has 72 pixels an inch
        self.same("ExifTool's resolution", found.get("XResolution", 72), self.told["resolution"])
        names = found.get("UnicodeAlphaNames", found.get("AlphaChannelsNames", []))
        # it joins the Unicode names by itself
        names = [name for name in names.replace("\n", ", ").split(", ") if name] if isinstance(names, str) else names
        told = [channel["name"] for channel in self.told["channels"]]
        if all(name.isascii() for name in told):
            self.same("ExifTool's channel names", names, told)


def xmp_of(layer):
    for setting in layer.tagged_blocks.get_data(Tag.METADATA_SETTING) or []:
        if setting.key == b"cust" and b"layerXMP" in setting.data:
            return str(setting.data[b"layerXMP"].value).rstrip("\0")
    return None


def on_white(planes):
    """The last channel is the coverage."""
    alpha = planes[:, :, -1:]
    return planes[:, :, :-1] * alpha + 1 - alpha


def flatten(layers):
    """Bottom to top, as the file has them, groups left out."""
    result = []
    for layer in reversed(layers):
        result += flatten(layer["children"]) if layer["group"] else [layer]
    return result


def geometry(bounds):
    left, top, right, bottom = bounds
    return f"{right - left}x{bottom - top}{left:+d}{top:+d}"


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main():
    # blocks that nobody knows are part of what is tried
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    failed, unread = 0, {}
    places = sorted(path for path in Path(sys.argv[1]).iterdir() if path.is_dir())
    for place in places:
        comparison = Comparison(place)
        comparison.run()
        failed += 1 if comparison.problems else 0
        for problem in comparison.problems:
            print(f"{place.name}: {problem}")
        for reason in comparison.unread:
            unread.setdefault(reason, []).append(place.name)
    for reason, names in unread.items():
        print(f"not compared, {reason}: {', '.join(names)}")
    print(f"independent readers: {len(places) - failed} of {len(places)} documents agree")
    return 1 if failed else 0


sys.exit(main())
