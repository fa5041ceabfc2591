// Reads a list of { schema, json } from the input and writes, for each, what Microsoft's published Teams schema of that name and version says against it.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const Ajv = require('ajv-draft-04');
const formats = require('ajv-formats');

// One schema has a pattern that is not valid Unicode, and each file begins with a byte order mark.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
formats(ajv);
const known = {};
const schema = name => known[name] ??= ajv.compile(JSON.parse(
  readFileSync(join(__dirname, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams', `${name}.schema.json`), 'utf8').replace(/^\uFEFF/, '')));

const asked = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify(asked.map(({ schema: name, json }) => {
  const validate = schema(name);
  return validate(json) ? [] : validate.errors.map(error => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
})));
