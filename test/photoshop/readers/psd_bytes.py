"""A Photoshop file as its bytes: every section by itself, nothing interpreted that need not be."""

import struct
from dataclasses import dataclass, field
from functools import cache

import numpy

import planes


@dataclass
class Record:
    """One layer: its record without the channels' lengths, and the channels' bytes by id."""

    bounds: tuple
    blend: bytes
    opacity: int
    clipping: int
    flags: int
    mask: bytes
    ranges: bytes
    name: bytes
    blocks: list
    channels: dict = field(default_factory=dict)

    def block(self, key):
        return next((data for found, data in self.blocks if found == key), None)

    @property
    def unicode_name(self):
        data = self.block(b"luni")
        if data is None:
            return self.name[1 : 1 + self.name[0]].decode("macroman")
        (count,) = struct.unpack(">I", data[:4])
        return data[4 : 4 + count * 2].decode("utf-16-be").rstrip("\0")

    @property
    def section(self):
        """0 for a layer, 1 or 2 for a group, 3 for the end of one."""
        data = self.block(b"lsct") or self.block(b"lsdk")
        return 0 if data is None else struct.unpack(">I", data[:4])[0]

    @property
    def mask_bounds(self):
        top, left, bottom, right = struct.unpack(">4i", self.mask[:16])
        return left, top, right, bottom

    @property
    def all_but_pixels(self):
        return (self.bounds, self.blend, self.opacity, self.clipping, self.flags, self.mask, self.ranges, self.name, self.blocks)


COLORS = {1: 1, 3: 3, 4: 4, 9: 3}
# Blocks whose length takes eight bytes in a PSB.
LONG_BLOCKS = {b"LMsk", b"Lr16", b"Lr32", b"Layr", b"Mt16", b"Mt32", b"Mtrn", b"Alph", b"FMsk", b"lnk2", b"FEid", b"FXid", b"PxSD", b"cinf"}


class Psd:
    def __init__(self, data):
        self.data = data
        self.at = 0
        signature, self.version, _, self.channels, self.height, self.width, self.depth, self.mode = self.take(">4sH6sHIIHH")
        assert signature == b"8BPS" and self.version in (1, 2), "not a PSD"
        # how a length is written, and how many bytes it takes
        self.length = ">I" if self.version == 1 else ">Q"
        self.length_bytes = struct.calcsize(self.length)
        self.colors = COLORS[self.mode]
        self.full = {8: 255, 16: 65535, 32: 1}[self.depth]
        self.kind = planes.KINDS[self.depth]
        self.color_mode = self.sized()
        self.resources = list(self.read_resources(self.sized()))
        section = self.sized(self.length)
        self.merged_bytes = data[self.at :]
        self.records, self.global_mask, self.blocks, self.composite_has_alpha = [], b"", [], False
        self.read_section(section)

    def take(self, form):
        values = struct.unpack_from(form, self.data, self.at)
        self.at += struct.calcsize(form)
        return values

    def sized(self, form=">I"):
        (length,) = self.take(form)
        self.at += length
        return self.data[self.at - length : self.at]

    @staticmethod
    def read_resources(data):
        at = 0
        while at < len(data):
            signature, number = struct.unpack_from(">4sH", data, at)
            name = data[at + 6 : at + 7 + data[at + 6]]
            at += 6 + len(name) + len(name) % 2
            (length,) = struct.unpack_from(">I", data, at)
            yield number, signature + name + bytes(len(name) % 2) + data[at : at + 4 + length]
            at += 4 + length + length % 2

    def resource(self, number):
        """What a resource holds, behind its signature, name and length."""
        data = next((data for found, data in self.resources if found == number), None)
        if data is None:
            return None
        name = 1 + data[4]
        return data[4 + name + name % 2 + 4 :]

    def read_section(self, section):
        if not section:
            return
        (length,) = struct.unpack_from(self.length, section)
        at = self.length_bytes + length
        (mask_length,) = struct.unpack_from(">I", section, at) if at + 4 <= len(section) else (0,)
        self.global_mask = section[at + 4 : at + 4 + mask_length]
        self.blocks = list(read_blocks(section[at + 4 + mask_length :], 4, self.version))
        deep = next((data for key, data in self.blocks if key in (b"Lr16", b"Lr32")), None)
        info = section[self.length_bytes : self.length_bytes + length] if length else deep
        if info:
            self.read_layers(info)
        # where the layers stand in a block of their own, an empty one says it
        self.composite_has_alpha |= any(key in (b"Mt16", b"Mt32", b"Mtrn") for key, _ in self.blocks)

    def read_layers(self, info):
        (count,) = struct.unpack_from(">h", info)
        self.composite_has_alpha = count < 0
        at, listed = 2, []
        for _ in range(abs(count)):
            top, left, bottom, right, channels = struct.unpack_from(">4iH", info, at)
            at += 18
            form = ">h" + self.length[1:]
            entry = struct.calcsize(form)
            lengths = [struct.unpack_from(form, info, at + i * entry) for i in range(channels)]
            at += channels * entry
            blend, opacity, clipping, flags, _, extra = struct.unpack_from(">8sBBBBI", info, at)
            at += 16
            record = read_extra(info[at : at + extra], (left, top, right, bottom), blend, opacity, clipping, flags, self.version)
            at += extra
            listed.append(lengths)
            self.records.append(record)
        for record, lengths in zip(self.records, listed):
            for number, length in lengths:
                record.channels[number] = info[at : at + length]
                at += length

    def plane(self, encoded, width, height):
        """The values of a layer's channel."""
        (compression,) = struct.unpack_from(">H", encoded)
        return planes.decoded(encoded[2:], compression, width, height, self.depth, self.version)

    @cache
    def merged(self):
        """The planes of the composite and the saved channels behind it."""
        (compression,) = struct.unpack_from(">H", self.merged_bytes)
        rows = self.height * self.channels
        whole = planes.decoded(self.merged_bytes[2:], compression, self.width, rows, self.depth, self.version)
        return whole.reshape(self.channels, self.height, self.width)


def read_extra(extra, bounds, blend, opacity, clipping, flags, version):
    at, parts = 0, []
    for _ in range(2):
        (length,) = struct.unpack_from(">I", extra, at)
        parts.append(extra[at + 4 : at + 4 + length])
        at += 4 + length
    name = extra[at : at + 1 + extra[at]]
    at += (len(name) + 3) // 4 * 4
    return Record(bounds, blend, opacity, clipping, flags, parts[0], parts[1], name, list(read_blocks(extra[at:], 1, version)))


def read_blocks(data, padding, version):
    at = 0
    while at + 12 <= len(data):
        signature, key = struct.unpack_from(">4s4s", data, at)
        assert signature in (b"8BIM", b"8B64"), f"no block at {at}"
        is_long = version == 2 and (signature == b"8B64" or key in LONG_BLOCKS)
        (length,) = struct.unpack_from(">Q" if is_long else ">I", data, at + 8)
        at += 16 if is_long else 12
        yield key, data[at : at + length]
        at += (length + padding - 1) // padding * padding
