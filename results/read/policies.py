"""What each policy changes, from a results folder: python policies.py results/one-area-quick-start

Needs duckdb or polars: pip install duckdb, or pip install polars.
"""
import pathlib
import sys


def with_duckdb(folder):
    import duckdb

    sql = pathlib.Path(__file__).with_name("policies.sql").read_text(encoding="utf-8")
    return duckdb.sql(sql.replace("{folder}", folder)).fetchall()


def with_polars(folder):
    import polars as pl

    return (
        pl.scan_parquet(f"{folder}/replications.parquet")
        .filter(pl.col("arm") != "baseline")
        .group_by("arm", "measure", "unit")
        .agg(
            pl.col("difference").count().alias("replications"),
            pl.col("difference").mean().alias("mean"),
            (pl.col("difference").std() / pl.col("difference").count().sqrt()).alias("standard_error"),
        )
        .sort("arm", "measure")
        .collect()
        .rows()
    )


def rows(folder):
    try:
        return with_duckdb(folder)
    except ImportError:
        return with_polars(folder)


if __name__ == "__main__":
    for policy, measure, unit, replications, mean, error in rows(sys.argv[1]):
        print(f"{policy}: {measure} {mean:.4g} +- {2 * (error or 0):.2g} {unit} ({replications} replications)")
