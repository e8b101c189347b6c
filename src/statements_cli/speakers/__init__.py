"""Resolve source mentions to persons and bodies, with role and country."""
