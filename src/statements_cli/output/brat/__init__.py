"""Read and write brat standoff annotations, and score findings against corrected ones."""
