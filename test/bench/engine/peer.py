"""Fills a hole with a method of OpenCV or scikit-image: peer.py METHOD source.raw mask.raw WIDTH HEIGHT result.raw

Prints the seconds of the processor that the fill alone took. Fails where the library is not installed.
"""
import sys
import time

import numpy as np


def fill(method, picture, mask):
    if method == 'biharmonic':
        from skimage.restoration import inpaint_biharmonic

        start = time.process_time()
        filled = inpaint_biharmonic(picture / 255.0, mask > 0, channel_axis=-1)
        return (filled.clip(0, 1) * 255 + 0.5).astype('uint8'), time.process_time() - start
    import cv2

    cv2.setNumThreads(1)
    start = time.process_time()
    if method == 'shift-map':
        lab = cv2.cvtColor(picture, cv2.COLOR_RGB2Lab)
        filled = np.zeros_like(lab)
        cv2.xphoto.inpaint(lab, 255 - mask, filled, cv2.xphoto.INPAINT_SHIFTMAP)
        filled = cv2.cvtColor(filled, cv2.COLOR_Lab2RGB)
    else:
        filled = cv2.inpaint(picture, mask, 5, {'telea': cv2.INPAINT_TELEA, 'navier-stokes': cv2.INPAINT_NS}[method])
    return filled, time.process_time() - start


method, source, hole, width, height, result = sys.argv[1:]
size = (int(height), int(width))
picture = np.fromfile(source, 'uint8').reshape(*size, 3)
filled, seconds = fill(method, picture, np.fromfile(hole, 'uint8').reshape(size))
filled.tofile(result)
print(seconds)
