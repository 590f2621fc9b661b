"""Values of a channel from its bytes and back, by nothing but the standard library and numpy.

As the file format has them: 0 raw, 1 PackBits row by row, 2 deflated, 3 deflated differences from pixel to pixel.
"""

import struct
import zlib

import numpy

KINDS = {8: numpy.dtype("u1"), 16: numpy.dtype(">u2"), 32: numpy.dtype(">f4")}


def decoded(data, compression, width, height, depth, version):
    """An array of rows. What is there beyond the rows or is missing from them is an error."""
    kind = KINDS[depth]
    length = width * height * kind.itemsize
    if length == 0:
        return numpy.zeros((height, width), kind)
    if compression == 0:
        raw = data[:length]
    elif compression == 1:
        raw = unpacked(data, width * kind.itemsize, height, ">H" if version == 1 else ">I")
    else:
        raw = zlib.decompress(data)
    assert len(raw) == length, f"{len(raw)} bytes of values, expected {length}"
    if compression == 3:
        return summed(raw, width, height, depth)
    return numpy.frombuffer(raw, kind).reshape(height, width)


def unpacked(data, row_bytes, rows, form):
    size = struct.calcsize(form)
    counts = numpy.frombuffer(data, numpy.dtype(form.replace("H", "u2").replace("I", "u4")), rows)
    at, result = rows * size, []
    for count in counts.tolist():
        row = unpacked_row(data[at : at + count])
        assert len(row) == row_bytes, f"a row of {len(row)} bytes, expected {row_bytes}"
        result.append(row)
        at += count
    return b"".join(result)


def unpacked_row(packed):
    at, parts = 0, []
    while at < len(packed):
        head = packed[at]
        if head < 128:
            parts.append(packed[at + 1 : at + 2 + head])
            at += 2 + head
        elif head > 128:
            parts.append(packed[at + 1 : at + 2] * (257 - head))
            at += 2
        else:
            at += 1
    return b"".join(parts)


def summed(raw, width, height, depth):
    """Every value is the difference from its left neighbor; at 32 bit of bytes, the first bytes of all values in a row first."""
    if depth < 32:
        kind = KINDS[depth]
        steps = numpy.frombuffer(raw, kind).reshape(height, width)
        return numpy.cumsum(steps, axis=1, dtype=kind.newbyteorder("=")).astype(kind)
    steps = numpy.frombuffer(raw, "u1").reshape(height, width * 4)
    apart = numpy.cumsum(steps, axis=1, dtype="u1").reshape(height, 4, width)
    return numpy.ascontiguousarray(apart.transpose(0, 2, 1)).view(">f4").reshape(height, width)


def encoded(values, depth, version):
    """As Photoshop likes it, behind the number of its compression: PackBits at 8 bit, else deflated differences."""
    if depth == 8:
        rows = [packed_row(row.tobytes()) for row in values.astype("u1")]
        counts = struct.pack(f">{len(rows)}{'H' if version == 1 else 'I'}", *map(len, rows))
        return b"\0\1" + counts + b"".join(rows)
    return b"\0\3" + zlib.compress(differences(values.astype(KINDS[depth]), depth), 1)


def differences(values, depth):
    height, width = values.shape
    if depth == 16:
        native = values.astype("u2")
        return numpy.diff(native, axis=1, prepend=native[:, :1] * 0).astype(">u2").tobytes()
    apart = values.view("u1").reshape(height, width, 4).transpose(0, 2, 1).reshape(height, width * 4)
    return numpy.diff(apart, axis=1, prepend=apart[:, :1] * 0).tobytes()


def packed_row(row):
    """Runs of three and more, and what stands between them."""
    at, start, parts = 0, 0, []
    while at < len(row):
        end = at + 1
        while end < len(row) and end - at < 128 and row[end] == row[at]:
            end += 1
        if end - at > 2:
            parts += [literal(row, start, at), bytes((257 - (end - at), row[at]))]
            start = end
        at = end
    return b"".join([*parts, literal(row, start, len(row))])


def literal(row, start, end):
    pieces = [row[at : min(at + 128, end)] for at in range(start, end, 128)]
    return b"".join(bytes((len(piece) - 1,)) + piece for piece in pieces)
