"""The pretrained encoder of the accurate model: its texts, its network, how it is fine-tuned and exported."""
