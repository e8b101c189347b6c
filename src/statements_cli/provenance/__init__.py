"""Trace how a statement was passed on: act, channel, audience, media, grounds."""
