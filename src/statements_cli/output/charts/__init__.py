"""Draw counts over time, on a terminal and as SVG."""
