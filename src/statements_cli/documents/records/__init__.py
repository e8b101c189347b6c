"""Files of records: tables, JSON, Parquet, feeds and exports of news databases."""
