"""Quotations, speakers and days of articles in languages other than English."""
