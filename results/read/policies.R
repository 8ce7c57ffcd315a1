# What each policy changes, from a results folder: Rscript policies.R results/one-area-quick-start
# Needs the packages duckdb and DBI, or arrow and dplyr.
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))

if (requireNamespace("duckdb", quietly = TRUE)) {
  sql <- paste(readLines(file.path(here, "policies.sql")), collapse = "\n")
  connection <- DBI::dbConnect(duckdb::duckdb())
  found <- DBI::dbGetQuery(connection, gsub("{folder}", folder, sql, fixed = TRUE))
  DBI::dbDisconnect(connection, shutdown = TRUE)
} else {
  all <- arrow::read_parquet(file.path(folder, "replications.parquet"))
  found <- all |>
    dplyr::filter(arm != "baseline") |>
    dplyr::group_by(policy = arm, measure, unit) |>
    dplyr::summarise(
      replications = sum(!is.na(difference)),
      mean = mean(difference, na.rm = TRUE),
      standard_error = sd(difference, na.rm = TRUE) / sqrt(replications),
      .groups = "drop"
    )
}
print(found)
