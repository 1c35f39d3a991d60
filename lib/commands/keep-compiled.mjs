/**
 * Turns on Node's compile cache, here and in the processes that a command starts: from the second run on, a command
 * starts in two thirds of the time. Loaded before a command (`node --import`), and written in JavaScript, since
 * loading the type stripper takes longer than loading this project.
 */
import module from 'node:module';
import { join } from 'node:path';
import './enough-node.mjs';

const dir = join(import.meta.dirname, '../../node_modules/.cache/standfirst/compiled');
process.env['NODE_COMPILE_CACHE'] ??= dir;
module.enableCompileCache(process.env['NODE_COMPILE_CACHE']);
