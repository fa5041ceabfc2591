// The table emulator on a port that the system chooses, written to the output. It ends with its parent: when that dies, however it dies, our input closes.
const { Server } = require('node:net');

const listen = Server.prototype.listen;
Server.prototype.listen = function (...where) {
  this.once('listening', () => console.log(`listening on ${this.address().port}`));
  return listen.apply(this, where);
};
process.stdin.on('end', () => process.exit(0)).resume();
process.argv.push(
  '--silent', '--disableTelemetry', '--skipApiVersionCheck', '--disableProductStyleUrl', '--inMemoryPersistence',
  '--tableHost', '127.0.0.1', '--tablePort', '0');
require('./node_modules/azurite/dist/src/table/main.js');
