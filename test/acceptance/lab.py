"""Colors of a document as Lab, and sRGB as colors of a document, by the Little CMS of the system: no code of ours has a part in it."""

import ctypes
import ctypes.util

import numpy

lcms = ctypes.CDLL(ctypes.util.find_library("lcms2"))
for name in ("cmsOpenProfileFromMem", "cmsCreate_sRGBProfile", "cmsCreateLab4Profile", "cmsCreateTransform", "cmsReadTag"):
    getattr(lcms, name).restype = ctypes.c_void_p
lcms.cmsOpenProfileFromMem.argtypes = [ctypes.c_char_p, ctypes.c_uint32]
lcms.cmsCreateLab4Profile.argtypes = [ctypes.c_void_p]
lcms.cmsCreateTransform.argtypes = [ctypes.c_void_p, ctypes.c_uint32] * 2 + [ctypes.c_uint32] * 2
lcms.cmsDoTransform.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32]
lcms.cmsReadTag.argtypes = [ctypes.c_void_p, ctypes.c_uint32]

RELATIVE_COLORIMETRIC = 1
NO_OPTIMIZATION = 0x0100
D50 = (0.9642, 1.0, 0.8249)


def doubles(space, channels):
    """`lcms2.h`, "Format of pixel"."""
    return 1 << 22 | space << 16 | channels << 3


# Photoshop's number of the mode: the format, and what no value and full value are
FORMATS = {1: (doubles(3, 1), 0, 1), 3: (doubles(4, 3), 0, 1), 4: (doubles(6, 4), 100, 0)}
LAB = doubles(10, 3)


def lab_of(planes, mode, full, profile):
    """Planes of a document, 0 to `full`, as L, a and b in an array of the same shape. At 32 bit (full 1) values are light."""
    values = numpy.stack([plane.astype(float) / full for plane in planes], axis=-1)
    if mode == 9:
        return decoded_lab(values, full)
    if full == 1:
        return lab_of_light(values, profile)
    source, none, most = FORMATS[mode]
    return transformed(values * (most - none) + none, source, profile)


def decoded_lab(values, full):
    # 8 bit has its neutral at 128; at 16 bit the file has 0 to 65535 for what Photoshop counts to 32768
    neutral, steps = (128, 255) if full == 255 else (128, 256)
    return numpy.stack([values[..., 0] * 100, values[..., 1] * steps - neutral, values[..., 2] * steps - neutral], axis=-1)


def transformed(values, source, profile):
    opened = lcms.cmsOpenProfileFromMem(profile, len(profile))
    return converted(values, opened, source, lcms.cmsCreateLab4Profile(None), LAB, 3)


def converted(values, profile, source, to, target, channels):
    transform = lcms.cmsCreateTransform(profile, source, to, target, RELATIVE_COLORIMETRIC, NO_OPTIMIZATION)
    assert transform, "the profile cannot be used"
    flat = numpy.ascontiguousarray(values.reshape(-1, values.shape[-1]))
    result = numpy.empty((len(flat), channels))
    lcms.cmsDoTransform(transform, flat.ctypes.data, result.ctypes.data, len(flat))
    return result.reshape(values.shape[:-1] + (channels,))


def of_srgb(values, mode, depth, profile):
    """sRGB, 0 to 1, its channels last, as planes of a file: 0 to 1 of its full scale. `profile` is for gray and CMYK."""
    if depth == 32:
        light = numpy.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
        return numpy.moveaxis(light if mode == 3 else light @ numpy.array([[0.2126], [0.7152], [0.0722]]), -1, 0)
    if mode == 3:
        return numpy.moveaxis(values, -1, 0)
    srgb, source = lcms.cmsCreate_sRGBProfile(), FORMATS[3][0]
    if mode == 9:
        found = converted(values, srgb, source, lcms.cmsCreateLab4Profile(None), LAB, 3)
        steps = 255 if depth == 8 else 256
        planes = numpy.stack([found[..., 0] / 100, (found[..., 1] + 128) / steps, (found[..., 2] + 128) / steps])
    else:
        target, none, most = FORMATS[mode]
        opened = lcms.cmsOpenProfileFromMem(profile, len(profile))
        found = converted(values, srgb, source, opened, target, 1 if mode == 1 else 4)
        planes = (numpy.moveaxis(found, -1, 0) - none) / (most - none)
    return numpy.clip(planes, 0, 1)


def lab_of_light(values, profile):
    """Light in the primaries of a profile, whose curves do not count."""
    if values.shape[-1] == 1:
        xyz = values * numpy.array(D50)
    else:
        xyz = values @ numpy.array([primary(profile, name) for name in (b"rXYZ", b"gXYZ", b"bXYZ")])
    ratio = numpy.maximum(xyz / numpy.array(D50), 0)
    f = numpy.where(ratio > 216 / 24389, numpy.cbrt(ratio), (ratio * 24389 / 27 + 16) / 116)
    return numpy.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], axis=-1)


def primary(profile, name):
    opened = lcms.cmsOpenProfileFromMem(profile, len(profile))
    found = lcms.cmsReadTag(opened, int.from_bytes(name, "big"))
    return list((ctypes.c_double * 3).from_address(found))


def difference(one, other):
    """ΔE2000 (Sharma, Wu, Dalal 2005) of arrays of colors."""
    (l1, a1, b1), (l2, a2, b2) = (numpy.moveaxis(colors, -1, 0) for colors in (one, other))
    mean_chroma = (numpy.hypot(a1, b1) + numpy.hypot(a2, b2)) / 2
    g = 0.5 * (1 - ratio25(mean_chroma))
    p1, p2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = numpy.hypot(p1, b1), numpy.hypot(p2, b2)
    h1, h2 = numpy.degrees(numpy.arctan2(b1, p1)) % 360, numpy.degrees(numpy.arctan2(b2, p2)) % 360
    turn = (h2 - h1 + 180) % 360 - 180
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    hue = numpy.where(c1 * c2 == 0, h1 + h2, (h1 + turn / 2) % 360)
    cos = lambda degrees: numpy.cos(numpy.radians(degrees))
    t = 1 - 0.17 * cos(hue - 30) + 0.24 * cos(2 * hue) + 0.32 * cos(3 * hue + 6) - 0.2 * cos(4 * hue - 63)
    dl = (l2 - l1) / (1 + 0.015 * (lightness - 50) ** 2 / numpy.sqrt(20 + (lightness - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * chroma)
    turned = numpy.where(c1 * c2 == 0, 0, turn)
    dh = 2 * numpy.sqrt(c1 * c2) * numpy.sin(numpy.radians(turned / 2)) / (1 + 0.015 * chroma * t)
    bend = -numpy.sin(numpy.radians(60 * numpy.exp(-(((hue - 275) / 25) ** 2)))) * 2 * ratio25(chroma)
    return numpy.sqrt(dl**2 + dc**2 + dh**2 + bend * dc * dh)


# Some of the pairs that the paper gives, with their differences: whoever measures checks the ruler first.
SHARMA = (
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0),
    ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
)


def check_difference():
    for one, other, told in SHARMA:
        found = difference(numpy.array(one, float), numpy.array(other, float))
        assert abs(found - told) < 1e-3, f"ΔE2000 of {one} and {other} is {found}, not {told}"


def ratio25(chroma):
    return numpy.sqrt(chroma**7 / (chroma**7 + 25.0**7))
