// Runs Azurite without its sweep of unused blob content, which takes content that is in use: it has a race with what is being written
// (Azurite issue 709), and past 5,000 blobs it overlooks those of other containers that share a name. Such a blob can never be read again.
// What was deleted or replaced stays on disk instead.
const { dirname, join } = require('node:path');

const [script] = process.argv.splice(2, 1);
require(join(dirname(script), 'blob', 'gc', 'BlobGCManager.js')).default.prototype.markSweep = async () => {};
require(script);
