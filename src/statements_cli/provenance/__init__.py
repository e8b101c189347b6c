"""How a statement was passed on: act, channel, audience, the media that relay it, the grounds."""
