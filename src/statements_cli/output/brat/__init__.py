"""Write and read folders of brat standoff annotations, and score what is found against corrected ones."""
