"""Judges edits: what the file holds after against what it held before, with readers that are not ours.

Usage: judge.py CASE.json, an object {name, document, out, report, selection, above, without, holds, profile}. Prints an
object {problems, checked, ring, mode, depth}: what was wrong, which checks ran, and how colors go on across the mask's edge.
"""

import json
import subprocess
import sys
from pathlib import Path

import numpy
from PIL import Image
from psd_tools import PSDImage
from scipy.ndimage import distance_transform_edt

import lab
import ring

sys.path.insert(0, str(Path(__file__).parent.parent / "photoshop" / "readers"))
import drawing
from psd_bytes import Psd

# What tells which layers there are and which is active: it has to follow a new layer.
LAYER_LISTS = {1024, 1026, 1069, 1072}
# Says that the file has a composite; made where there is none.
VERSION_INFO = 1057
COMPOSITE_TOLERANCE = 2.01
RING_TOLERANCE = 12
# ΔE2000 beyond what the picture itself varies over the same distance: below 1 nobody sees it.
RING_LIMIT = 1
# In Lab, one way or the other: a tint that must not pass.
TINT = numpy.array((4, 4, -4))
# Pixels that the mask may reach beyond what is selected, as the command line has it unless told otherwise.
TRANSITION = 6
# Levels of 8 bit, by depth.
DRAWING_TOLERANCE = {8: 1.01, 16: 0.02, 32: 0.01}


class Judgement:
    def __init__(self, case):
        self.case = case
        self.report = json.loads(Path(case["report"]).read_text())
        self.after = Psd(Path(case["out"]).read_bytes())
        document = Path(case["document"])
        self.before = Psd(document.read_bytes()) if document.suffix in (".psd", ".psb") else None
        self.problems, self.checked, self.ring = [], [], None

    def run(self):
        """Every check but those that the case says cannot be made."""
        self.judge_new_layer()
        if self.problems:
            return
        checks = {
            "kept": self.judge_kept,
            "place": self.judge_place,
            "merged": self.judge_merged,
            "selection": self.judge_selection,
            "light": self.judge_light,
            "ring": self.judge_ring,
            "drawing": self.judge_drawing,
            "psd-tools": self.judge_with_psd_tools,
            "composite": self.judge_composite,
            "exiftool": self.judge_with_exiftool,
            "imagemagick": self.judge_with_imagemagick,
        }
        for name, check in checks.items():
            if name not in self.case["without"]:
                check()
                self.checked.append(name)

    def judge_kept(self):
        if not self.before:
            return self.judge_picture()
        self.judge_sections()
        self.judge_records()
        self.judge_holds()

    def judge_holds(self):
        """What the case is there for stands in its file, so that keeping it means something."""
        keys = {key.decode() for key, _ in self.before.blocks} | {str(number) for number, _ in self.before.resources}
        keys |= {key.decode() for record in self.before.records for key, _ in record.blocks}
        self.want(set(self.case["holds"]) <= keys, f"the document lacks {set(self.case['holds']) - keys}")

    def want(self, holds, problem):
        if not holds:
            self.problems.append(problem)

    def same(self, what, found, told):
        self.want(found == told, f"{what}: {found!r}, expected {told!r}")

    def judge_new_layer(self):
        (told,) = self.report["layers"]
        found = [record for record in self.after.records if record.unicode_name == told["name"]]
        known = [record.unicode_name for record in self.before.records] if self.before else []
        self.same("new layers", len(found) - known.count(told["name"]), 1)
        if self.problems:
            return
        # a layer of that name may have been there before
        ids = [record.block(b"lyid") for record in self.before.records] if self.before else []
        (self.new,) = [record for record in found if record.block(b"lyid") not in ids]
        self.same("bounds of the new layer", list(self.new.bounds), edges(told["bounds"]))
        self.same("bounds of its mask", list(self.new.mask_bounds), edges(told["maskBounds"]))
        self.same("its mask outside", self.new.mask[16], 0)
        self.same("its id", int.from_bytes(self.new.block(b"lyid"), "big"), told["id"])
        left, top, right, bottom = self.new.mask_bounds
        part = self.after.plane(self.new.channels[-2], right - left, bottom - top)
        self.mask = numpy.zeros((self.after.height, self.after.width), part.dtype)
        self.mask[top:bottom, left:right] = part

    def judge_sections(self):
        before, after = self.before, self.after
        for what in ("channels", "height", "width", "depth", "mode", "color_mode", "global_mask"):
            self.want(getattr(before, what) == getattr(after, what), f"{what} differs")
        known = {number for number, _ in before.resources}
        kept = lambda psd: [entry for entry in psd.resources if entry[0] in known - LAYER_LISTS]
        self.want(kept(before) == kept(after), "a resource differs")
        added = {number for number, _ in after.resources} - known
        self.want(added <= {VERSION_INFO}, f"resources were added: {added}")
        others = lambda psd: [block for block in psd.blocks if block[0] not in (b"Lr16", b"Lr32")]
        self.want(others(before) == others(after), "a block behind the layers differs")

    def judge_records(self):
        kept = [record for record in self.after.records if record is not self.new]
        if not self.before.records:
            self.same("layers of a flat file", [record.unicode_name for record in kept], ["Background"])
            self.judge_pixels(kept[0], self.before.merged())
            return
        self.same("number of layers", len(kept), len(self.before.records))
        for old, now in zip(self.before.records, kept):
            self.want(old.all_but_pixels == now.all_but_pixels, f"{old.unicode_name}: its record differs")
            self.want(old.channels == now.channels, f"{old.unicode_name}: its pixels or mask differ")

    def judge_place(self):
        """Records stand bottom to top, a group's own behind those of its layers; a layer is told by its id or its name."""
        number = self.after.records.index(self.new)
        if number == 0:
            return self.problems.append("the new layer is the lowest")
        below, above = self.after.records[number - 1], self.case["above"]
        found = below.unicode_name if isinstance(above, str) else int.from_bytes(below.block(b"lyid"), "big")
        self.same("the layer beneath the new one", found, above)

    def judge_picture(self):
        kept = [record for record in self.after.records if record is not self.new]
        self.same("layers of a picture", [record.unicode_name for record in kept], ["Background"])
        image = Image.open(self.case["document"])
        self.judge_pixels(kept[0], numpy.moveaxis(numpy.asarray(image.convert("RGB")), 2, 0))
        profile = image.info.get("icc_profile")
        self.want(self.after.resource(1039) is None if profile is None else profile in self.after.resource(1039), "profile differs")

    def judge_pixels(self, record, planes):
        for channel in range(3):
            found = self.after.plane(record.channels[channel], self.after.width, self.after.height)
            self.want(numpy.array_equal(found, planes[channel]), f"{record.unicode_name}: channel {channel} differs")

    def planes_before(self):
        if self.before:
            return self.before.merged()
        return numpy.moveaxis(numpy.asarray(Image.open(self.case["document"]).convert("RGB")), 2, 0)

    def judge_merged(self):
        before, after = self.planes_before(), self.after.merged()
        colors = self.after.colors + (1 if self.after.composite_has_alpha else 0)
        outside = self.mask == 0
        for channel in range(colors):
            same = numpy.array_equal(before[channel][outside], after[channel][outside])
            self.want(same, f"composite channel {channel} differs outside the mask")
        self.want(numpy.array_equal(before[colors:], after[colors:]), "a saved channel differs")
        self.want(not numpy.array_equal(*self.colors()), "nothing changed inside the mask")

    def colors(self):
        """The colors that are seen before and after."""
        return self.planes_before()[: self.after.colors], self.after.merged()[: self.after.colors]

    def judge_light(self):
        """Beside the mask's edge the picture is as light as before."""
        full = self.after.full
        before, after = (planes.astype(float) for planes in self.colors())
        edge = (self.mask > full * 0.02) & (self.mask < full * 0.6)
        step = abs((after - before)[:, edge].mean(axis=1)).max() * 255 / full
        self.want(step < RING_TOLERANCE, f"the ring of the mask is {step:.1f} levels lighter or darker than before")

    def judge_ring(self):
        """Colors go on across the mask's edge as far as they go on beside it, and the whole ring has no cast."""
        try:
            found = self.measured_ring()
        except ring.NoRing as reason:
            return self.problems.append(f"no ring was measured: {reason}")
        self.ring = vars(found)
        self.want(found.across <= found.beside + RING_LIMIT, f"the colors step at the edge: {found}")
        self.want(found.cast <= found.cast_beside + RING_LIMIT, f"the patch has a cast: {found}")
        tinted = [self.measured_ring(TINT), self.measured_ring(-TINT)]
        told = any(one.cast > one.cast_beside + RING_LIMIT for one in tinted)
        self.want(told, f"a tinted patch would pass: {tinted[0]}")

    def measured_ring(self, tint=numpy.zeros(3)):
        """`tint`: what the patch is changed by in Lab, to see whether that would be noticed."""
        profile = self.profile()
        part = ring.area_of(self.mask)
        mask = self.mask[part]
        as_lab = lambda planes: lab.lab_of([plane[part] for plane in planes], self.after.mode, self.after.full, profile)
        before, after = map(as_lab, self.colors())
        after = after + (mask / self.after.full)[..., None] * tint
        return ring.measure(before, after, mask, self.after.full)

    def judge_drawing(self):
        """The composite in the file around the new layer against the layers' values, put together by formulas of our own."""
        area = ring.area_of(self.mask)
        color, alpha = drawing.drawn(self.after, area)
        told = [plane[area] / self.after.full for plane in self.after.merged()]
        if self.after.composite_has_alpha:
            worst = abs(told[self.after.colors] - alpha).max() * 255
        else:
            worst = (1 - alpha).max() * 255
        # the file has its colors on white, which has no hue
        white = (1, 0.5, 0.5) if self.after.mode == 9 else (1,) * self.after.colors
        for found, plane, paper in zip(color, told, white):
            worst = max(worst, abs(found * alpha + paper * (1 - alpha) - plane).max() * 255)
        # a value on white is rounded once more
        least = DRAWING_TOLERANCE[self.after.depth] + (0.5 if self.after.composite_has_alpha and self.after.depth == 8 else 0)
        self.want(worst <= least, f"the layers are drawn differently by up to {worst:.3f}")

    def profile(self):
        """What the colors mean: the file's own profile, or the one that an untagged document is taken to be in."""
        own = self.after.resource(1039)
        return own if own is not None else Path(self.case["profile"]).read_bytes()

    def judge_selection(self):
        """The mask has the selection to its last gray level, and beyond it only a transition."""
        full = self.after.full
        selected = self.selected()
        # 16 bit is counted to 32768 inside
        step = 0.6 / 255 if self.after.depth == 8 else 1.1 / 32768
        self.want((self.mask / full - selected).min() > -step, "the mask lacks a part of the selection")
        beyond = distance_transform_edt(selected == 0) > TRANSITION + 1
        self.want(not self.mask[beyond].any(), "the mask goes on beyond its transition")

    def selected(self):
        """0 to 1, from the saved channel or the picture that the case names."""
        option = self.case["selection"]
        if option.startswith("channel:"):
            names = self.before.resource(1006)
            at, found = 0, []
            while at < len(names):
                found.append(names[at + 1 : at + 1 + names[at]].decode("macroman"))
                at += 1 + names[at]
            colors = self.before.colors + (1 if self.before.composite_has_alpha else 0)
            return self.before.merged()[colors + found.index(option[8:])] / self.before.full
        return numpy.asarray(Image.open(option).convert("L")) / 255

    def judge_with_psd_tools(self):
        after = PSDImage.open(self.case["out"])
        new_id = self.report["layers"][0]["id"]
        tree = without(tree_of(after), new_id)
        if self.before and self.before.records:
            before = PSDImage.open(self.case["document"])
            self.same("layer tree", tree, tree_of(before))
        (new,) = [layer for layer in after.descendants() if layer.layer_id == new_id]
        self.want(not new._record.clipping and not new.has_clip_layers(), "a clipping stack is torn")
        self.same("psd-tools: mode", after.color_mode.value, self.after.mode)
        self.same("psd-tools: mask", list(new.mask.bbox), edges(self.report["layers"][0]["maskBounds"]))
        self.judge_pixels_with_psd_tools(new)

    def judge_pixels_with_psd_tools(self, new):
        """What psd-tools makes of the new layer's values, before any conversion."""
        left, top, right, bottom = self.new.bounds
        found = new.numpy("color")
        for channel in range(self.after.colors):
            told = self.after.plane(self.new.channels[channel], right - left, bottom - top) / self.after.full
            same = found.shape[2] > channel and numpy.allclose(found[:, :, channel], told, atol=1e-6)
            self.want(same, f"psd-tools: channel {channel} of the new layer differs")

    def judge_composite(self):
        """The composite in the file against the one that psd-tools makes of the layers, wherever it can draw them.

        It weighs what is clipped to a half-transparent base in its own way, and leaves out layers of some programs; where
        it differs from the composite of the file before, it is no judge of the one after.
        """
        can = numpy.ones(self.mask.shape, bool)
        if self.before and self.before.records:
            can = difference(PSDImage.open(self.case["document"]), self.before) < COMPOSITE_TOLERANCE
        self.want(can[self.mask > 0].mean() > 0.9, "psd-tools cannot draw this document")
        worst = difference(PSDImage.open(self.case["out"]), self.after)[can].max()
        self.want(worst < COMPOSITE_TOLERANCE, f"psd-tools draws the result differently by up to {worst:.1f}")

    def judge_with_exiftool(self):
        tags = ["-ICC_Profile:ProfileDescription", "-Photoshop:AlphaChannelsNames", "-Photoshop:UnicodeAlphaNames"]
        read = lambda path: json.loads(output("/usr/bin/exiftool", "-j", *tags, path))[0]
        before, after = read(self.case["document"]), read(self.case["out"])
        for values in (before, after):
            del values["SourceFile"]
        self.same("ExifTool: profile and channels", after, before)

    def judge_with_imagemagick(self):
        lines = output("/usr/bin/identify", "-quiet", "-format", "%wx%h%O %z\n", self.case["out"]).split("\n")
        pixels = [record for record in self.after.records if record.section == 0 and record.bounds[0] < record.bounds[2]]
        self.same("ImageMagick: layers", len([line for line in lines[1:] if line]), len(pixels))
        left, top, right, bottom = self.new.bounds
        number = pixels.index(self.new) + 1
        told = f"{right - left}x{bottom - top}{left:+d}{top:+d} {self.after.depth}"
        self.same("ImageMagick: the new layer", lines[number] if number < len(lines) else None, told)
        if not self.problems:
            self.judge_pixels_with_imagemagick(number)

    def judge_pixels_with_imagemagick(self, number):
        """What ImageMagick makes of the new layer's values: it is asked for them as they are, not as colors."""
        left, top, right, bottom = self.new.bounds
        form = {1: "gray", 3: "rgb", 4: "cmyk", 9: "rgb"}[self.after.mode]
        plain = ["-set", "colorspace", "sRGB"] if self.after.mode == 9 else []
        asked = [*plain, "-alpha", "off", "-depth", str(self.after.depth), "-endian", "MSB", f"{form}:-"]
        command = ["/usr/bin/convert", "-quiet", f"{self.case['out']}[{number}]", *asked]
        raw = subprocess.run(command, check=True, capture_output=True).stdout
        found = numpy.frombuffer(raw, self.after.kind).reshape(bottom - top, right - left, self.after.colors)
        for channel in range(self.after.colors):
            told = self.after.plane(self.new.channels[channel], right - left, bottom - top)
            # the file counts what is left of the paper, ImageMagick the ink
            seen = self.after.full - found[:, :, channel] if self.after.mode == 4 else found[:, :, channel]
            self.want(numpy.array_equal(seen, told), f"ImageMagick: channel {channel} of the new layer differs")


def edges(rect):
    return [rect["left"], rect["top"], rect["right"], rect["bottom"]]


def difference(drawn, stored):
    """How far the layers, as psd-tools draws them, are from the composite in the file, laid on white, in 8-bit levels."""
    image = numpy.asarray(drawn.composite(force=True).convert("RGBA")).astype(float)
    alpha = image[:, :, 3:] / 255
    found = image[:, :, :3] * alpha + 255 * (1 - alpha)
    told = numpy.moveaxis(stored.merged()[:3], 0, 2) * (255 / stored.full)
    return abs(found - told).max(axis=2)


def tree_of(group):
    return [
        {
            "id": layer.layer_id,
            "name": layer.name,
            "kind": layer.kind,
            "bounds": None if layer.is_group() else list(layer.bbox),
            "mask": list(layer.mask.bbox) if layer.has_mask() else None,
            "clipped": [clipped.name for clipped in layer.clip_layers],
            "children": tree_of(layer) if layer.is_group() else [],
        }
        for layer in group
    ]


def without(tree, number):
    return [{**entry, "children": without(entry["children"], number)} for entry in tree if entry["id"] != number]


def output(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def main():
    judgement, problems = None, []
    try:
        lab.check_difference()
        judgement = Judgement(json.loads(Path(sys.argv[1]).read_text()))
        judgement.run()
    except Exception as error:
        problems.append(f"a reader failed: {type(error).__name__}: {error}")
    judged = {"problems": problems, "checked": []}
    if judgement:
        judged |= {what: getattr(judgement, what) for what in ("checked", "ring")}
        judged |= {"problems": judgement.problems + problems, "mode": judgement.after.mode, "depth": judgement.after.depth}
    print(json.dumps(judged))


main()
