"""What the lines of an article state beside its text: byline, dateline, outlet, day published."""
