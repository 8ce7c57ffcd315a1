// Four readers behind one shape: open(path) gives { names, types, rows, metadata, column(name) }.
// column(name) gives { length, get(i) }; get gives a text that is the same in every reader, or null for a missing value.
// metadata is null where a reader does not show it.
import fs from 'node:fs';
import * as arrow from 'apache-arrow';
import { DuckDBInstance } from '@duckdb/node-api';
import * as hyparquet from 'hyparquet';
import * as parquetWasm from 'parquet-wasm/node';
import polars from 'nodejs-polars';

const DAY = 86_400_000;

const textOf = {
  int: v => String(v),
  long: v => String(v),
  double: v => (Object.is(v, -0) ? '-0' : String(v)),
  string: v => v,
  bool: v => (v ? 'true' : 'false'),
  date: days => new Date(days * DAY).toISOString().slice(0, 10),
};

/** The text of a value as the expected file spells it, in the spelling of JavaScript. */
export const canonical = (type, text) =>
  text === null ? null : type === 'double' ? textOf.double(Number(text)) : text;

const column = (length, type, at) => ({
  length,
  get(i) {
    const value = at(i);
    return value === null || value === undefined ? null : textOf[type](value);
  },
});

const quoted = name => `"${name.replaceAll('"', '""')}"`;

const literal = text => `'${text.replaceAll("'", "''")}'`;

function known(types, name) {
  const type = types[name];
  if (!type) {
    throw new Error(`unknown type ${name}`);
  }
  return type;
}

let duckdb;

async function openDuckDB(path) {
  duckdb ??= await (await DuckDBInstance.create(':memory:')).connect();
  const run = async sql => duckdb.runAndReadAll(sql);
  const types = { INTEGER: 'int', BIGINT: 'long', DOUBLE: 'double', VARCHAR: 'string', BOOLEAN: 'bool', DATE: 'date' };
  const from = `read_parquet(${literal(path)})`;
  const schema = (await run(`describe select * from ${from}`)).getRowObjects();
  const pairs = (await run(`select decode(key) as k, decode(value) as v from parquet_kv_metadata(${literal(path)})`)).getRowObjects();
  const typeOf = new Map(schema.map(c => [c.column_name, known(types, c.column_type)]));
  return {
    names: [...typeOf.keys()],
    types: [...typeOf.values()],
    rows: Number((await run(`select count(*) as n from ${from}`)).getRowObjects()[0].n),
    metadata: Object.fromEntries(pairs.map(p => [p.k, p.v])),
    async column(name) {
      const result = await run(`select ${quoted(name)} from ${from}`);
      const values = result.getColumns()[0] ?? [];
      const type = typeOf.get(name);
      return column(values.length, type, i => (type === 'date' && values[i] !== null ? values[i].days : values[i]));
    },
  };
}

async function openHyparquet(path) {
  const file = await hyparquet.asyncBufferFromFile(path);
  const footer = await hyparquet.parquetMetadataAsync(file);
  const types = { INT32: 'int', INT64: 'long', DOUBLE: 'double', BYTE_ARRAY: 'string', BOOLEAN: 'bool' };
  const schema = footer.schema.slice(1);
  const typeOf = new Map(schema.map(c => [c.name, c.converted_type === 'DATE' ? 'date' : known(types, c.type)]));
  return {
    names: [...typeOf.keys()],
    types: [...typeOf.values()],
    rows: Number(footer.num_rows),
    metadata: Object.fromEntries((footer.key_value_metadata ?? []).map(p => [p.key, p.value])),
    async column(name) {
      const chunks = [];
      await hyparquet.parquetRead({ file, metadata: footer, columns: [name], onChunk: c => chunks.push([c.rowStart, c.columnData]) });
      const values = chunks.sort((a, b) => a[0] - b[0]).map(c => Array.from(c[1])).flat();
      const type = typeOf.get(name);
      return column(values.length, type, i => (values[i] instanceof Date ? values[i].getTime() / DAY : values[i]));
    },
  };
}

async function openParquetWasm(path) {
  const bytes = new Uint8Array(fs.readFileSync(path));
  const table = arrow.tableFromIPC(parquetWasm.readParquet(bytes).intoIPCStream());
  const types = { Int32: 'int', Int64: 'long', Float64: 'double', Utf8: 'string', Bool: 'bool', 'Date32<DAY>': 'date' };
  const typeOf = new Map(table.schema.fields.map(f => [f.name, known(types, String(f.type))]));
  return {
    names: [...typeOf.keys()],
    types: [...typeOf.values()],
    rows: table.numRows,
    metadata: Object.fromEntries(table.schema.metadata),
    async column(name) {
      const vector = table.getChild(name);
      const type = typeOf.get(name);
      return column(vector.length, type, i => {
        const value = vector.get(i);
        return type === 'date' && value !== null ? Number(value) / DAY : value;
      });
    },
  };
}

async function openPolars(path) {
  const frame = polars.readParquet(path);
  const types = { Int32: 'int', Int64: 'long', Float64: 'double', String: 'string', Utf8: 'string', Bool: 'bool', Date: 'date' };
  const typeOf = new Map(frame.columns.map((name, i) => [name, known(types, frame.dtypes[i].variant ?? String(frame.dtypes[i]))]));
  return {
    names: [...typeOf.keys()],
    types: [...typeOf.values()],
    rows: frame.height,
    metadata: null,
    async column(name) {
      const type = typeOf.get(name);
      const series = frame.getColumn(name);
      // JavaScript numbers cannot hold every long, and dates are compared as days.
      const cast = type === 'long' ? series.cast(polars.Utf8) : type === 'date' ? series.cast(polars.Int32) : series;
      const values = cast.toArray();
      return column(values.length, type, i => values[i]);
    },
  };
}

export const readers = [
  { name: 'duckdb', open: openDuckDB },
  { name: 'hyparquet', open: openHyparquet },
  { name: 'parquet-wasm', open: openParquetWasm },
  { name: 'polars', open: openPolars },
];
