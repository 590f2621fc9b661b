"""What the layers of a file look like on one another, computed from their values in the document's own mode and depth.

After the formulas of the W3C recommendation "Compositing and Blending Level 1" for straight coverage: group by group,
with masks, opacity, clipping and the blend modes below. No code of ours nor of another reader has a part in it.
"""

from dataclasses import dataclass

import numpy

BLENDS = {
    b"norm": lambda under, over: over,
    b"mul ": lambda under, over: under * over,
    b"scrn": lambda under, over: under + over - under * over,
    b"over": lambda under, over: hard_light(over, under),
    b"hLit": lambda under, over: hard_light(under, over),
    b"dark": numpy.minimum,
    b"lite": numpy.maximum,
    b"diff": lambda under, over: abs(under - over),
    b"smud": lambda under, over: under + over - 2 * under * over,
    b"lbrn": lambda under, over: numpy.maximum(0, under + over - 1),
    b"lddg": lambda under, over: numpy.minimum(1, under + over),
}
# What is more than pixels, so that the file's own values are not what is seen.
UNDRAWN = {b"lfx2", b"lrFX", b"vmsk", b"vsms", b"SoCo", b"GdFl", b"PtFl", b"artb", b"artd", b"abdd"}
UNDRAWN |= {b"levl", b"curv", b"expA", b"hue2", b"brit", b"blnc", b"nvrt", b"post", b"thrs", b"grdm", b"selc", b"mixr"}
UNDRAWN |= {b"phfl", b"vibA", b"blwh", b"clrL", b"CgEd"}


class Undrawn(Exception):
    """Says what in a file cannot be drawn here."""


@dataclass
class Sheet:
    """A part of a file's canvas, as slices of rows and columns."""

    psd: object
    rows: slice
    columns: slice

    @property
    def shape(self):
        return self.rows.stop - self.rows.start, self.columns.stop - self.columns.start

    def blank(self):
        return numpy.zeros((self.psd.colors, *self.shape)), numpy.zeros(self.shape)


def drawn(psd, area=None):
    """Planes of color and the coverage, 0 to 1, of the whole canvas or of an area of it."""
    rows, columns = area or (slice(0, psd.height), slice(0, psd.width))
    sheet = Sheet(psd, rows, columns)
    return draw(sheet, tree_of(psd.records), sheet.blank())


def tree_of(records):
    """Bottom to top, with the layers of a group as a list beside its record."""
    open_lists = [[]]
    for record in records:
        if record.section == 3:
            open_lists.append([])
        elif record.section:
            children = open_lists.pop()
            open_lists[-1].append((record, children))
        else:
            open_lists[-1].append((record, None))
    (whole,) = open_lists
    return whole


def draw(sheet, layers, picture):
    at = 0
    while at < len(layers):
        end = at + 1
        while end < len(layers) and layers[end][0].clipping:
            end += 1
        picture = draw_stack(sheet, layers[at], layers[at + 1 : end], picture)
        at = end
    return picture


def draw_stack(sheet, base, clipped, picture):
    """A layer with those that are clipped to it: they show where it covers, and are blended among themselves first."""
    record, children = base
    if is_hidden(record):
        return picture
    if children is not None and record_blend(record) == b"pass" and not clipped:
        inside = draw(sheet, children, picture)
        return mixed(picture, inside, mask_of(sheet, record) * opacity_of(record))
    color, alpha = content_of(sheet, record, children)
    for over, inner in clipped:
        if not is_hidden(over):
            above, coverage = content_of(sheet, over, inner)
            coverage = coverage * mask_of(sheet, over) * opacity_of(over)
            blended = BLENDS[blend_of(over)](color, above)
            color = color + (blended - color) * coverage
    return laid(picture, color, alpha * mask_of(sheet, record) * opacity_of(record), blend_of(record))


def content_of(sheet, record, children):
    undrawn = {key for key, _ in record.blocks} & UNDRAWN
    if undrawn:
        raise Undrawn(f"{record.unicode_name} has {sorted(undrawn)}")
    if children is not None:
        return draw(sheet, children, sheet.blank())
    color = numpy.stack([spread(sheet, record.channels[channel], record.bounds, 0) for channel in range(sheet.psd.colors)])
    alpha = spread(sheet, record.channels[-1], record.bounds, 0) if -1 in record.channels else inside(sheet, record.bounds)
    return color, alpha


def spread(sheet, encoded, bounds, outside):
    """A channel on the sheet, 0 to 1."""
    left, top, right, bottom = bounds
    whole = numpy.full(sheet.shape, float(outside))
    rows, columns = cut(top, bottom, sheet.rows), cut(left, right, sheet.columns)
    if rows.stop > rows.start and columns.stop > columns.start:
        values = sheet.psd.plane(encoded, right - left, bottom - top) / sheet.psd.full
        part = values[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
        whole[moved(rows, sheet.rows), moved(columns, sheet.columns)] = part
    return whole


def inside(sheet, bounds):
    left, top, right, bottom = bounds
    whole = numpy.zeros(sheet.shape)
    whole[moved(cut(top, bottom, sheet.rows), sheet.rows), moved(cut(left, right, sheet.columns), sheet.columns)] = 1
    return whole


def cut(start, end, within):
    return slice(min(max(within.start, start), within.stop), min(max(within.start, end), within.stop))


def moved(part, within):
    return slice(part.start - within.start, part.stop - within.start)


def mask_of(sheet, record):
    """The user's own mask; density and feather are not drawn."""
    if not record.mask or -2 not in record.channels or record.mask[17] & 2:
        return 1.0
    if record.mask[17] & 0b11000 or -3 in record.channels:
        raise Undrawn(f"the mask of {record.unicode_name}")
    return spread(sheet, record.channels[-2], record.mask_bounds, record.mask[16] / 255)


def opacity_of(record):
    fill = record.block(b"iOpa")
    return record.opacity / 255 * (fill[0] / 255 if fill else 1)


def is_hidden(record):
    return bool(record.flags & 2)


def record_blend(record):
    """A group's own blend mode stands behind its kind."""
    data = record.block(b"lsct") or record.block(b"lsdk")
    return data[8:12] if data and len(data) >= 12 else record.blend[4:]


def blend_of(record):
    blend = record_blend(record)
    blend = b"norm" if blend == b"pass" else blend
    if blend not in BLENDS:
        raise Undrawn(f"{record.unicode_name} blends as {blend.decode()}")
    return blend


def laid(picture, color, alpha, blend):
    under, below = picture
    whole = alpha + below * (1 - alpha)
    mixed_colors = color + (BLENDS[blend](under, color) - color) * below
    weight = numpy.divide(alpha, whole, out=numpy.zeros_like(whole), where=whole > 0)
    return under + (mixed_colors - under) * weight, whole


def mixed(before, after, share):
    """From what was there to what is there now, by the share of a group that passes through."""
    coverage = before[1] + (after[1] - before[1]) * share
    weighed = [color * alpha for color, alpha in (before, after)]
    color = weighed[0] + (weighed[1] - weighed[0]) * share
    return numpy.divide(color, coverage, out=numpy.array(after[0]), where=coverage > 0), coverage


def hard_light(under, over):
    return numpy.where(over <= 0.5, 2 * under * over, 1 - 2 * (1 - under) * (1 - over))
