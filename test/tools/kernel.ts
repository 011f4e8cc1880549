/** `npm run kernel`: compiles the solver's loops, `kernel.wat`, into `kernel-bytes.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

const FOLDER = 'src/roster/solve/';
const WIDTH = 110;

/** What `kernel-bytes.ts` must be. */
export async function kernelBytes(): Promise<string> {
  const { parseWat } = await wabt();
  const module = parseWat('kernel.wat', readFileSync(`${FOLDER}kernel.wat`, 'utf8'), { simd: true });
  const base64 = Buffer.from(module.toBinary({}).buffer).toString('base64');
  module.destroy();
  const lines: string[] = [];
  for (let at = 0; at < base64.length; at += WIDTH) lines.push(`  '${base64.slice(at, at + WIDTH)}'`);
  return `/** Made of \`kernel.wat\` by \`npm run kernel\`. */\nexport const KERNEL =\n${lines.join(' +\n')};\n`;
}

if (process.argv[1]?.endsWith('kernel.js')) writeFileSync(`${FOLDER}kernel-bytes.ts`, await kernelBytes());
