-- What each policy changes: mean over replications and its standard error. DuckDB; {folder} is a results folder.
SELECT arm AS policy, measure, unit, count(difference) AS replications, avg(difference) AS mean, stddev_samp(difference) / sqrt(count(difference)) AS standard_error
FROM read_parquet('{folder}/replications.parquet')
WHERE arm <> 'baseline'
GROUP BY arm, measure, unit
ORDER BY policy, measure
