"""Scripts that turn an annotated corpus into the weights that ship in the package."""
