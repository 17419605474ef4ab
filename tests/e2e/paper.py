"""What is on a printed page, by its pixels."""

import subprocess

EDGE_POINTS = 14  # 5 mm: what comes nearer was cut off, or will be by a printer
INK = 250


def ink(pdf: bytes) -> tuple[int, int]:
    """Dark pixels of the first page, at 72 to the inch: near its edges, and in all."""
    told = subprocess.run(
        ["pdftoppm", "-gray", "-r", "72", "-f", "1", "-l", "1", "-"], input=pdf, capture_output=True, check=True
    )
    _, size, _, pixels = told.stdout.split(b"\n", 3)
    width, height = map(int, size.split())
    rows = [pixels[place * width : (place + 1) * width] for place in range(height)]
    inside = slice(EDGE_POINTS, -EDGE_POINTS)
    kept = sum(_dark(row[inside]) for row in rows[inside])
    everything = sum(map(_dark, rows))
    return everything - kept, everything


def _dark(row: bytes) -> int:
    return sum(pixel < INK for pixel in row)
