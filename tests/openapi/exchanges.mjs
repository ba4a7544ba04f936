// Every answer that the tests of server/api got, against the OpenAPI document: the operation is there, so is the
// status, and the body fits its schema. Usage: node exchanges.mjs DOCUMENT FILE.jsonl…
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.cwd() + '/');
const Ajv = require('ajv/dist/2020').default;
const document = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false });
ajv.addSchema(document, 'doc');
const paths = Object.keys(document.paths).map((path) => ({
  path,
  literals: path.split('/').filter((part) => !part.startsWith('{')).length,
  pattern: new RegExp('^' + path.replace(/\{[^}]+\}/g, '[^/]+') + '$'),
}));
paths.sort((a, b) => b.literals - a.literals);
const escaped = (part) => part.replace(/~/g, '~0').replace(/\//g, '~1');
const validators = new Map();
const covered = new Set();
const problems = [];
let exchanges = 0;

function check(e) {
  const path = paths.find((p) => p.pattern.test(e.target.split('?')[0]))?.path;
  if (!path || e.method === 'OPTIONS' || e.status === 405) {
    const body = e.body ? JSON.parse(e.body) : null;
    return !path && ![401, 404].includes(e.status) ? 'no such path' : body && body.status !== e.status ? 'no problem' : null;
  }
  const method = e.method === 'HEAD' ? 'get' : e.method.toLowerCase();
  const responses = document.paths[path][method]?.responses;
  if (!responses) return 'no such operation';
  let response = responses[e.status];
  let pointer = `#/paths/${escaped(path)}/${method}/responses/${e.status}`;
  if (!response) return `status ${e.status} is not documented`;
  if (response.$ref) {
    pointer = response.$ref;
    response = document.components.responses[pointer.split('/').pop()];
  }
  if (e.status < 400) covered.add(`${method.toUpperCase()} ${path}`);
  if (!response.content) return e.body ? 'a body where none is documented' : null;
  const type = e.contentType.split(';')[0];
  if (!response.content[type]) return `media type ${type} is not documented`;
  if (!/json$/.test(type)) return null;
  const key = `doc${pointer}/content/${escaped(type)}/schema`;
  if (!validators.has(key)) validators.set(key, ajv.compile({ $ref: key }));
  const validate = validators.get(key);
  return validate(JSON.parse(e.body)) ? null : ajv.errorsText(validate.errors);
}

for (const file of process.argv.slice(3)) {
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const e = JSON.parse(line);
    ++exchanges;
    const problem = check(e);
    if (problem) problems.push(`${e.method} ${e.target} ${e.status}: ${problem}: ${e.body.slice(0, 300)}`);
  }
}
const missing = [];
for (const [path, methods] of Object.entries(document.paths))
  for (const method of Object.keys(methods))
    if (!covered.has(`${method.toUpperCase()} ${path}`)) missing.push(`${method.toUpperCase()} ${path}`);
if (missing.length) problems.push(`never answered well in any test: ${missing.join(', ')}`);
console.log(`${exchanges} answers, ${covered.size} operations answered`);
for (const p of problems.slice(0, 30)) console.error(p);
process.exit(problems.length || exchanges < 100 ? 1 : 0);
