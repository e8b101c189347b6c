"""A document in; the articles it holds, split, dated and named, out."""

from statements_cli.articles.splitting import split

__all__ = ["split"]
