// The table emulator on a port that the system chooses, written to the output. It ends with its parent: when that dies, however it dies, our input closes.
const { Server } = require('node:net');
const time = require('./node_modules/azurite/dist/src/common/utils/utils.js');

const listen = Server.prototype.listen;
Server.prototype.listen = function (...where) {
  this.once('listening', () => console.log(`listening on ${this.address().port}`));
  return listen.apply(this, where);
};

// An ETag is the time of the write. The emulator tells only times 0.1 ms apart, so two quick writes got the same one (its issue 1286); here each is later than the last.
const original = time.truncatedISO8061Date;
let last = 0n;
time.truncatedISO8061Date = (date, withMilliseconds, precise) => {
  if (!precise) return original(date, withMilliseconds);
  const now = BigInt(Date.now()) * 10000n;
  last = now > last ? now : last + 1n;
  return new Date(Number(last / 10000n)).toISOString().replace('Z', `${last % 10000n}`.padStart(4, '0') + 'Z');
};

process.stdin.on('end', () => process.exit(0)).resume();
process.argv.push(
  '--silent', '--disableTelemetry', '--skipApiVersionCheck', '--disableProductStyleUrl', '--inMemoryPersistence',
  '--tableHost', '127.0.0.1', '--tablePort', '0');
require('./node_modules/azurite/dist/src/table/main.js');
