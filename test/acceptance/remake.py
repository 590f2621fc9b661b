"""Makes of an RGB file of 8 bit the same file in another mode and depth, as a PSD or a PSB, all else in it kept.

Usage: remake.py IN OUT MODE DEPTH VERSION PROFILE SPOTS: Photoshop's number of the mode; 1 for a PSD, 2 for a PSB; the path
of a profile, or "none"; names of spot channels to add, with commas between them.
Deep channels are deflated differences and stand in a block of their own, as Photoshop has it.
"""

import struct
import sys
from pathlib import Path

import numpy

import lab

sys.path.insert(0, str(Path(__file__).parent.parent / "photoshop" / "readers"))
import planes
from psd_bytes import COLORS, LONG_BLOCKS, Psd


class Remake:
    def __init__(self, source, mode, depth, version, profile, spots):
        self.source, self.mode, self.depth, self.version = source, mode, depth, version
        self.profile, self.spots = profile, spots
        self.full = {8: 255, 16: 65535, 32: 1}[depth]
        self.long = ">I" if version == 1 else ">Q"

    def bytes(self):
        source = self.source
        extra = source.channels - 3
        channels = COLORS[self.mode] + extra + len(self.spots)
        head = struct.pack(">4sH6xHIIHH", b"8BPS", self.version, channels, source.height, source.width, self.depth, self.mode)
        return b"".join([head, sized(b""), sized(self.resources(extra)), self.section(), self.merged()])

    def resources(self, extra):
        found = [data[:4] + struct.pack(">H", number) + data[4:] + bytes(len(data) % 2) for number, data in self.source.resources]
        if self.profile:
            found.append(resource(1039, self.profile))
        if self.spots:
            names = ["Transparency"] * extra + self.spots
            found.append(resource(1006, b"".join(bytes((len(name),)) + name.encode() for name in names)))
            found.append(resource(1045, b"".join(unicode(name) for name in names)))
            found.append(resource(1077, struct.pack(">I", 1) + b"".join(SPOT for _ in names)))
        return b"".join(found)

    def section(self):
        source = self.source
        info = self.layer_info()
        info += bytes(-len(info) % 4)
        deep = self.depth > 8
        blocks = b"".join(self.block(key, data, 4) for key, data in source.blocks)
        if deep:
            mark = self.block(b"Mt%d" % self.depth, b"", 4) if source.composite_has_alpha else b""
            blocks = mark + self.block(b"Lr%d" % self.depth, info, 4) + blocks
        body = sized(b"" if deep else info, self.long) + sized(source.global_mask) + blocks
        return sized(body, self.long)

    def layer_info(self):
        records = self.source.records
        channels = [self.layer_channels(record) for record in records]
        heads = [self.record(record, own) for record, own in zip(records, channels)]
        count = -len(records) if self.source.composite_has_alpha and self.depth == 8 else len(records)
        return struct.pack(">h", count) + b"".join(heads) + b"".join(data for own in channels for _, data in own)

    def record(self, record, channels):
        left, top, right, bottom = record.bounds
        lengths = b"".join(struct.pack(">h" + self.long[1:], number, len(data)) for number, data in channels)
        name = record.name + bytes(-len(record.name) % 4)
        blocks = b"".join(self.block(key, data, 2) for key, data in record.blocks)
        extra = sized(record.mask) + sized(record.ranges) + name + blocks
        facts = struct.pack(">8sBBBx", record.blend, record.opacity, record.clipping, record.flags)
        return struct.pack(">4iH", top, left, bottom, right, len(channels)) + lengths + facts + sized(extra)

    def layer_channels(self, record):
        width, height = record.bounds[2] - record.bounds[0], record.bounds[3] - record.bounds[1]
        if width * height == 0:
            kept = [number for number in record.channels if number < 0]
            return [(number, b"\0\0") for number in [*kept, *range(COLORS[self.mode])]]
        decode = lambda number, w, h: self.source.plane(record.channels[number], w, h)
        color = self.colors(numpy.stack([decode(number, width, height) for number in range(3)]))
        found = [(number, self.encoded(plane)) for number, plane in enumerate(color)]
        if -1 in record.channels:
            found.insert(0, (-1, self.encoded(self.scaled(decode(-1, width, height)))))
        if -2 in record.channels:
            left, top, right, bottom = record.mask_bounds
            mask = decode(-2, right - left, bottom - top)
            found.append((-2, self.encoded(self.scaled(mask)) if mask.size else b"\0\0"))
        return found

    def merged(self):
        found = self.source.merged()
        ramp = numpy.add.outer(numpy.arange(self.source.height), numpy.arange(self.source.width)) % 256
        extra = [self.scaled(plane) for plane in [*found[3:], *(ramp for _ in self.spots)]]
        every = [*self.colors(found[:3]), *extra]
        return b"\0\0" + b"".join(plane.tobytes() for plane in every)

    def colors(self, rgb):
        # deep values are to lie between those of 8 bit
        share = 255 if self.depth == 8 else 255 / 0.99
        values = numpy.moveaxis(rgb, 0, -1) / share
        return [self.in_file(plane) for plane in lab.of_srgb(values, self.mode, self.depth, self.profile)]

    def scaled(self, plane):
        return self.in_file(plane / 255)

    def in_file(self, units):
        if self.depth == 16:
            # Photoshop counts to 32768, so that it writes but half of the values that a file can have
            inside = numpy.rint(units * 32768)
            return (inside * 2 - (inside > 16384)).astype(">u2")
        values = units * self.full
        return (values if self.depth == 32 else numpy.rint(values)).astype(planes.KINDS[self.depth])

    def encoded(self, plane):
        return planes.encoded(plane, self.depth, self.version)

    def block(self, key, data, padding):
        # a list of linked files has a long length in a large file, and says so by its signature
        is_long = self.version == 2 and (key in LONG_BLOCKS or key == b"lnkE")
        signature = b"8B64" if is_long and key == b"lnkE" else b"8BIM"
        return signature + key + sized(data + bytes(-len(data) % padding), ">Q" if is_long else ">I")


# A spot channel: an RGB color, its solidity, and that it is one.
SPOT = struct.pack(">5HHB", 0, 65535, 0, 0, 0, 50, 2)


def sized(data, form=">I"):
    return struct.pack(form, len(data)) + data


def resource(number, data):
    return b"8BIM" + struct.pack(">H", number) + b"\0\0" + sized(data) + bytes(len(data) % 2)


def unicode(text):
    return struct.pack(">I", len(text) + 1) + (text + "\0").encode("utf-16-be")


def main(source, target, mode, depth, version, profile, spots):
    icc = None if profile == "none" else Path(profile).read_bytes()
    names = [name for name in spots.split(",") if name]
    remade = Remake(Psd(Path(source).read_bytes()), int(mode), int(depth), int(version), icc, names)
    Path(target).write_bytes(remade.bytes())


main(*sys.argv[1:])
