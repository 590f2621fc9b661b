"""How far colors step across the edge of a mask, in ΔE2000, as against how far the photograph itself steps beside it."""

from dataclasses import dataclass

import numpy
from scipy.ndimage import distance_transform_edt

from lab import difference

# Pixels: how wide a band is, and the least side of the tiles in which bands are held against one another.
BAND = 4
TILE = 24
# So few pixels of a band in a tile say nothing.
LEAST = 16


@dataclass
class Ring:
    """Means over the tiles of the edge."""

    # From just outside to just inside.
    across: float
    # From just outside to farther outside, over the same distance, where nothing was changed.
    beside: float
    # From just outside to just inside, before the edit: what was removed.
    before: float
    # The same as the first two, of the mean colors of the whole ring: a cast shows here first.
    cast: float
    cast_beside: float

    def __str__(self):
        return f"ring ΔE {self.across:.2f}, beside it {self.beside:.2f}, before {self.before:.1f}; cast {self.cast:.2f}, beside it {self.cast_beside:.2f}"


class NoRing(Exception):
    """Says why there is nothing to measure."""


def area_of(mask, margin=100):
    """The part of the canvas that a ring needs, as slices."""
    rows, columns = numpy.nonzero(mask.any(axis=1))[0], numpy.nonzero(mask.any(axis=0))[0]
    height, width = mask.shape
    return (
        slice(max(0, rows[0] - margin), min(height, rows[-1] + 1 + margin)),
        slice(max(0, columns[0] - margin), min(width, columns[-1] + 1 + margin)),
    )


def measure(before, after, mask, full):
    """`before` and `after` as Lab, the mask from 0 to `full`, all of one area. Raises `NoRing`."""
    core = mask >= full * 0.98
    if not core.any() or (mask > 0).all():
        raise NoRing("nothing is wholly covered, or everything is")
    to_core = distance_transform_edt(~core)
    from_edge = distance_transform_edt(core)
    beyond = distance_transform_edt(mask == 0)
    inside = core & (from_edge <= BAND)
    outside = (mask == 0) & (beyond <= BAND)
    # as far again as from the inner band to the outer one
    gap = numpy.median(to_core[(mask == 0) & (beyond < 2)])
    far = (mask == 0) & (beyond > BAND + gap) & (beyond <= 2 * BAND + gap)
    if not far.any():
        raise NoRing("there is nothing farther outside to hold the step against")
    # wide enough to hold both bands of a soft edge
    tiles = tile_numbers(mask.shape, max(TILE, int(2 * (gap + BAND))))
    inner, outer, farther, old = (means(colors, band, tiles) for colors, band in (
        (after, inside), (after, outside), (before, far), (before, inside)))
    steps = lambda a, b: {tile: float(difference(a[tile], b[tile])) for tile in a if tile in b}
    whole = lambda colors, band: colors[band].mean(axis=0)
    return Ring(
        mean(steps(inner, outer).values()),
        mean(steps(outer, farther).values()),
        mean(steps(old, outer).values()),
        float(difference(whole(after, inside), whole(after, outside))),
        float(difference(whole(before, far), whole(before, outside))),
    )


def mean(values):
    if not values:
        raise NoRing("no tile has enough of both bands")
    return float(numpy.mean(list(values)))


def tile_numbers(shape, side):
    rows, columns = numpy.indices(shape)
    return rows // side * 100_000 + columns // side


def means(colors, band, tiles):
    numbers, at, counts = numpy.unique(tiles[band], return_inverse=True, return_counts=True)
    sums = numpy.stack([numpy.bincount(at, colors[..., c][band]) for c in range(3)], axis=-1)
    return {number: total / count for number, total, count in zip(numbers, sums, counts) if count >= LEAST}
