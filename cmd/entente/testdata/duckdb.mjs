// Reads the Parquet of a study with DuckDB and holds it to the CSV beside it. The folder is the argument.
import { DuckDBInstance } from '@duckdb/node-api';

const folder = process.argv[2];
const db = await (await DuckDBInstance.create(':memory:')).connect();
const ask = async (sql) => (await db.runAndReadAll(sql)).getRowsJson();

const say = (name, row, column, got, want) => {
  console.log(`${name}: row ${row}, ${column}: Parquet has ${got}, the CSV ${want}`);
  process.exit(1);
};

for (const name of ['points', 'runs']) {
  const parquet = `read_parquet('${folder}/${name}.parquet')`;
  const csv = `read_csv('${folder}/${name}.csv', header = true, all_varchar = true)`;
  const columns = (await ask(`SELECT column_name FROM (DESCRIBE SELECT * FROM ${parquet})`)).flat();
  const heads = (await ask(`SELECT column_name FROM (DESCRIBE SELECT * FROM ${csv})`)).flat();
  if (columns.join() !== heads.join()) say(name, 0, 'heads', columns, heads);
  const [got, want] = [await ask(`SELECT * FROM ${parquet}`), await ask(`SELECT * FROM ${csv}`)];
  if (got.length !== want.length) say(name, 0, 'rows', got.length, want.length);
  got.forEach((row, r) => row.forEach((cell, c) => {
    const text = want[r][c];
    const same = cell === null ? text === null
      : text !== null && (String(cell) === text || Math.abs(Number(cell) - Number(text)) <= 5e-10);
    if (!same) say(name, r + 1, columns[c], cell, text);
  }));
  console.log(`${name}: ${got.length} rows of ${columns.length} columns, each as in the CSV`);
}

const by = await ask(`
  SELECT p.point, p.members, avg(r.members), p."in-force", avg(r."in-force")
  FROM read_parquet('${folder}/points.parquet') p JOIN read_parquet('${folder}/runs.parquet') r USING (point)
  WHERE r.failed = 0 GROUP BY ALL ORDER BY p.point`);
for (const [point, members, mean, chance, share] of by) {
  const off = (a, b) => Math.abs(a - b) > 1e-5 * Math.max(1, b); // the points keep six digits of a mean
  if (off(members, mean) || off(chance, share)) say('points', point, 'mean', mean, members);
}
console.log(`${by.length} points come to what their runs do`);
