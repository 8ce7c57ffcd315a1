// Usage: node check.mjs FOLDER
// Reads every *.parquet below FOLDER with four independent readers. Where NAME.expected.json stands beside NAME.parquet, every
// value is compared with it, else with what the other readers say. The last line is ALL READ ALIKE; the exit code 1 if not so.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

function* parquetFiles(folder) {
  const entries = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') {
      yield* parquetFiles(full);
    } else if (entry.isFile() && entry.name.endsWith('.parquet')) {
      yield full;
    }
  }
}

/** The expected file in the shape of a reader; null when there is none. */
function openExpected(file, canonical) {
  const beside = file.replace(/\.parquet$/, '.expected.json');
  if (!fs.existsSync(beside)) {
    return null;
  }
  const { columns, metadata } = JSON.parse(fs.readFileSync(beside, 'utf8'));
  return {
    names: columns.map(c => c.name),
    types: columns.map(c => c.type),
    rows: columns[0].values.length,
    metadata,
    async column(name) {
      const { type, values } = columns.find(c => c.name === name);
      return { length: values.length, get: i => canonical(type, values[i]) };
    },
  };
}

const shown = value => JSON.stringify(value);

function differenceInHead(reference, opened) {
  for (const part of ['names', 'types', 'rows']) {
    if (shown(opened[part]) !== shown(reference[part])) {
      return `${part}: ${shown(opened[part])} instead of ${shown(reference[part])}`;
    }
  }
  if (!opened.metadata) {
    return null;
  }
  for (const [key, value] of Object.entries(reference.metadata)) {
    if (opened.metadata[key] !== value) {
      return `metadata ${key}: ${shown(opened.metadata[key])} instead of ${shown(value)}`;
    }
  }
  const needed = ['table.name', 'table.meaning', ...opened.names.flatMap(n => [`column.${n}.unit`, `column.${n}.meaning`])];
  const missing = needed.find(key => opened.metadata[key] === undefined);
  return missing ? `metadata ${missing} is missing` : null;
}

function differenceInColumn(name, reference, column) {
  if (column.length !== reference.length) {
    return `column ${name}: ${column.length} values instead of ${reference.length}`;
  }
  for (let i = 0; i < column.length; i++) {
    if (column.get(i) !== reference.get(i)) {
      return `column ${name}, row ${i}: ${shown(column.get(i))} instead of ${shown(reference.get(i))}`;
    }
  }
  return null;
}

/** One line per reader; the number of readers that differ. */
async function checkFile(file, shownName, { readers, canonical }) {
  const faults = new Map();
  const opened = new Map();
  for (const { name, open } of readers) {
    try {
      opened.set(name, await open(file));
    } catch (fault) {
      faults.set(name, `cannot open: ${fault.message ?? fault}`);
    }
  }
  const expected = openExpected(file, canonical);
  const [first] = opened.keys();
  const reference = expected ?? opened.get(first);
  for (const [name, one] of opened) {
    const difference = differenceInHead(reference, one);
    if (difference) {
      faults.set(name, difference);
    }
  }
  // Column by column, so that only one column of a large file is in memory as values.
  for (const columnName of reference?.names ?? []) {
    const truth = await reference.column(columnName);
    for (const [name, one] of opened) {
      if (faults.has(name) || one === reference) {
        continue;
      }
      try {
        const difference = differenceInColumn(columnName, truth, await one.column(columnName));
        if (difference) {
          faults.set(name, difference);
        }
      } catch (fault) {
        faults.set(name, `column ${columnName}: cannot read: ${fault.message ?? fault}`);
      }
    }
  }
  const against = expected ? 'as expected' : 'as the other readers';
  for (const { name } of readers) {
    const size = reference ? `${reference.rows} rows, ${reference.names.length} columns` : '';
    console.log(`${shownName}  ${name.padEnd(12)}  ${faults.has(name) ? `DIFFERS: ${faults.get(name)}` : `${size}, ${against}`}`);
  }
  return faults.size;
}

async function main() {
  const folder = process.argv[2];
  if (!folder || !fs.existsSync(folder) || !fs.statSync(folder).isDirectory()) {
    console.error(folder ? `No such folder: ${folder}` : 'Usage: node check.mjs FOLDER');
    return 1;
  }
  let modules;
  try {
    modules = await import('./readers.mjs');
  } catch (fault) {
    console.error(`The four readers are not installed (${fault.message}); run: npm install --prefix tests/parquet-readers`);
    return 1;
  }
  let files = 0;
  let faults = 0;
  for (const file of parquetFiles(folder)) {
    files++;
    faults += await checkFile(file, path.relative(folder, file), modules);
  }
  if (files === 0) {
    console.error(`No *.parquet below ${folder}`);
    return 1;
  }
  console.log(faults === 0 ? 'ALL READ ALIKE' : `${faults} DIFFERENCES`);
  return faults === 0 ? 0 : 1;
}

process.exitCode = await main();
