// Runs a query of results/read on a results folder with DuckDB and prints the rows as JSON: node query.mjs QUERY.sql FOLDER
import fs from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [query, folder] = process.argv.slice(2);
const sql = fs.readFileSync(query, 'utf8').replaceAll('{folder}', folder.replaceAll("'", "''"));
const connection = await (await DuckDBInstance.create()).connect();
const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
process.stdout.write(JSON.stringify(rows) + '\n');
