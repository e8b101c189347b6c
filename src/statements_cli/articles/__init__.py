"""Split documents into articles, dated and named."""

from statements_cli.articles.splitting import split

__all__ = ["split"]
