"""Nothing comes in; the version goes out, without the cost of asking the installed package's metadata."""

VERSION = "0.1.0"
