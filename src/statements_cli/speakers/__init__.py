"""Source mentions of an article come in, people and bodies go out: who said it, in what role, for whom."""
