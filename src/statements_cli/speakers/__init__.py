"""Speakers: which person or body a source mention means, in what role and for which country."""
